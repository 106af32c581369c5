import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { hoursOf, minutesOf, turnouts, type Assigned, type Helper } from './hours.js';

const zone = 'Europe/London';
const at = (text: string) => Temporal.Instant.from(text);

let ids = 0;
const part = (memberId: string, start: string, end: string, status: Assigned['status']): Assigned => ({
  id: `part ${(ids += 1)}`,
  memberId,
  status,
  terms: { start: at(start), end: at(end) },
});

const helper = (
  id: string,
  organisationName: string | null = null,
  organisationId: string | null = null,
): Helper => ({ id, name: id, organisationName, organisationId });

const came = (one: Assigned, others: readonly Assigned[], now: string) =>
  turnouts([one, ...others], at(now), zone).get(one.id);

describe('who stood', () => {
  const silent = part('ann', '2027-09-26T09:00Z', '2027-09-26T11:00Z', 'assigned');
  const other = part('bo', '2027-09-26T13:00Z', '2027-09-26T15:00Z', 'checked-in');
  const nextDay = part('bo', '2027-09-27T13:00Z', '2027-09-27T15:00Z', 'checked-in');

  it('is whoever checked in, once the shift has ended', () => {
    expect(came(other, [], '2027-09-26T14:59Z')).toBe('to-come');
    expect(came(other, [], '2027-09-26T15:00Z')).toBe('stood');
  });

  it('is everybody on a day on which nobody checked in', () => {
    expect(came(silent, [nextDay], '2027-09-28T00:00Z')).toBe('stood');
    expect(came(silent, [], '2027-09-26T11:14Z')).toBe('to-come');
    expect(came(silent, [], '2027-09-26T11:15Z')).toBe('stood');
  });

  it('is not who kept silent on a day on which somebody checked in', () => {
    expect(came(silent, [other], '2027-09-28T00:00Z')).toBe('no-show');
  });

  it('goes by the days of the stand, not by those of Greenwich', () => {
    const late = part('ann', '2027-09-26T22:30Z', '2027-09-26T22:45Z', 'assigned');
    const midnight = part('bo', '2027-09-26T23:30Z', '2027-09-26T23:45Z', 'checked-in');
    expect(came(late, [midnight], '2027-09-28T00:00Z')).toBe('stood');
  });

  it.each(['no-show', 'dropped-out'] as const)('is not who is said to be %s', (status) => {
    const said = part('ann', '2027-09-26T09:00Z', '2027-09-26T11:00Z', status);
    expect(came(said, [], '2027-09-28T00:00Z')).toBe(status);
  });
});

describe('hours', () => {
  const now = at('2028-01-01T00:00Z');

  it('are counted in instants where the clock changes', () => {
    const night = (day: string) =>
      minutesOf({
        start: Temporal.PlainDateTime.from(`${day}T00:00`).toZonedDateTime(zone).toInstant(),
        end: Temporal.PlainDateTime.from(`${day}T04:00`).toZonedDateTime(zone).toInstant(),
      });
    expect([night('2027-10-30'), night('2027-10-31'), night('2027-03-28')]).toEqual([240, 300, 180]);
  });

  it('of an organisation written by hand are those of the one that is known by the name', () => {
    const known = [{ id: 'o1', name: 'Oldham Council' }];
    const helpers = [helper('ann', ' oldham  council'), helper('bo', 'Oldham Council', 'o1'), helper('cy')];
    const all = helpers.map(({ id }) => part(id, '2027-09-26T09:00Z', '2027-09-26T10:00Z', 'checked-in'));
    expect(hoursOf(helpers, all, known, now, zone).organisations).toEqual([
      { key: 'id o1', id: 'o1', name: 'Oldham Council', minutes: 120, shifts: 2, people: 2 },
      { key: '', id: null, name: null, minutes: 60, shifts: 1, people: 1 },
    ]);
  });

  it('of an organisation that is known by its id are not those of another of the name that somebody wrote', () => {
    const known = [
      { id: 'o1', name: 'Oldham Council' },
      { id: 'o2', name: 'Preston City Council' },
    ];
    const helpers = [helper('ann', 'Oldham Council', 'o2'), helper('bo', 'Somewhere', 'gone')];
    const all = helpers.map(({ id }) => part(id, '2027-09-26T09:00Z', '2027-09-26T10:00Z', 'checked-in'));
    expect(hoursOf(helpers, all, known, now, zone).organisations).toEqual([
      { key: 'id o2', id: 'o2', name: 'Preston City Council', minutes: 60, shifts: 1, people: 1 },
      { key: 'name somewhere', id: null, name: 'Somewhere', minutes: 60, shifts: 1, people: 1 },
    ]);
  });

  it('are listed with the organisation of most first, then by name; whoever belongs to none is last', () => {
    const helpers = [helper('ann'), helper('bo', 'York'), helper('cy', 'Derby'), helper('di', 'Leeds')];
    const hours = (memberId: string, number: number) =>
      part(memberId, '2027-09-26T09:00Z', `2027-09-26T${9 + number}:00Z`, 'checked-in');
    const all = [hours('ann', 5), hours('bo', 2), hours('cy', 2), hours('di', 3)];
    const { organisations } = hoursOf(helpers, all, [], now, zone);
    expect(organisations.map(({ name }) => name)).toEqual(['Leeds', 'Derby', 'York', null]);
  });

  it('of a person say how often they did not come and dropped out; who was to do nothing is not there', () => {
    const when = ['2027-09-26T09:00Z', '2027-09-26T10:00Z'] as const;
    const said = { 'checked-in': 2, 'no-show': 1, 'dropped-out': 3 } as const;
    const all = (['checked-in', 'no-show', 'dropped-out'] as const).flatMap((status) =>
      Array.from({ length: said[status] }, () => part('ann', ...when, status)),
    );
    const { people } = hoursOf([helper('ann'), helper('bo')], all, [], now, zone);
    expect(people).toEqual([expect.objectContaining({ minutes: 120, shifts: 2, noShows: 1, dropOuts: 3 })]);
    const later = part('bo', '2028-09-26T09:00Z', '2028-09-26T10:00Z', 'assigned');
    expect(hoursOf([helper('bo')], [later], [], now, zone).people).toEqual([]);
  });

  it('per person and per organisation add up to those stood, whatever the data, across the clock change', () => {
    const names = [null, 'Oldham Council', 'OLDHAM COUNCIL', 'Plymouth City Council', 'Nobody’s'];
    const members = fc.array(
      fc.record({
        organisationName: fc.constantFrom(...names),
        organisationId: fc.constantFrom(null, 'o1', 'o2', 'gone'),
      }),
      { minLength: 1, maxLength: 8 },
    );
    // Round the night in which the clock goes back, and the one in which it goes forward.
    const start = fc
      .tuple(fc.constantFrom('2027-10-30T12:00Z', '2027-03-27T12:00Z'), fc.integer({ min: 0, max: 2880 }))
      .map(([from, minutes]) => at(from).add({ minutes }));
    const parts = fc.array(
      fc.record({
        member: fc.nat(7),
        start,
        minutes: fc.integer({ min: 1, max: 600 }),
        status: fc.constantFrom<Assigned['status']>('assigned', 'dropped-out', 'checked-in', 'no-show'),
      }),
      { maxLength: 30 },
    );
    const known = [
      { id: 'o1', name: 'Oldham Council' },
      { id: 'o2', name: 'Preston City Council' },
    ];
    fc.assert(
      fc.property(members, parts, fc.integer({ min: 0, max: 400 }), (team, given, days) => {
        const helpers = team.map((each, index) => ({ id: `m${index}`, name: `m${index}`, ...each }));
        const all = given.map(({ member, start: from, minutes, status }, index) => ({
          id: `p${index}`,
          memberId: `m${member % helpers.length}`,
          status,
          terms: { start: from, end: from.add({ minutes }) },
        }));
        const then = at('2027-03-27T12:00Z').add({ hours: 24 * days });
        const { people, organisations, minutes } = hoursOf(helpers, all, known, then, zone);
        const outcome = turnouts(all, then, zone);
        const stood = given.filter((_, index) => outcome.get(`p${index}`) === 'stood');
        const total = (amounts: readonly number[]) => amounts.reduce((one, other) => one + other, 0);
        const expected = total(stood.map((one) => one.minutes));
        expect(minutes).toBe(expected);
        expect(total(people.map((one) => one.minutes))).toBe(expected);
        expect(total(organisations.map((one) => one.minutes))).toBe(expected);
        expect(total(organisations.map((one) => one.people))).toBe(
          people.filter(({ shifts }) => shifts > 0).length,
        );
        expect(new Set(organisations.map(({ key }) => key)).size).toBe(organisations.length);
      }),
    );
  });
});
