import { QueryFailedError } from 'typeorm';
import { createLog, nestLogger } from './log.js';

function capture(level = 'debug') {
  const lines: string[] = [];
  const log = createLog('tests', level, { write: (line) => void lines.push(line) });
  return { log, lines };
}

const secrets = {
  email: 'ada@example.org',
  phone: '+44 20 7946 0000',
  password: 'hunter2',
  token: 'ey.secret',
  DATABASE_URL: 'postgres://me:hunter3@host/db',
};

describe('the log', () => {
  it('is one JSON object a line, with time, level and service', () => {
    const { log, lines } = capture();
    log.info({ a: 1 }, 'hello');
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      service: 'tests',
      a: 1,
      msg: 'hello',
    });
  });

  it('says nothing below its level', () => {
    const { log, lines } = capture('warn');
    log.info('quiet');
    expect(lines).toEqual([]);
  });

  it.each(Object.entries(secrets))('masks %s, wherever it stands', (name, value) => {
    const { log, lines } = capture();
    log.info({ [name]: value }, 'at the top');
    log.info({ person: { [name]: value } }, 'within');
    expect(lines.join('')).not.toContain(value);
    expect(lines.every((line) => line.includes('[masked]'))).toBe(true);
  });

  it.each(['cookie', 'authorization', 'x-identity'])('masks the header %s', (name) => {
    const { log, lines } = capture();
    log.info({ req: { headers: { [name]: 'a secret', host: 'here' } } }, 'asked');
    expect(lines[0]).not.toContain('a secret');
    expect(lines[0]).toContain('here');
  });

  it('tells of a query that failed without the values in it', () => {
    const { log, lines } = capture();
    const cause = Object.assign(new Error('duplicate key value violates unique constraint "people_key"'), {
      detail: 'Key (email)=(ada@example.org) already exists.',
      where: 'ada@example.org',
    });
    const error = new QueryFailedError('INSERT INTO people VALUES ($1)', ['ada@example.org'], cause);
    log.error({ err: error }, 'failed');
    log.error({ err: cause }, 'failed');
    expect(lines.join('')).not.toContain('ada@example.org');
    expect(lines[0]).toContain('INSERT INTO people VALUES ($1)');
    expect(lines[1]).toContain('people_key');
  });

  it('tells of what a database could not read without saying what that was', () => {
    const { log, lines } = capture();
    const cause = Object.assign(new Error('invalid input syntax for type uuid: "ada@example.org "x""'), {
      code: '22P02',
    });
    log.error({ err: new QueryFailedError('SELECT $1::uuid', ['ada@example.org'], cause) }, 'failed');
    log.error({ err: cause }, 'failed');
    expect(lines).toHaveLength(2);
    expect(lines.join('')).not.toContain('ada@example.org');
    for (const line of lines) expect(line).toContain('invalid input syntax for type uuid: \\"[masked]\\"');
    expect(lines[1]).toContain('log.spec');
  });

  it('takes in what Nest says, errors with where they came from', () => {
    const { log, lines } = capture();
    nestLogger(log).log('Module ready', 'InstanceLoader');
    nestLogger(log).error(new Error('broken'));
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      level: 'debug',
      context: 'InstanceLoader',
      msg: 'Module ready',
    });
    expect(JSON.parse(lines[1] ?? '')).toMatchObject({
      level: 'error',
      msg: expect.stringContaining('log.spec'),
    });
  });
});
