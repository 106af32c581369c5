import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { feedbackWindow, lastDayToAnswer, mailDue, remindedAfterDays } from './asking.js';

const visit = {
  status: 'over',
  firstDay: '2024-03-10',
  lastDay: '2024-03-15',
  zone: 'Europe/Rome',
} as const;

describe('when somebody can say how it was', () => {
  it.each([
    ['2024-03-15T23:10:00Z', 'open'],
    // The clocks went forward meanwhile: midnight in Rome is 22:00 UTC.
    ['2024-04-26T21:59:59Z', 'open'],
    ['2024-04-26T22:00:00Z', 'closed'],
  ])('at %s it is %s', (now, expected) => {
    expect(feedbackWindow(visit, Temporal.Instant.from(now))).toBe(expected);
  });

  it.each(['draft', 'announced', 'confirmed', 'cancelled'] as const)('is not while it is %s', (status) => {
    expect(feedbackWindow({ ...visit, status }, Temporal.Instant.from('2024-03-20T00:00:00Z'))).toBe(
      'not-yet',
    );
  });
});

describe('what somebody is written', () => {
  const asked = { askedOn: null, remindedOn: null, hasAnswered: false };

  it.each([
    ['2024-03-16', asked, 'asked'],
    ['2024-03-16', { ...asked, hasAnswered: true }, null],
    ['2024-03-25', { ...asked, askedOn: '2024-03-16' }, null],
    ['2024-03-26', { ...asked, askedOn: '2024-03-16' }, 'reminded'],
    ['2024-04-25', { ...asked, askedOn: '2024-03-16' }, 'reminded'],
    ['2024-04-26', { ...asked, askedOn: '2024-03-16' }, null],
    ['2024-04-20', { ...asked, askedOn: '2024-03-16', remindedOn: '2024-03-26' }, null],
  ])('on %s with %o is %s', (today, given, expected) => {
    expect(mailDue(visit, { ...given, today })).toBe(expected);
  });

  it('is two mails at most, spaced, and none once they have answered, on whichever days it is looked', () => {
    const days = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 30 });
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 60 }), (looked, answersOn) => {
        const sent: { step: string; on: number }[] = [];
        const on = (step: string) => {
          const day = sent.find((one) => one.step === step)?.on;
          return day === undefined ? null : plus(day);
        };
        const plus = (day: number) => Temporal.PlainDate.from(visit.lastDay).add({ days: day }).toString();
        for (const day of looked.toSorted((one, other) => one - other)) {
          const due = mailDue(visit, {
            today: plus(day),
            askedOn: on('asked'),
            remindedOn: on('reminded'),
            hasAnswered: day >= answersOn,
          });
          if (due !== null) sent.push({ step: due, on: day });
        }
        expect(sent.length).toBeLessThanOrEqual(2);
        for (const { on: day } of sent) {
          expect(day).toBeLessThan(answersOn);
          expect(plus(day) < lastDayToAnswer(visit)).toBe(true);
        }
        const [first, second] = sent;
        if (first !== undefined && second !== undefined)
          expect(second.on - first.on).toBeGreaterThanOrEqual(remindedAfterDays);
      }),
    );
  });
});
