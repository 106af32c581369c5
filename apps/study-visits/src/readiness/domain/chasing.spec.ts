import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { daysBetween, readSteps, stepDue, usualSteps, type ChaseQuestion } from './chasing.js';

const asked: ChaseQuestion = {
  today: '2027-02-10',
  firstDay: '2027-03-10',
  steps: usualSteps,
  confirmedOn: '2026-12-01',
  sent: [],
  isOpen: true,
};

describe('the step that is due', () => {
  it.each([
    ['on its day', {}, 28],
    ['the day before it', { today: '2027-02-09' }, 42],
    ['long before the first', { today: '2026-12-15' }, null],
    ['on the day of departure', { today: '2027-03-10' }, 3],
    ['after departure', { today: '2027-03-11' }, null],
    ['when nothing is left to do', { isOpen: false }, null],
    ['when it was sent', { sent: [{ step: 28, on: '2027-02-01' }] }, null],
    ['when an earlier one was sent', { sent: [{ step: 42, on: '2027-01-27' }] }, 28],
    ['when an earlier one was sent two days ago', { sent: [{ step: 42, on: '2027-02-08' }] }, null],
    ['when an earlier one was sent three days ago', { sent: [{ step: 42, on: '2027-02-07' }] }, 28],
    ['when the place was confirmed yesterday', { confirmedOn: '2027-02-09' }, null],
    ['when the visit was put off after a later one', { sent: [{ step: 7, on: '2027-01-01' }] }, null],
    ['when there are no steps', { steps: [] }, null],
  ])('%s', (_when, change, expected) => {
    expect(stepDue({ ...asked, ...change })).toBe(expected);
  });

  it('sends each step once, none close on another, whichever days it is asked on', () => {
    const days = fc.uniqueArray(fc.integer({ min: -70, max: 5 }), { maxLength: 60 });
    const steps = fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 8 });
    fc.assert(
      fc.property(days, steps, (offsets, chosen) => {
        const sent: { step: number; on: string }[] = [];
        const first = Temporal.PlainDate.from(asked.firstDay);
        for (const offset of offsets.toSorted((one, other) => one - other)) {
          const today = first.add({ days: offset }).toString();
          const step = stepDue({ ...asked, today, steps: chosen, sent });
          if (step !== null) sent.push({ step, on: today });
        }
        expect(new Set(sent.map(({ step }) => step)).size).toBe(sent.length);
        for (const [index, mail] of sent.entries()) {
          expect(chosen).toContain(mail.step);
          const before = sent[index - 1];
          if (before === undefined) continue;
          const apart = Temporal.PlainDate.from(before.on).until(mail.on).days;
          expect(apart).toBeGreaterThanOrEqual(daysBetween);
        }
      }),
    );
  });
});

describe('steps as they are typed', () => {
  it('are sorted, each once', () => {
    expect(readSteps(' 7, 28;56\n28 ', 'steps')).toEqual({ ok: true, value: [56, 28, 7] });
  });

  it.each([
    ['', 'missing'],
    ['56, soon', 'steps-unreadable'],
    ['-3', 'steps-unreadable'],
    ['366', 'steps-unreadable'],
    ['7, 5', 'too-close'],
    [Array.from({ length: 21 }, (_, index) => index * 4).join(','), 'too-many'],
  ])('“%s” is refused: %s', (text, code) => {
    expect(readSteps(text, 'steps')).toMatchObject({ ok: false, problems: [{ field: 'steps', code }] });
  });
});
