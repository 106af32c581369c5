import { Temporal } from 'temporal-polyfill';
import { expiryOf, isDueToBeNoted } from './session-life.js';

const at = (text: string) => Temporal.Instant.from(`${text}Z`);
const begun = at('2026-01-01T12:00');

describe('a session', () => {
  it('ends after 30 days of which it was not used', () => {
    expect(expiryOf(begun, begun).toString()).toBe('2026-01-31T12:00:00Z');
    expect(expiryOf(begun, at('2026-02-10T08:00')).toString()).toBe('2026-03-12T08:00:00Z');
  });

  it('ends after 90 days however much it is used', () => {
    expect(expiryOf(begun, at('2026-03-31T12:00')).toString()).toBe('2026-04-01T12:00:00Z');
  });

  it('is noted to be used every ten minutes', () => {
    expect(isDueToBeNoted(begun, at('2026-01-01T12:09:59'))).toBe(false);
    expect(isDueToBeNoted(begun, at('2026-01-01T12:10'))).toBe(true);
  });
});
