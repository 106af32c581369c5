import { feedOf } from './reading.js';
import { allDay, sampleEvent, timed } from './sample-events.js';

/** Run as a process of its own, under any server's time zone, by `same-bytes.spec.ts`. */
const when = timed('2026-03-02T09:30', '2026-03-02T11:00', 'Europe/Rome');
const exceptions = [
  { original: '2026-03-09T09:30', type: 'removed' as const },
  { original: '2026-03-16T09:30', type: 'changed' as const, change: { cancelled: { reason: 'Snow' } } },
  { original: '2026-03-23T09:30', type: 'changed' as const, change: { when } },
];
process.stdout.write(
  feedOf([
    sampleEvent(),
    sampleEvent({ uid: 'days', when: allDay('2026-03-28', '2026-03-30') }),
    sampleEvent({ uid: 'night', when: timed('2026-10-24T22:00', '2026-10-25T01:30', 'Europe/London') }),
    sampleEvent({ uid: 'series', when, recurrence: { rule: 'FREQ=WEEKLY;UNTIL=20260601', exceptions } }),
    sampleEvent({
      uid: 'day-series',
      when: allDay('2026-03-28'),
      recurrence: { rule: 'FREQ=DAILY;COUNT=4', exceptions: [] },
    }),
  ]),
);
