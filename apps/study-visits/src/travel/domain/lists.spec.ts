import fc from 'fast-check';
import { driverName } from './driver-name.js';
import { isSameManifest, manifestChanges, type ManifestPlace } from './manifest.js';
import { checkPlaces } from './places.js';
import { isNothingNew, legChanges, type ToldLeg } from './told-legs.js';

const place = (travellerId: string, seat: string | null = null, bookingReference: string | null = null) => ({
  travellerId,
  seat,
  bookingReference,
});
const codes = (...given: Parameters<typeof checkPlaces>) => {
  const checked = checkPlaces(...given);
  return checked.ok ? [] : checked.problems.map(({ field, code }) => `${field} ${code}`);
};

describe('who is on a leg', () => {
  it('has seats that are written in many ways, each once', () => {
    expect(checkPlaces([place('a', ' 12 a ', ' XY12 '), place('b', ' ')], null)).toMatchObject({
      value: [place('a', '12A', 'XY12'), place('b')],
    });
    expect(codes([place('a', '1A'), place('b', '1 a'), place('c', '1B')], null)).toEqual([
      'seat.b seat-taken',
    ]);
    expect(codes([place('a', 'x'.repeat(11), 'y'.repeat(41))], null)).toEqual([
      'bookingReference.a too-long',
      'seat.a too-long',
    ]);
    expect(codes([place('a'), place('a')], null)).toEqual([' twice']);
  });

  it('is never more than there are seats', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 30 }), (people, seats) => {
        const list = Array.from({ length: people }, (_, index) => place(String(index)));
        expect(codes(list, seats)).toEqual(people > seats ? ['seats leg-full'] : []);
        expect(codes(list, null)).toEqual([]);
      }),
    );
  });
});

describe('what a driver reads of a name', () => {
  it.each([
    ['Ann Featherstone', 'Ann F.'],
    ['Cllr Siân O’Featherstonehaugh-Llewellyn', 'Siân O.'],
    ['Cllr. Dr Bo van den Berg', 'Bo B.'],
    ['Zoë de la Ávila', 'Zoë Á.'],
    ['Madonna', 'Madonna'],
    ['Dr Okafor', 'O.'],
    ['Ann “Bunny” (Example)', 'Ann E.'],
    ['An erased person', 'An P.'],
  ])('%s: %s', (name, says) => {
    expect(driverName(name)).toBe(says);
  });

  it('is never the whole of two words', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[A-Z][a-z]{1,9}$/),
        fc.stringMatching(/^[A-Z][a-z]{2,9}$/),
        (first, last) => {
          expect(driverName(`${first} ${last}`)).not.toContain(last);
        },
      ),
    );
  });
});

describe('a manifest since it was sent', () => {
  const facts = { Departs: '8am' };

  it('has those who joined, left and sit elsewhere', () => {
    const sent = { facts, places: [place('a', '1'), place('b', '2'), place('c')] };
    const now = { facts: { Departs: '9am' }, places: [place('a', '2'), place('c'), place('d')] };
    expect(manifestChanges(sent, now)).toEqual({
      facts: [{ field: 'Departs', before: '8am', after: '9am' }],
      joined: ['d'],
      left: ['b'],
      moved: [{ travellerId: 'a', before: '1', after: '2' }],
    });
  });

  it('is the same exactly where nobody and nothing changed', () => {
    const places = fc.uniqueArray(
      fc.record<ManifestPlace>({
        travellerId: fc.constantFrom('a', 'b', 'c', 'd'),
        seat: fc.constantFrom(null, '1', '2'),
      }),
      { selector: ({ travellerId }) => travellerId },
    );
    const sorted = (list: readonly ManifestPlace[]) =>
      JSON.stringify(list.toSorted((one, other) => one.travellerId.localeCompare(other.travellerId)));
    fc.assert(
      fc.property(places, places, (before, after) => {
        const changes = manifestChanges({ facts, places: before }, { facts, places: after });
        expect(isSameManifest(changes)).toBe(sorted(before) === sorted(after));
      }),
    );
  });
});

describe('what somebody is told of their legs', () => {
  const told = (legId: string, seat: string): ToldLeg => ({ legId, title: legId, facts: { Seat: seat } });

  it('is what is new, gone and different', () => {
    const changes = legChanges([told('a', '1'), told('b', '2')], [told('b', '3'), told('c', '4')]);
    expect(changes).toEqual({
      added: [told('c', '4')],
      removed: [told('a', '1')],
      changed: [{ leg: told('b', '3'), changes: [{ field: 'Seat', before: '2', after: '3' }] }],
    });
    expect(isNothingNew(changes)).toBe(false);
    expect(isNothingNew(legChanges([told('a', '1')], [told('a', '1')]))).toBe(true);
  });
});
