import { Temporal } from 'temporal-polyfill';
import type { OccurrenceException } from '../../events/domain/event.js';
import { expand } from '../../events/domain/expand.js';
import { timedSample } from '../../events/domain/testing/samples.js';
import { datesOf } from './dates.js';

/** Ten Tuesdays from 2 June 2026 at 10am. */
function tuesdays(...exceptions: OccurrenceException[]) {
  return {
    when: timedSample('2026-06-02T10:00', '2026-06-02T11:00'),
    recurrence: { rule: 'FREQ=WEEKLY;COUNT=10', exceptions },
  };
}

function on(now: string, event: ReturnType<typeof tuesdays>, most = 3) {
  return datesOf(event, expand(event), Temporal.Instant.from(now), most);
}

const originals = (dates: ReturnType<typeof on>) => dates.listed.map(({ original }) => original.slice(5, 10));

describe('datesOf', () => {
  it('lists the next, and counts the rest', () => {
    const dates = on('2026-06-09T09:30:00Z', tuesdays());
    // 9 June is going on.
    expect(originals(dates)).toEqual(['06-09', '06-16', '06-23']);
    expect([dates.more, dates.total]).toEqual([6, 10]);
    expect(dates.next?.original).toBe('2026-06-09T10:00');
  });

  it('puts a date that was taken out where it would be, and leaves out those before and after what is listed', () => {
    const removed = ['2026-06-02', '2026-06-16', '2026-07-28'].map((day) => ({
      original: `${day}T10:00`,
      type: 'removed' as const,
    }));
    const dates = on('2026-06-08T09:00:00Z', tuesdays(...removed));
    expect(dates.listed.map(({ original, when }) => [original.slice(5, 10), when !== null])).toEqual([
      ['06-09', true],
      ['06-16', false],
      ['06-23', true],
      ['06-30', true],
    ]);
  });

  it('puts a moved date where it is now, and says where it was', () => {
    const dates = on(
      '2026-06-01T09:00:00Z',
      tuesdays({
        original: '2026-06-02T10:00',
        type: 'changed',
        change: { when: timedSample('2026-06-11T14:00', '2026-06-11T15:00') },
      }),
    );
    expect(originals(dates)).toEqual(['06-09', '06-02', '06-16']);
    expect(dates.listed[1]?.movedFrom?.toString()).toBe('2026-06-02T10:00:00');
  });

  it('takes for the next what takes place, else what was to, else what was last', () => {
    const off = (day: string): OccurrenceException => ({
      original: `${day}T10:00`,
      type: 'changed',
      change: { cancelled: { reason: 'Holiday' } },
    });
    expect(on('2026-06-01T09:00:00Z', tuesdays(off('2026-06-02'))).next?.original).toBe('2026-06-09T10:00');
    expect(on('2026-08-03T09:00:00Z', tuesdays(off('2026-08-04'))).next?.original).toBe('2026-08-04T10:00');
    expect(on('2026-09-01T09:00:00Z', tuesdays()).next?.original).toBe('2026-08-04T10:00');
    expect(on('2026-09-01T09:00:00Z', tuesdays()).listed).toEqual([]);
  });
});
