import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { accepted } from '#checks';
import { checkTask, isOverdue, tasksInOrder } from './task.js';

describe('tasks', () => {
  it('come overdue first, what is done last', () => {
    const tasks = ['2027-03-01', '2027-01-01', '2027-02-01'].flatMap((dueOn) =>
      [true, false].map((isDone) => ({ dueOn, isDone })),
    );
    expect(tasksInOrder(tasks).map(({ dueOn, isDone }) => `${dueOn}${isDone ? ' done' : ''}`)).toEqual([
      '2027-01-01',
      '2027-02-01',
      '2027-03-01',
      '2027-03-01 done',
      '2027-02-01 done',
      '2027-01-01 done',
    ]);
  });

  it('are overdue from the day after their own, unless they are done', () => {
    const day = fc.integer({ min: 10, max: 28 }).map((date) => `2027-02-${date}`);
    fc.assert(
      fc.property(day, day, fc.boolean(), (dueOn, today, isDone) => {
        expect(isOverdue({ dueOn, isDone }, today)).toBe(
          !isDone && Number(today.slice(8)) > Number(dueOn.slice(8)),
        );
      }),
    );
  });

  it('need words and a day', () => {
    const checked = checkTask({
      title: '',
      kind: 'x',
      dueOn: accepted(null),
      ownerName: null,
      note: 'a'.repeat(2001),
    });
    expect(checked.ok ? [] : checked.problems.map(({ field }) => field)).toEqual([
      'title',
      'kind',
      'dueOn',
      'note',
    ]);
  });
});
