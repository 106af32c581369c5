import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { When } from '../../events/domain/event.js';
import { timedSample } from '../../events/domain/testing/samples.js';
import { startDay, startInstant } from '../../events/domain/when.js';
import { dueReminders, type ReminderChoice, type SettledReminder } from './due-reminders.js';
import { reminderDays, reminderDue } from './reminder-days.js';

const at = (iso: string) => Temporal.Instant.from(iso);
const long = at('2026-01-01T00:00:00Z');
const choice = (personId: string, daysBefore: number, since = long): ReminderChoice => ({
  personId,
  daysBefore,
  since,
});
const call = { when: timedSample('2026-06-09T10:00', '2026-06-09T11:00'), cancelled: null };
const state = {
  occurrences: [call],
  knownSince: long,
  settled: [],
  choices: [choice('ada', 7), choice('bo', 1)],
};
const told = (now: string, change: Partial<Parameters<typeof dueReminders>[0]> = {}) => {
  const { mails, settled } = dueReminders({ ...state, now: at(now), ...change });
  return {
    mails: mails.map(({ daysBefore, people }) => `${daysBefore}: ${people.join(', ')}`),
    settled: settled.map(({ daysBefore }) => daysBefore).toSorted((a, b) => a - b),
  };
};

describe('reminders that are due', () => {
  it('are those whose moment has come', () => {
    expect(told('2026-06-02T08:59:59Z')).toEqual({ mails: [], settled: [14] });
    expect(told('2026-06-02T09:00:00Z')).toEqual({ mails: ['7: ada'], settled: [7, 14] });
  });

  it('are settled once, and come to an end when the event begins', () => {
    const settled = [7, 14].map((daysBefore) => ({ onDate: '2026-06-09', daysBefore }));
    expect(told('2026-06-08T08:59:59Z', { settled })).toEqual({ mails: [], settled: [] });
    expect(told('2026-06-08T09:00:00Z', { settled })).toEqual({ mails: ['1: bo'], settled: [1] });
    expect(told('2026-06-09T08:59:59Z', { settled })).toEqual({ mails: ['1: bo'], settled: [1] });
    expect(told('2026-06-09T09:00:00Z', { settled })).toEqual({ mails: [], settled: [] });
  });

  it('are one for each person after a downtime, the closest to the event that they chose', () => {
    const choices = [
      choice('ada', 14),
      choice('ada', 7),
      choice('bo', 14),
      choice('cy', 1),
      choice('ada', 7),
    ];
    expect(told('2026-06-05T12:00:00Z', { choices })).toEqual({
      mails: ['7: ada', '14: bo'],
      settled: [7, 14],
    });
  });

  it('are none for whoever chose them later, or heard of the event later', () => {
    const choices = [choice('ada', 7, at('2026-06-02T09:00:01Z'))];
    expect(told('2026-06-03T09:00:00Z', { choices }).mails).toEqual([]);
    expect(told('2026-06-03T09:00:00Z', { knownSince: at('2026-06-02T09:00:01Z') }).mails).toEqual([]);
  });

  it('are not of dates that are called off', () => {
    const off = { ...call, cancelled: { reason: 'The chair is ill.' } };
    expect(told('2026-06-03T09:00:00Z', { occurrences: [off] })).toEqual({ mails: [], settled: [] });
  });

  it('move with the event: anew for another day, not for another time of the day', () => {
    const settled = [{ onDate: '2026-06-09', daysBefore: 7 }];
    const moved = (when: When) =>
      told('2026-06-03T09:00:00Z', { settled, occurrences: [{ when, cancelled: null }] }).mails;
    expect(moved(timedSample('2026-06-09T14:00', '2026-06-09T15:00'))).toEqual([]);
    expect(moved(timedSample('2026-06-08T10:00', '2026-06-08T11:00'))).toEqual(['7: ada']);
    expect(moved(timedSample('2026-06-12T10:00', '2026-06-12T11:00'))).toEqual([]);
  });

  it('are one for two happenings on one day, of the first', () => {
    const again = { when: timedSample('2026-06-09T16:00', '2026-06-09T17:00'), cancelled: null };
    const { mails } = dueReminders({ ...state, occurrences: [again, call], now: at('2026-06-03T09:00:00Z') });
    expect(mails.map(({ occurrence }) => occurrence)).toEqual([call]);
  });
});

/** What happens to an event, and when it is looked at, hour by hour. */
type Step =
  | { readonly type: 'look' }
  | { readonly type: 'move'; readonly day: number; readonly hour: number }
  | { readonly type: 'call off' | 'let it take place' }
  | { readonly type: 'choose'; readonly person: string; readonly daysBefore: number };

const people = ['ada', 'bo', 'cy'];
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ type: 'look' as const }) },
  fc.record({
    type: fc.constant('move' as const),
    day: fc.integer({ min: 1, max: 40 }),
    hour: fc.integer({ min: 0, max: 23 }),
  }),
  fc.record({ type: fc.constantFrom('call off' as const, 'let it take place' as const) }),
  fc.record({
    type: fc.constant('choose' as const),
    person: fc.constantFrom(...people),
    daysBefore: fc.constantFrom(...reminderDays),
  }),
);
const history = fc.array(fc.tuple(fc.integer({ min: 0, max: 200 }), step), { minLength: 5, maxLength: 60 });

interface Sent {
  readonly person: string;
  readonly onDate: string;
  readonly daysBefore: number;
}

/** The clocks go forward on the 28th day. */
const dayOne = Temporal.PlainDate.from('2026-03-02');
const whenOn = (day: number, hour: number): When => {
  const start = dayOne.add({ days: day }).toPlainDateTime({ hour });
  return timedSample(start.toString(), start.add({ hours: 1 }).toString());
};

describe('over any history of an event', () => {
  it('nobody is reminded twice of a date, nor once it has begun, nor of what they had not chosen', () => {
    fc.assert(
      fc.property(history, (steps) => {
        let now = at('2026-03-02T00:00:00Z');
        let when = whenOn(20, 10);
        let cancelled: { reason: string } | null = null;
        const choices: ReminderChoice[] = [];
        const settled: SettledReminder[] = [];
        const sent: Sent[] = [];
        for (const [hours, each] of steps) {
          now = now.add({ hours });
          if (each.type === 'move') when = whenOn(each.day, each.hour);
          else if (each.type === 'call off') cancelled = { reason: 'Rain' };
          else if (each.type === 'let it take place') cancelled = null;
          else if (each.type === 'choose') choices.push(choice(each.person, each.daysBefore, now));
          else {
            const occurrences = [{ when, cancelled }];
            const due = dueReminders({ occurrences, knownSince: long, settled, choices, now });
            const told = due.mails.flatMap((mail) => mail.people);
            expect(new Set(told).size).toBe(told.length);
            for (const { occurrence, daysBefore, dueAt, people: to } of due.mails) {
              expect(cancelled).toBeNull();
              expect(Temporal.Instant.compare(dueAt, now)).toBeLessThanOrEqual(0);
              expect(Temporal.Instant.compare(now, startInstant(occurrence.when))).toBe(-1);
              for (const person of to) {
                const chosen = choices.filter(
                  (one) => one.personId === person && one.daysBefore === daysBefore,
                );
                expect(chosen.some(({ since }) => Temporal.Instant.compare(since, dueAt) <= 0)).toBe(true);
                sent.push({ person, daysBefore, onDate: startDay(occurrence.when).toString() });
              }
            }
            settled.push(...due.settled);
          }
        }
        expect(new Set(sent.map((one) => JSON.stringify(one))).size).toBe(sent.length);
      }),
    );
  });

  it('everybody who looks forward to a date that stays is reminded of it, at the first look after each moment', () => {
    const days = fc.integer({ min: 16, max: 40 });
    const gaps = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 30, maxLength: 200 });
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 23 }), gaps, (day, hour, hours) => {
        const event = { when: whenOn(day, hour), cancelled: null };
        const choices = reminderDays.map((daysBefore) => choice(`wants ${daysBefore}`, daysBefore));
        const settled: SettledReminder[] = [];
        let now = at('2026-03-02T00:00:00Z');
        const looks: Temporal.Instant[] = [];
        const sent = new Map<string, Temporal.Instant>();
        for (const gap of hours) {
          now = now.add({ hours: gap });
          looks.push(now);
          const due = dueReminders({ occurrences: [event], knownSince: long, settled, choices, now });
          for (const { people: to } of due.mails) for (const person of to) sent.set(person, now);
          settled.push(...due.settled);
        }
        for (const daysBefore of reminderDays) {
          const moment = reminderDue(event.when, daysBefore);
          const first = looks.find((look) => moment !== null && Temporal.Instant.compare(look, moment) >= 0);
          const inTime = first && Temporal.Instant.compare(first, startInstant(event.when)) < 0;
          expect(sent.get(`wants ${daysBefore}`)?.toString()).toBe(inTime ? first.toString() : undefined);
        }
      }),
    );
  });
});
