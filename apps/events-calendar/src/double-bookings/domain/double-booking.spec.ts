import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import type { ConferenceFacts, ShiftFacts, TravellerFacts } from '#contracts';
import { besideShift, doubleBookings } from './double-booking.js';

const conference: ConferenceFacts = {
  id: '019a8d5e-0000-7000-8000-000000000001',
  slug: 'annual-2027',
  title: 'Annual Conference 2027',
  status: 'open',
  statusReason: null,
  summary: '',
  when: {
    zone: 'Europe/London',
    days: [
      { date: '2027-09-26', opens: '10:00', closes: '17:00' },
      { date: '2027-09-27', opens: null, closes: null },
    ],
  },
  format: 'in person',
  place: null,
  host: null,
  path: '/conference/annual-2027',
  version: 1,
};

/** By the clock in London, in summer time. */
const shift = (id: string, from: string, until: string, different: Partial<ShiftFacts> = {}): ShiftFacts => ({
  id,
  shiftId: id,
  exhibitionId: 'labour',
  exhibitionTitle: 'Labour Party Conference',
  personId: 'bo',
  start: `2027-09-${from}:00+01:00`,
  end: `2027-09-${until}:00+01:00`,
  zone: 'Europe/London',
  place: null,
  stand: null,
  label: '',
  isLead: false,
  walkingMinutes: 10,
  path: '/stands/labour-2027',
  version: 1,
  ...different,
});

const inWords = (
  shifts: readonly ShiftFacts[],
  now = '2027-01-01T00:00:00Z',
  facts = conference,
  ticketDays: readonly string[] = [],
) =>
  doubleBookings(
    { conferences: [{ facts, ticketDays }], shifts, visits: [] },
    Temporal.Instant.from(now),
  ).map(({ first, second, isAtOnce }) => `${first.title} ${isAtOnce ? 'while' : 'before'} ${second.title}`);

const stand = 'Stand at Labour Party Conference';

describe('besideShift', () => {
  it('is what overlaps it, or is too close to it, and nothing of the same stand', () => {
    const shifts = [
      shift('a', '26T11:00', '26T12:00'),
      shift('b', '26T12:00', '26T13:00'),
      shift('c', '26T18:00', '26T19:00', { exhibitionId: 'other', exhibitionTitle: 'Another' }),
      shift('d', '26T19:05', '26T20:00'),
    ];
    const beside = (which: number, ticketDays: readonly string[] = []) => {
      const [facts] = shifts.slice(which);
      const times = { conferences: [{ facts: conference, ticketDays }], shifts, visits: [] };
      return facts === undefined
        ? []
        : besideShift(times, facts).map(
            ({ other, isAtOnce }) => `${isAtOnce ? 'overlaps' : 'near'} ${other.title}`,
          );
    };
    expect(beside(0)).toEqual(['overlaps Annual Conference 2027']);
    expect(beside(0, ['2027-09-27'])).toEqual([]);
    expect(beside(3)).toEqual(['near Stand at Another']);
    expect(beside(2)).toHaveLength(1);
  });
});

describe('doubleBookings', () => {
  it('are shifts on a day of the conference, those in a row once, and those too close to it', () => {
    const shifts = [
      shift('early', '26T08:00', '26T09:51'),
      shift('one', '26T12:00', '26T13:00'),
      shift('two', '26T13:00', '26T14:00'),
      shift('after', '28T00:10', '28T01:00'),
    ];
    expect(inWords(shifts)).toEqual([
      `${stand} before Annual Conference 2027`,
      `Annual Conference 2027 while ${stand}`,
    ]);
  });

  it('are none on days for which their ticket is not', () => {
    const shifts = [shift('one', '26T12:00', '26T13:00')];
    expect(inWords(shifts, undefined, conference, ['2027-09-26'])).toHaveLength(1);
    expect(inWords(shifts, undefined, conference, ['2027-09-27'])).toEqual([]);
  });

  it('are shifts on two stands at once', () => {
    const elsewhere = { exhibitionId: 'green', exhibitionTitle: 'Green Party Conference' };
    const shifts = [shift('one', '20T10:00', '20T11:00'), shift('two', '20T10:30', '20T11:30', elsewhere)];
    expect(inWords(shifts)).toEqual([`${stand} while Stand at Green Party Conference`]);
  });

  it('are whatever they are to be at while they travel with a study visit, and not on the day after', () => {
    const visit: TravellerFacts = {
      id: 'traveller',
      visitId: 'visit',
      visitTitle: 'Study visit',
      personId: 'bo',
      organisationId: null,
      firstDay: '2027-09-25',
      lastDay: '2027-09-26',
      zone: 'Europe/Madrid',
      region: 'Basque Country',
      path: '/visits/visit',
      version: 1,
    };
    const shifts = [shift('one', '26T12:00', '26T13:00'), shift('two', '27T10:00', '27T11:00')];
    const beside = (facts: ShiftFacts) =>
      besideShift({ conferences: [], shifts, visits: [visit] }, facts).map(({ other }) => other.title);
    expect(shifts.map(beside)).toEqual([['Study visit'], []]);
    const conferences = [{ facts: conference, ticketDays: [] }];
    const now = Temporal.Instant.from('2027-01-01T00:00:00Z');
    expect(
      doubleBookings({ conferences, shifts: [], visits: [visit] }, now).map(
        ({ first, second }) => `${first.title}, ${second.title}`,
      ),
    ).toEqual(['Study visit, Annual Conference 2027']);
  });

  it('are none that are over, nor of a conference that is called off', () => {
    const shifts = [shift('one', '26T12:00', '26T13:00')];
    expect(inWords(shifts, '2027-09-26T11:59:00Z')).toHaveLength(1);
    expect(inWords(shifts, '2027-09-26T12:00:00Z')).toEqual([]);
    expect(inWords(shifts, undefined, { ...conference, status: 'cancelled' })).toEqual([]);
  });
});
