import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { minutesBetween, type Item } from '../../itinerary/domain/item.js';
import { applyLive, liveWays, waysFor, type LiveInput, type LiveState } from './live-change.js';

type Changed = Parameters<typeof applyLive>[0];

const visit = { firstDay: '2035-03-11', lastDay: '2035-03-16' };
const around = { visit, before: null };

const itemAt = (start: string, minutes: number, different: Partial<Changed> = {}): Changed => ({
  id: '1',
  kind: 'visit',
  title: 'Fagor',
  start: Temporal.Instant.from(start),
  zone: 'Europe/Madrid',
  end: Temporal.Instant.from(start).add({ minutes }),
  endZone: 'Europe/Madrid',
  stop: { name: 'Fagor', address: null, point: { lat: 43, lon: -2.5 } },
  to: null,
  hostId: null,
  capacity: null,
  groupIds: [],
  language: null,
  needsInterpreter: false,
  bufferMinutes: 0,
  travelMinutes: null,
  description: '',
  notes: '',
  status: 'planned' satisfies Item['status'],
  statusReason: null,
  version: 1,
  ...different,
});

const input = (different: Partial<LiveInput>): LiveInput => ({
  way: 'later-15',
  from: '',
  until: '',
  place: '',
  address: '',
  why: '',
  ...different,
});

function stateOf(...given: Parameters<typeof applyLive>): LiveState {
  const result = applyLive(...given);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value.state;
}

const codesOf = (...given: Parameters<typeof applyLive>): readonly string[] => {
  const result = applyLive(...given);
  return result.ok ? [] : result.problems.map(({ field, code }) => `${field}: ${code}`);
};

describe('a change on the way', () => {
  it('moves an item as a whole, and leaves all else', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 5 * 24 * 60 }),
        fc.integer({ min: 1, max: 600 }),
        fc.constantFrom('later-15' as const, 'later-30' as const, 'later-60' as const),
        (after, lasts, way) => {
          const start = Temporal.Instant.from('2035-03-11T00:00:00Z').add({ minutes: after });
          const item = itemAt(start.toString(), lasts);
          const state = stateOf(item, input({ way }), around);
          expect(minutesBetween(item.start, state.start)).toBe(Number(way.slice('later-'.length)));
          expect(minutesBetween(state.start, state.end)).toBe(lasts);
          expect([state.stop, state.status]).toEqual([item.stop, 'planned']);
        },
      ),
    );
  });

  it('to another time keeps how long it lasts, unless an end is given', () => {
    const item = itemAt('2035-03-12T08:00:00Z', 90);
    const kept = stateOf(item, input({ way: 'time', from: '2pm' }), around);
    expect([kept.start.toString(), kept.end.toString()]).toEqual([
      '2035-03-12T13:00:00Z',
      '2035-03-12T14:30:00Z',
    ]);
    const shorter = stateOf(item, input({ way: 'time', from: '14:00', until: '14.45' }), around);
    expect(shorter.end.toString()).toBe('2035-03-12T13:45:00Z');
    const throughNight = stateOf(item, input({ way: 'time', from: '11pm', until: '1am' }), around);
    expect(throughNight.end.toString()).toBe('2035-03-13T00:00:00Z');
    expect(codesOf(item, input({ way: 'time' }), around)).toHaveLength(1);
  });

  it('knows the nights in which the clock changes: no time that it leaves out, of two equal ones the nearer', () => {
    const zone = 'Europe/Rome';
    const spring = { visit: { firstDay: '2027-03-28', lastDay: '2027-03-30' }, before: null };
    const early = itemAt('2027-03-28T00:30:00Z', 30, { zone, endZone: zone });
    expect(codesOf(early, input({ way: 'time', from: '2.30am' }), spring)).toEqual(['from: no-such-time']);
    const autumn = { visit: { firstDay: '2027-10-31', lastDay: '2027-11-02' }, before: null };
    const to = (start: string) =>
      stateOf(
        itemAt(start, 30, { zone, endZone: zone }),
        input({ way: 'time', from: '2.30am' }),
        autumn,
      ).start.toString();
    expect(to('2027-10-31T00:00:00Z')).toBe('2027-10-31T00:30:00Z');
    expect(to('2027-10-31T03:00:00Z')).toBe('2027-10-31T01:30:00Z');
  });

  it('to another place forgets where on the map the one before was', () => {
    const item = itemAt('2035-03-12T08:00:00Z', 90);
    const { stop, start } = stateOf(item, input({ way: 'place', place: ' The square ' }), around);
    expect([stop, start]).toEqual([{ name: 'The square', address: null, point: null }, item.start]);
    expect(codesOf(item, input({ way: 'place' }), around)).toEqual(['place: missing']);
  });

  it('calls off with a reason alone, and on again', () => {
    const item = itemAt('2035-03-12T08:00:00Z', 90);
    expect(codesOf(item, input({ way: 'off', why: ' ' }), around)).toEqual(['why: reason-missing']);
    const off = stateOf(item, input({ way: 'off', why: 'Strike.' }), around);
    expect(off).toMatchObject({ status: 'cancelled', statusReason: 'Strike.' });
    expect(codesOf({ ...item, ...off }, input({}), around)).toEqual([': called-off']);
    expect(stateOf({ ...item, ...off }, input({ way: 'on' }), around)).toMatchObject({
      status: 'planned',
      statusReason: null,
    });
  });

  it('leads to no day outside the visit', () => {
    const late = itemAt('2035-03-16T22:30:00Z', 30);
    expect(codesOf(late, input({ way: 'later-15' }), around)).toEqual([]);
    expect(codesOf(late, input({ way: 'later-30' }), around)).toEqual([': outside-visit']);
  });

  it('is taken back to exactly what was before', () => {
    const item = itemAt('2035-03-12T08:00:00Z', 90);
    const { start, end, stop, status, statusReason } = item;
    const before = { start, end, stop, status, statusReason };
    fc.assert(
      fc.property(fc.constantFrom('later-60' as const, 'place' as const, 'off' as const), (way) => {
        const changed = stateOf(item, input({ way, place: 'Elsewhere', why: 'Rain.' }), around);
        const back = stateOf({ ...item, ...changed }, input({ way: 'back' }), { visit, before });
        expect(back).toEqual(before);
      }),
    );
    expect(codesOf(item, input({ way: 'back' }), around)).toEqual([': nothing-to-take-back']);
  });

  it('is offered where it makes sense', () => {
    const usual = { canTakeBack: false, isDifferent: false };
    expect(waysFor({ status: 'cancelled' }, usual)).toEqual(['on']);
    expect(waysFor({ status: 'planned' }, { canTakeBack: true, isDifferent: true })).toEqual(
      liveWays.filter((way) => way !== 'on'),
    );
  });
});
