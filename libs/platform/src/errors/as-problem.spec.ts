import { BadRequestException, NotFoundException } from '@nestjs/common';
import { QueryFailedError } from 'typeorm';
import { asProblem, problemJson } from './as-problem.js';
import { conflict, Problem, unprocessable } from './problem.js';

describe('asProblem', () => {
  it('passes a problem through untouched', () => {
    const problem = conflict('stale', 'Somebody else changed it.');
    expect(asProblem(problem)).toBe(problem);
  });

  it.each([
    [new NotFoundException(), 404, 'not-found'],
    [new BadRequestException('secret detail'), 400, 'bad-request'],
    [Object.assign(new Error('x'), { statusCode: 413 }), 413, 'too-large'],
    [Object.assign(new Error('x'), { statusCode: 418 }), 418, 'bad-request'],
  ])('gives the framework’s %p our words', (error, status, code) => {
    expect(asProblem(error)).toMatchObject({ status, code });
  });

  it.each([
    [
      Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' }),
      'data-unavailable',
    ],
    [Object.assign(new Error('the database system is starting up'), { code: '57P03' }), 'data-unavailable'],
    [new Error('timeout exceeded when trying to connect'), 'data-unavailable'],
    [Object.assign(new Error('terminating connection'), { code: '57P01' }), 'data-lost-meanwhile'],
    [
      new QueryFailedError('SELECT 1', [], new Error('Connection terminated unexpectedly')),
      'data-lost-meanwhile',
    ],
  ])('answers %p with 503, and says whether something may have been saved', (error, code) => {
    const problem = asProblem(error);
    expect(problem).toMatchObject({ status: 503, code });
    expect(problem.detail.includes('Nothing was saved')).toBe(code === 'data-unavailable');
  });

  it.each([new Error('password=hunter2'), 'a string', null, { statusCode: 503 }])(
    'says nothing of an unknown failure (%p)',
    (error) => {
      const problem = asProblem(error);
      expect(problem.status).toBe(500);
      expect(JSON.stringify(problemJson(problem, 'r1'))).not.toContain('hunter2');
    },
  );
});

describe('problemJson', () => {
  it('lists the fields beside their messages', () => {
    const field = {
      field: 'title',
      code: 'required',
      message: 'Enter a title.',
      parts: ['of the form alone'],
    };
    const problem = unprocessable([field]);
    expect(problemJson(problem, 'r1')).toEqual({
      type: 'about:blank',
      title: 'There is a problem',
      status: 422,
      detail: 'Enter a title.',
      code: 'fields-need-attention',
      requestId: 'r1',
      errors: [{ field: 'title', code: 'required', message: 'Enter a title.' }],
    });
  });

  it('leaves the list out where there are none', () => {
    expect(
      problemJson(new Problem({ status: 404, code: 'c', title: 't', detail: 'd' }), 'r'),
    ).not.toHaveProperty('errors');
  });
});
