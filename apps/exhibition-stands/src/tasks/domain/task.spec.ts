import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { accepted } from '#checks';
import { checkTask, isOverdue, tasksInOrder } from './task.js';

describe('tasks', () => {
  it('say all that is wrong with them, each at its field, and each by itself', () => {
    const good = {
      kind: 'passes',
      title: ' Book ',
      dueOn: accepted('2027-03-01'),
      ownerName: null,
      note: '',
    };
    expect(checkTask({ ...good, note: 'By noon.' })).toEqual({
      ok: true,
      value: { kind: 'passes', title: 'Book', dueOn: '2027-03-01', ownerName: null, note: 'By noon.' },
    });
    const wrong = {
      title: { title: ' ' },
      kind: { kind: 'party' },
      dueOn: { dueOn: accepted(null) },
      ownerName: { ownerName: 'x'.repeat(201) },
      note: { note: 'x'.repeat(2001) },
    };
    const fields = (input: object) => {
      const checked = checkTask({ ...good, ...input });
      return checked.ok ? [] : checked.problems.map(({ field }) => field);
    };
    for (const [field, input] of Object.entries(wrong)) expect(fields(input)).toEqual([field]);
    expect(fields(Object.assign({}, ...Object.values(wrong)))).toEqual(Object.keys(wrong));
    expect(fields({ dueOn: accepted('1927-03-01') })).toEqual(['dueOn']);
    expect(fields({ title: 'x'.repeat(200), note: 'x\ny' })).toEqual([]);
  });

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
