import { allDaySample, monthSample, timedSample } from '../../events/domain/testing/samples.js';
import { reminderDue } from './reminder-days.js';

describe('a reminder', () => {
  it.each([
    ['of a time', timedSample('2026-06-09T10:00', '2026-06-09T11:00'), 7, '2026-06-02T09:00:00Z'],
    ['across a clock change', timedSample('2026-03-30T10:00', '2026-03-30T11:00'), 7, '2026-03-23T10:00:00Z'],
    [
      'of an event elsewhere',
      timedSample('2026-06-09T10:00', '2026-06-09T11:00', 'America/New_York'),
      1,
      '2026-06-08T14:00:00Z',
    ],
    ['of whole days', allDaySample('2026-06-09', '2026-06-11'), 14, '2026-05-26T08:00:00Z'],
    // 29 March 2026, 1.30am: no clock in London shows it.
    [
      'at a time that is left out that day',
      timedSample('2026-03-30T01:30', '2026-03-30T03:00'),
      1,
      '2026-03-29T01:30:00Z',
    ],
  ])('%s is due at the same time of day', (_what, when, days, due) => {
    expect(reminderDue(when, days)?.toString()).toBe(due);
  });

  it('waits until there is a date', () => {
    expect(reminderDue(monthSample('2026-06'), 7)).toBeNull();
  });
});
