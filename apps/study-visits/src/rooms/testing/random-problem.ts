import fc from 'fast-check';
import {
  roomTypes,
  type RoomOffer,
  type RoomsProblem,
  type RoomTraveller,
  type SharingWish,
} from '../domain/problem.js';

/** How large random problems are. */
export interface RandomSize {
  readonly travellers: number;
  readonly nights: number;
  readonly offers: number;
}

const ids = (count: number) => Array.from({ length: count }, (_, index) => `t${index}`);
const nightNames = ['2027-04-11', '2027-04-12', '2027-04-13', '2027-04-14', '2027-04-15', '2027-04-16'];

/** Wishes that name each other much more often than chance would have it, and now and then somebody who is not there. */
const wish = (size: number, index: number): fc.Arbitrary<SharingWish> => {
  const partner = `t${index % 2 === 0 ? index + 1 : index - 1}`;
  const anybody = fc.constantFrom(...ids(size), 'nobody');
  const mostly = fc.oneof({ weight: 4, arbitrary: fc.constant(partner) }, { weight: 1, arbitrary: anybody });
  return fc.oneof(
    fc.constant({ kind: 'single' } as const),
    mostly.map((other) => ({ kind: 'twin', with: other }) as const),
    mostly.map((other) => ({ kind: 'double', with: other }) as const),
    {
      weight: 3,
      arbitrary: fc
        .subarray([...ids(size), 'nobody'])
        .map((others) => ({ kind: 'any', with: others }) as const),
    },
  );
};

const offer = (index: number, nights: readonly string[]): fc.Arbitrary<RoomOffer> =>
  fc.record({
    id: fc.constant(`o${index}`),
    hotel: fc.constantFrom('one', 'two'),
    type: fc.constantFrom(...roomTypes, 'SG' as const, 'TW' as const, 'DB' as const),
    accessible: fc.boolean(),
    price: fc.integer({ min: 1, max: 4 }).map((tens) => tens * 1000),
    rooms: fc
      .tuple(...nights.map(() => fc.integer({ min: 0, max: 3 })))
      .map((numbers) => Object.fromEntries(nights.map((night, at) => [night, numbers[at] ?? 0]))),
  });

/** Mostly nobody is pinned anywhere; else to one kind of room, or to some. */
const barred = (offers: readonly string[]): fc.Arbitrary<readonly string[]> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.constantFrom(...offers).map((one) => offers.filter((each) => each !== one)) },
    { weight: 1, arbitrary: fc.subarray([...offers]) },
  );

const traveller = (
  size: number,
  index: number,
  nights: readonly string[],
  offers: readonly string[],
): fc.Arbitrary<RoomTraveller> =>
  fc.record({
    id: fc.constant(`t${index}`),
    nights: fc.oneof({ weight: 3, arbitrary: fc.constant([...nights]) }, fc.subarray([...nights])),
    wish: wish(size, index),
    accessible: fc.integer({ min: 0, max: 5 }).map((chance) => chance === 0),
    barred: barred(offers),
  });

/** Problems up to a size, many of which nobody can solve. */
export const randomProblem = (most: RandomSize): fc.Arbitrary<RoomsProblem> =>
  fc
    .record({
      travellers: fc.integer({ min: 1, max: most.travellers }),
      nights: fc.integer({ min: 1, max: most.nights }),
      offers: fc.integer({ min: 1, max: most.offers }),
    })
    .chain((size) => {
      const nights = nightNames.slice(0, size.nights);
      const offers = Array.from({ length: size.offers }, (_, index) => `o${index}`);
      return fc.record({
        nights: fc.constant(nights),
        travellers: fc.tuple(
          ...ids(size.travellers).map((_, index) => traveller(size.travellers, index, nights, offers)),
        ),
        offers: fc.tuple(...Array.from({ length: size.offers }, (_, index) => offer(index, nights))),
        weights: fc.record({
          wish: fc.constantFrom(0, 500, 5000),
          hotel: fc.constantFrom(700, 3000),
          room: fc.constantFrom(0, 700),
          company: fc.constantFrom(0, 400),
        }),
      });
    });
