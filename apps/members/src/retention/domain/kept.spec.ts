import { Temporal } from 'temporal-polyfill';
import { cutOff, kept, kindsKept } from './kept.js';

const now = Temporal.Instant.from('2026-03-29T12:00:00Z');

describe('what is kept of people', () => {
  it('goes by the calendar, across a change of the clocks', () => {
    expect(cutOff('sessions', now).toString()).toBe('2026-02-27T13:00:00Z');
    expect(cutOff('audit', now).toString()).toBe('2024-03-29T13:00:00Z');
    expect(cutOff('signInRequests', now).toString()).toBe('2026-03-28T12:00:00Z');
  });

  it.each(kindsKept)('says of %s the period that is carried out', (kind) => {
    const { period, until } = kept[kind];
    const amount = [period.years, period.days, period.hours / 24].find((each) => each > 0);
    expect(until).toContain(`${amount} `);
  });
});
