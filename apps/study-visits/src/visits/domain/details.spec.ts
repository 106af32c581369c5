import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { accepted } from '#checks';
import { checkDetails, type DetailsInput } from './details.js';
import type { VisitStatus } from './visit.js';

const at = (text: string) => accepted(Temporal.Instant.from(text));

const mondragon: DetailsInput = {
  title: '  Mondragon 2027 ',
  region: 'Basque Country',
  country: 'es',
  zone: 'Europe/Madrid',
  firstDay: accepted('2027-05-09'),
  lastDay: accepted('2027-05-14'),
  summary: 'Five days with the worker co-operatives of Mondragon.',
  description: '',
  contacts: [{ name: 'Sam Example', role: '', phone: null, email: 'sam@example.org' }],
  places: '25',
  organisationLimit: '2',
  categoryLimits: [
    { category: 'full', most: '' },
    { category: 'supporter', most: '3' },
  ],
  reserved: [
    { kind: 'press', places: '1' },
    { kind: 'newcomer', places: '' },
  ],
  fundedPlaces: '5',
  pricePence: accepted(99_500),
  priceIncludes: 'Flights, rooms, breakfast.',
  depositPence: accepted(20_000),
  balanceDueOn: accepted('2027-03-31'),
  refunds: [
    { daysBefore: '30', percent: '50 %' },
    { daysBefore: '90', percent: '100' },
  ],
  applicationsOpenAt: at('2026-11-02T09:00:00Z'),
  applicationsCloseAt: at('2027-01-15T12:00:00Z'),
  decisionOn: accepted('2027-02-05'),
  acceptanceDays: '10',
};

const codes = (change: Partial<DetailsInput>, status: VisitStatus = 'draft') => {
  const checked = checkDetails({ ...mondragon, ...change }, status);
  return checked.ok ? 'fine' : checked.problems.map(({ field, code }) => `${field} ${code}`);
};

describe('what a visit says', () => {
  it('is tidied: limits that are blank are none, refunds come the longest before first', () => {
    const checked = checkDetails(mondragon, 'announced');
    expect(checked.ok && checked.value).toMatchObject({
      title: 'Mondragon 2027',
      country: 'ES',
      categoryLimits: [{ category: 'supporter', most: 3 }],
      reserved: [{ kind: 'press', places: 1 }],
      refunds: [
        { daysBefore: 90, percent: 100 },
        { daysBefore: 30, percent: 50 },
      ],
    });
  });

  it.each<[string, Partial<DetailsInput>, string]>([
    ['no title', { title: ' ' }, 'title missing'],
    ['no region', { region: '' }, 'region missing'],
    ['a country that there is not', { country: 'XX' }, 'country unknown-choice'],
    ['a code that ISO took back', { country: 'DD' }, 'country unknown-choice'],
    ['an offset for a zone', { zone: '+01:00' }, 'zone zone-unknown'],
    ['no first day', { firstDay: accepted(null) }, 'firstDay date-missing'],
    ['an end before the beginning', { lastDay: accepted('2027-05-08') }, 'lastDay end-before-start'],
    ['a year by mistake', { lastDay: accepted('2028-05-14') }, 'lastDay too-long'],
    ['no places', { places: '0' }, 'places too-small'],
    ['half a place', { places: '2.5' }, 'places not-a-whole-number'],
    [
      'more from one organisation than places',
      { organisationLimit: '26' },
      'organisationLimit more-than-places',
    ],
    [
      'more of a category than places',
      { categoryLimits: [{ category: 'full', most: '26' }] },
      'categoryLimits.full more-than-places',
    ],
    [
      'two limits for a category',
      {
        categoryLimits: [
          { category: 'full', most: '3' },
          { category: 'full', most: '4' },
        ],
      },
      'categoryLimits.full given-twice',
    ],
    [
      'a category that there is not',
      { categoryLimits: [{ category: 'gold', most: '1' }] },
      'categoryLimits unknown-choice',
    ],
    [
      'more reserved than places',
      {
        reserved: [
          { kind: 'newcomer', places: '20' },
          { kind: 'press', places: '6' },
        ],
      },
      'reserved.press more-than-places',
    ],
    ['more funded than places', { fundedPlaces: '26' }, 'fundedPlaces more-than-places'],
    ['a deposit above the price', { depositPence: accepted(99_501) }, 'depositPence more-than-price'],
    ['a balance of nothing', { depositPence: accepted(99_500) }, 'balanceDueOn no-balance'],
    [
      'two steps on one day',
      {
        refunds: [
          { daysBefore: '30', percent: '50' },
          { daysBefore: '30', percent: '40' },
        ],
      },
      'refunds.1.daysBefore given-twice',
    ],
    [
      'more back for whoever is later',
      {
        refunds: [
          { daysBefore: '30', percent: '60' },
          { daysBefore: '60', percent: '60' },
        ],
      },
      'refunds.0.percent out-of-order',
    ],
    ['a step of nothing', { refunds: [{ daysBefore: '30', percent: '0' }] }, 'refunds.0.percent too-small'],
    [
      'a window that ends where it begins',
      { applicationsCloseAt: at('2026-11-02T09:00:00Z') },
      'applicationsCloseAt end-before-start',
    ],
    ['a decision on the day of closing', { decisionOn: accepted('2027-01-15') }, 'decisionOn before-closing'],
    [
      'a window past the beginning',
      {
        applicationsCloseAt: at('2027-05-09T00:00:00Z'),
        decisionOn: accepted(null),
        balanceDueOn: accepted(null),
      },
      'applicationsCloseAt after-the-beginning',
    ],
    [
      'answers after the beginning',
      { acceptanceDays: '90', decisionOn: accepted('2027-03-01') },
      'acceptanceDays after-the-beginning',
    ],
    [
      'a balance after the beginning',
      { balanceDueOn: accepted('2027-05-10') },
      'balanceDueOn after-the-beginning',
    ],
    [
      'a balance before the decision',
      { balanceDueOn: accepted('2027-02-05') },
      'balanceDueOn before-the-decision',
    ],
    [
      'no mail address',
      { contacts: [{ name: 'S', role: '', phone: null, email: 'sam' }] },
      'contacts.0.email not-an-email-address',
    ],
  ])('is refused with %s, at the field', (_, change, problem) => {
    expect(codes(change)).toEqual([problem]);
  });

  it('may close at the very moment at which the first day begins there', () => {
    const midnightInMadrid = at('2027-05-08T22:00:00Z');
    const change = {
      applicationsCloseAt: midnightInMadrid,
      decisionOn: accepted(null),
      balanceDueOn: accepted(null),
    };
    expect(codes(change)).toBe('fine');
  });

  it('may be decided on the day that begins when applications close', () => {
    expect(
      codes({ applicationsCloseAt: at('2027-01-15T00:00:00Z'), decisionOn: accepted('2027-01-15') }),
    ).toBe('fine');
    expect(
      codes({ applicationsCloseAt: at('2027-01-15T00:00:01Z'), decisionOn: accepted('2027-01-15') }),
    ).not.toBe('fine');
  });

  it('keeps what everybody has read of it once it is announced', () => {
    const blank = {
      summary: '',
      priceIncludes: '',
      applicationsOpenAt: accepted(null),
      applicationsCloseAt: accepted(null),
      decisionOn: accepted(null),
    };
    expect(codes(blank)).toBe('fine');
    expect(codes(blank, 'announced')).toEqual([
      'summary missing',
      'applicationsOpenAt missing',
      'applicationsCloseAt missing',
      'decisionOn missing',
      'priceIncludes missing',
    ]);
  });
});
