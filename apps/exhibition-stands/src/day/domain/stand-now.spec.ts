import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { CurrentStatus } from '../../published/domain/rota-diff.js';
import { standNow, type KnownMember, type OnRota } from './stand-now.js';

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
    const { gaps, laterGaps } = standNow(shifts, all, new Map(), at('09:50'), zone);
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
      known('sure'),
      known('quiet', { answeredAt: null, hasAddress: false }),
      known('train', { arrivesAt: at('10:30') }),
      known('pass', { collectedDays: ['2035-09-24'] }),
    ]);
    const all = ['sure', 'quiet', 'train', 'pass'].map((id) => part(id, '12:00', '13:00'));
    const { atRisk } = standNow([], all, members, at('09:50'), zone);
    expect(atRisk.map(({ who, why }) => [who.id, why])).toEqual([
      ['quiet', ['not-heard-from', 'no-address']],
      ['train', ['travelling-in']],
      ['pass', ['no-pass-yet']],
    ]);
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
