import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { missingToAnnounce, missingToConfirm } from './missing.js';
import { endsByItself, isEnded, movesFrom, takeStep } from './status.js';
import type { VisitStatus } from './visit.js';

const statuses: readonly VisitStatus[] = ['draft', 'announced', 'confirmed', 'over', 'cancelled'];
const step = (
  from: VisitStatus,
  to: VisitStatus,
  missing: readonly string[] = [],
  reason = 'The hosts cannot.',
) => takeStep({ from, to, reason, missing });

describe('what becomes of a visit', () => {
  it('goes by these steps of the staff and no other', () => {
    const taken = statuses.flatMap((from) =>
      statuses.filter((to) => step(from, to).ok).map((to) => `${from} → ${to}`),
    );
    expect(taken).toEqual([
      'draft → announced',
      'announced → confirmed',
      'announced → cancelled',
      'confirmed → cancelled',
    ]);
    for (const from of statuses) expect(movesFrom(from).every((to) => step(from, to).ok)).toBe(true);
  });

  it('is over by the clock only where it was confirmed', () => {
    expect(endsByItself).toEqual(['confirmed']);
    expect(statuses.filter(isEnded)).toEqual(['over', 'cancelled']);
  });

  it('says why a step cannot be taken, and what is missing', () => {
    const words = (from: VisitStatus, to: VisitStatus) => {
      const taken = step(from, to, ['The summary is missing.']);
      return taken.ok ? '' : taken.problems[0]?.message;
    };
    expect(words('draft', 'announced')).toBe('It cannot be announced yet. The summary is missing.');
    expect(words('announced', 'announced')).toBe('This visit is announced already.');
    expect(words('draft', 'confirmed')).toBe(
      'A draft is not known to anybody yet. Announce it first, or delete it.',
    );
    expect(words('confirmed', 'draft')).toContain('cannot become a draft again');
    expect(words('over', 'cancelled')).toBe('This visit is over, so it stays as it is.');
    expect(words('announced', 'over')).toContain('over by itself');
  });

  it('is cancelled with a reason only, and needs nothing to be there for that', () => {
    expect(step('announced', 'cancelled', ['Something is missing.']).ok).toBe(true);
    expect(step('confirmed', 'cancelled', [], ' ').ok).toBe(false);
  });
});

const ready = {
  lastDay: '2027-05-14',
  zone: 'Pacific/Auckland',
  summary: 'Five days.',
  applicationsOpenAt: Temporal.Instant.from('2026-11-02T09:00:00Z'),
  applicationsCloseAt: Temporal.Instant.from('2027-01-15T12:00:00Z'),
  decisionOn: '2027-02-05',
  pricePence: 99_500,
  depositPence: 20_000,
  priceIncludes: 'Flights.',
  balanceDueOn: '2027-03-31',
};
const now = Temporal.Instant.from('2026-12-01T12:00:00Z');

describe('what is missing', () => {
  const parts = (
    change: Partial<Parameters<typeof missingToAnnounce>[0]>,
    packageTravel: 'unsigned' | 'signed' | 'changed' = 'signed',
    when = now,
  ) => missingToAnnounce({ ...ready, ...change }, { now: when, packageTravel }).map(({ part }) => part);

  it('is nothing where a visit says all that people need', () => {
    expect(parts({})).toEqual([]);
  });

  it('is told with the part where it is put right', () => {
    expect(parts({ summary: '' })).toEqual(['edit']);
    expect(parts({ priceIncludes: '' })).toEqual(['edit/money']);
    expect(parts({ balanceDueOn: null })).toEqual(['edit/money']);
    expect(parts({ applicationsOpenAt: null })).toEqual(['edit/applications']);
    expect(parts({ decisionOn: null })).toEqual(['edit/applications']);
    expect(parts({}, 'unsigned')).toEqual(['package-travel']);
    expect(parts({}, 'changed')).toEqual(['package-travel']);
  });

  it('is no signature where a visit costs nothing', () => {
    expect(parts({ pricePence: 0, depositPence: 0, balanceDueOn: null }, 'unsigned')).toEqual([]);
  });

  it('goes by the clock of the network for applications, and by that of the visit for its days', () => {
    expect(parts({}, 'signed', Temporal.Instant.from('2027-01-15T11:59:59Z'))).toEqual([]);
    expect(parts({}, 'signed', Temporal.Instant.from('2027-01-15T12:00:00Z'))).toEqual(['edit/applications']);
    expect(parts({}, 'signed', Temporal.Instant.from('2027-05-14T11:59:59Z'))).toEqual(['edit/applications']);
    expect(parts({}, 'signed', Temporal.Instant.from('2027-05-14T12:00:00Z'))).toEqual([
      'edit',
      'edit/applications',
    ]);
  });

  it('is a signed risk assessment and somebody who travels before it is confirmed', () => {
    const confirm = (risks: 'unsigned' | 'signed' | 'changed', travellers: number) =>
      missingToConfirm({ risks, travellers }).map(({ part }) => part);
    expect(confirm('signed', 1)).toEqual([]);
    expect(confirm('unsigned', 1)).toEqual(['risks']);
    expect(confirm('changed', 0)).toEqual(['risks', 'travellers']);
  });
});
