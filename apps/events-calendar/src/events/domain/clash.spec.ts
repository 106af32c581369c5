import fc from 'fast-check';
import { clashes } from './clash.js';
import type { CalendarEvent } from './event.js';
import { expand } from './expand.js';
import { allDaySample, eventSample, monthSample, timedSample } from './testing/samples.js';
import { overlaps } from './when.js';

const conference = eventSample({ id: 'conference', when: allDaySample('2026-06-16', '2026-06-17') });
const calls = eventSample({ id: 'calls', recurrence: { rule: 'FREQ=WEEKLY;COUNT=4', exceptions: [] } });
const found = (candidate: CalendarEvent, ...others: CalendarEvent[]) =>
  clashes(candidate, others).map(({ event, ours, theirs }) => [event.id, ours.original, theirs.original]);

describe('clashes', () => {
  it('names the occurrences that are at one time', () => {
    expect(found(conference, calls)).toEqual([['calls', null, '2026-06-16T10:00']]);
    expect(found(calls, conference)).toEqual([['conference', '2026-06-16T10:00', null]]);
  });

  it('does not take one after the other for a clash', () => {
    const next = eventSample({ id: 'next', when: timedSample('2026-06-02T11:00', '2026-06-02T12:00') });
    expect(found(calls, next)).toEqual([]);
  });

  it('compares instants, not wall clocks', () => {
    const rome = eventSample({
      id: 'rome',
      when: timedSample('2026-06-02T11:30', '2026-06-02T12:30', 'Europe/Rome'),
    });
    expect(found(rome, calls)).toEqual([['calls', null, '2026-06-02T10:00']]);
  });

  it('does not find the event itself', () => {
    expect(found({ ...calls, version: 2 }, calls)).toEqual([]);
  });

  it.each<[string, Partial<CalendarEvent>, number]>([
    ['a draft', { status: 'draft' }, 1],
    ['a cancelled event', { status: 'cancelled' }, 0],
    ['a postponed event', { status: 'postponed' }, 0],
    ['a month', { when: monthSample('2026-06') }, 0],
    ['a deadline', { kind: 'deadline', when: timedSample('2026-06-16T10:30', '2026-06-16T10:30') }, 0],
    [
      'an occurrence that is called off',
      {
        when: timedSample('2026-06-16T10:00', '2026-06-16T11:00'),
        recurrence: {
          rule: 'FREQ=YEARLY;COUNT=2',
          exceptions: [
            { original: '2026-06-16T10:00', type: 'changed', change: { cancelled: { reason: 'Ill' } } },
          ],
        },
      },
      0,
    ],
  ])('%s, either way', (_, different, expected) => {
    const other = { ...conference, id: 'other', ...different };
    expect(found(calls, other)).toHaveLength(expected);
    expect(found(other, calls)).toHaveLength(expected);
  });

  it('finds every pair that overlaps, in order', () => {
    const event = fc
      .record({
        day: fc.integer({ min: 1, max: 28 }),
        hour: fc.integer({ min: 10, max: 20 }),
        days: fc.boolean(),
        weekly: fc.boolean(),
      })
      .map(({ day, hour, days, weekly }) => {
        const date = `2026-10-${String(day).padStart(2, '0')}`;
        return eventSample({
          when: days ? allDaySample(date) : timedSample(`${date}T${hour}:00`, `${date}T${hour + 2}:00`),
          recurrence: weekly ? { rule: 'FREQ=WEEKLY;COUNT=3', exceptions: [] } : null,
        });
      });
    fc.assert(
      fc.property(event, fc.array(event, { maxLength: 6 }), (candidate, events) => {
        const others = events.map((other, index) => Object.assign({}, other, { id: `other ${index}` }));
        const all = others.flatMap((other) =>
          expand(other).flatMap((theirs) =>
            expand(candidate).filter((ours) => overlaps(ours.when, theirs.when)),
          ),
        );
        expect(clashes(candidate, others)).toHaveLength(all.length);
        expect(clashes(candidate, others).length).toBe(
          others.reduce((sum, other) => sum + clashes(other, [candidate]).length, 0),
        );
      }),
    );
  });
});
