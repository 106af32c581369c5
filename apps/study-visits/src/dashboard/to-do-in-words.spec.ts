import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { usualDetails } from '../visits/domain/details.js';
import type { Visit } from '../visits/domain/visit.js';
import { toDoOf, type VisitState } from './to-do-in-words.js';

const visit: Visit = {
  ...usualDetails,
  id: 'v',
  slug: 'mondragon-2027',
  title: 'Mondragon 2027',
  region: 'Basque Country',
  country: 'ES',
  zone: 'Europe/Madrid',
  firstDay: '2027-05-09',
  lastDay: '2027-05-14',
  status: 'announced',
  statusReason: null,
  summary: 'Five days.',
  description: '',
  contacts: [],
  applicationsOpenAt: Temporal.Instant.from('2026-11-02T09:00:00Z'),
  applicationsCloseAt: Temporal.Instant.from('2027-01-15T12:00:00Z'),
  decisionOn: '2027-02-05',
  copiedFrom: null,
  version: 1,
};
const missing = [{ message: 'The risk assessment is not signed off.', part: 'risks' }];

const said = (now: string, state: Partial<VisitState> = {}, change: Partial<Visit> = {}) => {
  const of = {
    missing,
    submitted: 31,
    delegates: 0,
    risksToReview: 0,
    ...state,
    visit: { ...visit, ...change },
  };
  return toDoOf(of, Temporal.Instant.from(now)).map(({ text, about }) => `${text}${about}`);
};

describe('what needs doing about a visit', () => {
  it('is what is missing before a draft can be announced, or to announce it', () => {
    expect(said('2026-10-01T12:00:00Z', {}, { status: 'draft' })).toEqual([
      '1 thing is missing before Mondragon 2027 can be announced',
    ]);
    expect(said('2026-10-01T12:00:00Z', { missing: [] }, { status: 'draft' })).toEqual([
      'Announce it: Mondragon 2027 is ready',
    ]);
  });

  it('is nothing while people apply, until two weeks before it is too late', () => {
    expect(said('2026-12-31T12:00:00Z')).toEqual([]);
    expect(said('2027-01-01T12:00:00Z')).toEqual([
      '31 applications for 20 places: Mondragon 2027 closes for applications in 2 weeks: Friday 15 January 2027, 12 noon',
    ]);
  });

  it('is to decide who comes, until somebody has a place', () => {
    const about = '31 applications for 20 places: Mondragon 2027: applicants';
    expect(said('2027-01-15T12:00:00Z')).toEqual([
      `${about} are to hear by Friday 5 February 2027, in 3 weeks`,
    ]);
    expect(said('2027-02-06T12:00:00Z')[0]).toBe(
      `${about} were to hear by Friday 5 February 2027, yesterday`,
    );
    expect(said('2027-01-20T12:00:00Z', { delegates: 1 })).toEqual([]);
    expect(said('2027-01-20T12:00:00Z', { submitted: 0 })).toEqual([]);
  });

  it('is what keeps it from being confirmed once it is near, or to confirm it', () => {
    expect(said('2027-03-01T12:00:00Z', { delegates: 18 })).toEqual([
      '1 thing is missing before Mondragon 2027 can be confirmed; it begins in 2 months',
    ]);
    expect(said('2027-03-01T12:00:00Z', { delegates: 18, missing: [] })).toEqual([
      'Confirm it: Mondragon 2027 is ready, with 18 delegates',
    ]);
  });

  it('is to say whether it took place, where nobody confirmed it', () => {
    expect(said('2027-05-15T12:00:00Z')).toEqual([
      'Say whether it took place: Mondragon 2027 was announced until Friday 14 May 2027 and never confirmed',
    ]);
  });

  it('is to look at risks again once it is confirmed, and nothing once it is over or cancelled', () => {
    expect(said('2027-04-01T12:00:00Z', { risksToReview: 2 }, { status: 'confirmed' })).toEqual([
      '2 risks to look at again for Mondragon 2027',
    ]);
    expect(said('2027-04-01T12:00:00Z', {}, { status: 'confirmed' })).toEqual([]);
    for (const status of ['over', 'cancelled'] as const) {
      expect(said('2027-06-01T12:00:00Z', { risksToReview: 2 }, { status })).toEqual([]);
    }
  });
});
