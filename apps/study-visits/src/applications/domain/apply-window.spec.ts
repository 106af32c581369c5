import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { VisitStatus } from '../../visits/domain/visit.js';
import { applyWindow } from './apply-window.js';

const at = (text: string) => Temporal.Instant.from(text);

const visit = (closes: string, status: VisitStatus = 'announced') => ({
  status,
  applicationsOpenAt: at('2035-01-01T09:00:00Z'),
  applicationsCloseAt: at(closes),
});

describe('when one may apply', () => {
  it.each([
    ['2035-01-01T08:59:59.999Z', 'not-yet'],
    ['2035-01-01T09:00:00Z', 'open'],
    ['2035-01-31T16:59:59Z', 'open'],
    ['2035-01-31T16:59:59.999Z', 'open'],
    ['2035-01-31T17:00:00Z', 'closed'],
    ['2035-01-31T17:00:00.001Z', 'closed'],
  ])('at %s it is %s: the opening second counts, the closing one does not', (now, expected) => {
    expect(applyWindow(visit('2035-01-31T17:00:00Z'), at(now))).toBe(expected);
  });

  it('is the same instant in whichever zone staff entered it', () => {
    // Half past midnight in Bilbao, the evening before in London.
    const closes = Temporal.ZonedDateTime.from('2035-02-01T00:30:00[Europe/Madrid]').toInstant();
    const own = { ...visit('2035-01-31T17:00:00Z'), applicationsCloseAt: closes };
    const london = (text: string) => Temporal.ZonedDateTime.from(`${text}[Europe/London]`).toInstant();
    expect(applyWindow(own, london('2035-01-31T23:29:59'))).toBe('open');
    expect(applyWindow(own, london('2035-01-31T23:30:00'))).toBe('closed');
  });

  it('knows the night on which the clocks change', () => {
    // 1.30am comes twice in London on 28 October 2035; the first of the two is meant.
    const closes = Temporal.ZonedDateTime.from('2035-10-28T01:30:00+01:00[Europe/London]').toInstant();
    const own = { ...visit('2035-01-31T17:00:00Z'), applicationsCloseAt: closes };
    expect(applyWindow(own, at('2035-10-28T00:29:59Z'))).toBe('open');
    expect(applyWindow(own, at('2035-10-28T01:29:59Z'))).toBe('closed');
  });

  it.each([
    ['draft', 'not-set'],
    ['cancelled', 'not-set'],
    ['over', 'closed'],
    ['announced', 'open'],
    ['confirmed', 'open'],
  ] as const)('of a visit that is %s is %s', (status, expected) => {
    expect(applyWindow(visit('2035-01-31T17:00:00Z', status), at('2035-01-10T12:00:00Z'))).toBe(expected);
  });

  it('is not told before it is set', () => {
    const unset = { status: 'announced' as const, applicationsOpenAt: null, applicationsCloseAt: null };
    expect(applyWindow(unset, at('2035-01-10T12:00:00Z'))).toBe('not-set');
  });

  it('opens once and closes once', () => {
    const order = { 'not-set': -1, 'not-yet': 0, open: 1, closed: 2 };
    const instant = fc
      .integer({
        min: at('2034-12-01T00:00:00Z').epochMilliseconds,
        max: at('2035-03-01T00:00:00Z').epochMilliseconds,
      })
      .map((ms) => Temporal.Instant.fromEpochMilliseconds(ms));
    fc.assert(
      fc.property(instant, instant, (one, other) => {
        const [first, second] = Temporal.Instant.compare(one, other) <= 0 ? [one, other] : [other, one];
        const own = visit('2035-01-31T17:00:00Z');
        expect(order[applyWindow(own, first)]).toBeLessThanOrEqual(order[applyWindow(own, second)]);
      }),
    );
  });
});
