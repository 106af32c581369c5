import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { CurrentStatus } from '../../published/domain/rota-diff.js';
import { risks, standNow, type KnownMember, type OnRota } from './stand-now.js';

const at = (time: string, day = '2035-09-23') => Temporal.Instant.from(`${day}T${time}:00+01:00`);
const part = (
  id: string,
  from: string,
  until: string,
  status: CurrentStatus = 'assigned',
  day?: string,
): OnRota => ({
  id,
  shiftId: `${from} ${day ?? ''}`,
  memberId: id,
  status,
  terms: { start: at(from, day), end: at(until, day), label: '', isLead: false },
});
const ids = (list: readonly OnRota[]) => list.map(({ id }) => id);
const zone = 'Europe/London';

describe('the stand now', () => {
  it('says who is on, due, late, did not come, and is next', () => {
    const all = [
      part('on', '09:00', '11:00', 'checked-in'),
      part('early', '10:00', '12:00', 'checked-in'),
      part('late', '09:00', '11:00'),
      part('missing', '09:00', '09:30', 'no-show'),
      part('gone', '10:00', '12:00', 'dropped-out'),
      part('due', '10:00', '12:00'),
      part('after', '12:00', '13:00'),
      part('past', '07:00', '08:00', 'checked-in'),
    ];
    const now = standNow([], all, new Map(), at('09:50'), zone);
    expect([ids(now.on), ids(now.due), ids(now.late), ids(now.noShow), ids(now.next)]).toEqual([
      ['on', 'early'],
      ['due'],
      ['late'],
      ['missing'],
      ['after'],
    ]);
  });

  it('says who is next: all whose shift is the first to begin, within a day', () => {
    const nextOf = (...all: readonly OnRota[]) => ids(standNow([], all, new Map(), at('09:50'), zone).next);
    const [noon, two] = [part('noon', '12:00', '13:00'), part('two', '14:00', '15:00')];
    expect(nextOf(two, noon, part('too', '12:00', '14:00'))).toEqual(['noon', 'too']);
    expect(nextOf(noon, two)).toEqual(['noon']);
    expect(nextOf(two, part('gone', '12:00', '13:00', 'dropped-out'))).toEqual(['two']);
    const tomorrow = (from: string) => part(from, from, '11:00', 'assigned', '2035-09-24');
    expect(nextOf(tomorrow('09:50'))).toEqual(['09:50']);
    expect(nextOf(tomorrow('09:51'))).toEqual([]);
  });

  it('says who did not come until their shift is over and the day with it', () => {
    const missing = (now: string, day: string) =>
      ids(standNow([], [part('night', '22:00', '23:30', 'no-show', day)], new Map(), at(now), zone).noShow);
    expect(missing('23:45', '2035-09-23')).toEqual(['night']);
    expect(missing('00:15', '2035-09-22')).toEqual([]);
    const over: OnRota = {
      ...part('on', '22:00', '23:00', 'no-show'),
      terms: { start: at('22:00'), end: at('02:00', '2035-09-24'), label: '', isLead: false },
    };
    expect(ids(standNow([], [over], new Map(), at('23:00'), zone).noShow)).toEqual(['on']);
  });

  it('says where places of today and tomorrow are free', () => {
    const shift = (id: string, from: string, day?: string) => ({
      id,
      start: at(from, day),
      end: at('23:00', day),
      cover: 2,
      label: '',
    });
    const shifts = [
      shift('09:00 ', '09:00'),
      shift('today', '12:00'),
      shift('tomorrow', '09:00', '2035-09-24'),
      shift('then', '09:00', '2035-09-25'),
    ];
    const all = [part('a', '09:00', '11:00', 'no-show'), part('b', '09:00', '11:00', 'checked-in')];
    const full = { ...shift('full', '13:00'), cover: 0 };
    const over = { ...shift('over', '08:00'), end: at('09:50') };
    const { gaps, laterGaps } = standNow([...shifts, full, over], all, new Map(), at('09:50'), zone);
    expect(gaps.map((gap) => [gap.shift.id, gap.places])).toEqual([
      ['09:00 ', 1],
      ['today', 2],
      ['tomorrow', 2],
    ]);
    expect(laterGaps.map(({ shift: { id }, places }) => [id, places])).toEqual([['then', 2]]);
  });

  it('says of whom it is not certain that they come, and why', () => {
    const known = (id: string, different: Partial<KnownMember> = {}): [string, KnownMember] => [
      id,
      { id, answeredAt: at('08:00'), arrivesAt: null, hasAddress: true, collectedDays: null, ...different },
    ];
    const members = new Map([
      known('sure', { arrivesAt: at('10:00'), collectedDays: ['2035-09-23'] }),
      known('quiet', { answeredAt: null, hasAddress: false }),
      known('train', { arrivesAt: at('10:01') }),
      known('pass', { collectedDays: ['2035-09-24'] }),
    ]);
    const all = ['sure', 'quiet', 'train', 'pass'].map((id) => part(id, '12:00', '13:00'));
    const { atRisk } = standNow([], all, members, at('09:50'), zone);
    expect(atRisk.map(({ who, why }) => [who.id, why])).toEqual([
      ['quiet', ['not-heard-from', 'no-address']],
      ['train', ['travelling-in']],
      ['pass', ['no-pass-yet']],
    ]);
    expect(new Set(atRisk.flatMap(({ why }) => why))).toEqual(new Set(risks));
    // What has begun is not at risk any more: it is late.
    expect(standNow([], all, members, at('12:00'), zone).atRisk).toEqual([]);
  });

  it('has nobody both there and missing', () => {
    const status = fc.constantFrom<CurrentStatus>('assigned', 'checked-in', 'no-show', 'dropped-out');
    const minutes = fc.integer({ min: 0, max: 600 });
    fc.assert(
      fc.property(
        fc.array(fc.record({ status, start: minutes, length: fc.integer({ min: 15, max: 240 }) })),
        minutes,
        (list, when) => {
          const from = at('08:00');
          const all = list.map(({ status: state, start, length }, index) => ({
            ...part(`${index}`, '09:00', '11:00', state),
            terms: {
              start: from.add({ minutes: start }),
              end: from.add({ minutes: start + length }),
              label: '',
              isLead: false,
            },
          }));
          const now = standNow([], all, new Map(), from.add({ minutes: when }), zone);
          const shown = [...now.on, ...now.due, ...now.late, ...now.noShow].map(({ id }) => id);
          expect(new Set(shown).size).toBe(shown.length);
        },
      ),
    );
  });
});
