import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { Part } from '../../itinerary/domain/own-day.js';
import { dayDue, daysToBrief, nightOf, partsOfDay, waysTo, type SendingTimes } from './day.js';

const part = (id: string, start: string, end: string, more: Partial<Part> = {}): Part => ({
  id,
  title: id,
  start: Temporal.Instant.from(start),
  zone: 'Europe/Rome',
  end: Temporal.Instant.from(end),
  endZone: 'Europe/Rome',
  stop: null,
  to: null,
  ...more,
});
const place = (name: string, lat: number, lon: number) => ({ name, address: null, point: { lat, lon } });

describe('what a day is about', () => {
  it('is what begins on it, and before that what goes on into it, each on its own clock', () => {
    const train = part('train', '2035-03-12T22:30:00Z', '2035-03-13T05:00:00Z', { zone: 'Europe/London' });
    const lunch = part('lunch', '2035-03-13T11:00:00Z', '2035-03-13T12:00:00Z');
    const late = part('late', '2035-03-13T23:30:00Z', '2035-03-14T01:00:00Z');
    const party = part('party', '2035-03-13T20:00:00Z', '2035-03-13T23:00:00Z');
    const day = (iso: string) => partsOfDay([lunch, late, party, train], iso).map(({ id }) => id);
    expect(day('2035-03-12')).toEqual(['train']);
    expect(day('2035-03-13')).toEqual(['train', 'lunch', 'party']);
    // The party ends at midnight in Rome, and the last begins half an hour later.
    expect(day('2035-03-14')).toEqual(['late']);
  });

  it('says the way to each thing from where the one before ended, if the map tells', () => {
    const hotel = place('Hotel', 44.5, 11.34);
    const hall = place('Town hall', 44.505, 11.34);
    const coach = part('coach', '2035-03-12T08:00:00Z', '2035-03-12T09:00:00Z', { stop: hotel, to: hall });
    const talk = part('talk', '2035-03-12T09:00:00Z', '2035-03-12T10:00:00Z', { stop: hall });
    const walk = part('walk', '2035-03-12T11:00:00Z', '2035-03-12T12:00:00Z', { stop: hotel });
    const dinner = part('dinner', '2035-03-12T18:00:00Z', '2035-03-12T20:00:00Z', {
      stop: { name: 'Somewhere', address: null, point: null },
    });
    const ways = waysTo([coach, talk, walk, dinner]);
    expect([...ways.keys()]).toEqual(['walk']);
    expect(ways.get('walk')).toMatchObject({
      from: { name: 'Town hall' },
      way: { kilometresAnHour: 4, minutes: 9 },
    });
  });

  it('ends in the bed of its own night', () => {
    const nights = [
      { arrives: '2035-03-11', leaves: '2035-03-13' },
      { arrives: '2035-03-13', leaves: '2035-03-14' },
    ];
    expect(
      ['2035-03-10', '2035-03-12', '2035-03-13', '2035-03-14'].map((day) => nightOf(nights, day)),
    ).toEqual([null, nights[0], nights[1], null]);
  });
});

describe('the day whose briefing is due', () => {
  const times: SendingTimes = {
    zone: 'Europe/Rome',
    firstDay: '2027-03-27',
    lastDay: '2027-03-29',
    sendAt: '18:00',
  };
  const at = (iso: string) => dayDue(Temporal.Instant.from(iso), times);

  it('is tomorrow from the stated minute on, by the clock of the visit', () => {
    expect(at('2027-03-26T16:59:59Z')).toBe('2027-03-26');
    expect(at('2027-03-26T17:00:00Z')).toBe('2027-03-27');
    // The clocks there go forward in the night to the 28th, so that six is an hour earlier.
    expect(at('2027-03-28T15:59:59Z')).toBe('2027-03-28');
    expect(at('2027-03-28T16:00:00Z')).toBe('2027-03-29');
    // Two days before and after it some may still travel.
    expect(at('2027-03-24T16:59:59Z')).toBeNull();
    expect(at('2027-03-24T17:00:00Z')).toBe('2027-03-25');
    expect(at('2027-03-31T15:59:59Z')).toBe('2027-03-31');
    expect(at('2027-03-31T16:00:00Z')).toBeNull();
  });

  it('is a day on which people are on the way, today or tomorrow, and never an earlier one than it was before', () => {
    const minute = fc.integer({ min: 0, max: 10 * 24 * 60 });
    const start = Temporal.Instant.from('2027-03-23T00:00:00Z');
    fc.assert(
      fc.property(minute, minute, (one, other) => {
        const [early, late] = [Math.min(one, other), Math.max(one, other)].map((minutes) =>
          start.add({ minutes }),
        ) as [Temporal.Instant, Temporal.Instant];
        const [first, second] = [dayDue(early, times), dayDue(late, times)];
        if (first !== null && second !== null) expect(first <= second).toBe(true);
        if (second === null) return;
        const today = late.toZonedDateTimeISO(times.zone).toPlainDate();
        expect([today.toString(), today.add({ days: 1 }).toString()]).toContain(second);
        expect(daysToBrief(times)).toContain(second);
      }),
    );
  });
});
