import fc from 'fast-check';
import { accepted } from '#checks';
import { checkPool, largestCapacity, poolWords } from './pool-details.js';
import { stateOf } from './pool-state.js';

const tickets = [
  { id: 'a', name: 'Both days' },
  { id: 'b', name: 'Dinner' },
  { id: 'c', name: 'Online' },
];
const pool = { name: 'House', capacity: accepted(300), perOrganisation: false, ticketTypeIds: ['a'] };

it('takes any tickets of the conference, in its order, and pools that overlap', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(['a', 'b', 'c'], { minLength: 1 }), (ticketTypeIds) => {
      expect(checkPool({ ...pool, ticketTypeIds }, tickets)).toMatchObject({
        ok: true,
        value: { ticketTypeIds: ticketTypeIds.toSorted() },
      });
    }),
  );
});

it('takes every whole number of places that there may be, and nothing else', () => {
  const numbers = fc.oneof(fc.integer({ min: -10, max: largestCapacity + 10 }), fc.double());
  fc.assert(
    fc.property(numbers, (capacity) => {
      const isSound = Number.isInteger(capacity) && capacity >= 0 && capacity <= largestCapacity;
      expect(checkPool({ ...pool, capacity: accepted(capacity) }, tickets).ok).toBe(isSound);
    }),
  );
});

it.each([
  ['name', { name: ' ' }],
  ['ticketTypeIds', { ticketTypeIds: [] }],
  ['ticketTypeIds', { ticketTypeIds: ['a', 'another conference’s'] }],
])('says what is wrong at %s', (field, different) => {
  expect(checkPool({ ...pool, ...different }, tickets)).toMatchObject({ ok: false, problems: [{ field }] });
});

it('has words for its history', () => {
  expect(
    poolWords({ ...pool, capacity: 6, perOrganisation: true, ticketTypeIds: ['a', 'c'] }, tickets),
  ).toEqual({
    Name: 'House',
    Places: '6',
    'Counted for': 'Each organisation',
    'Tickets and add-ons': 'Both days, Online',
  });
});

describe('how a pool stands', () => {
  const count = fc.record({ confirmed: fc.nat(50), held: fc.nat(50), queued: fc.nat(3) });

  it('what is taken, free and over adds up to the places, and nothing is free while somebody waits', () => {
    fc.assert(
      fc.property(fc.nat(100), count, (capacity, one) => {
        const { confirmed, held, free, over, queued } = stateOf({ capacity }, [one]);
        expect(queued).toBe(one.queued);
        if (queued > 0) expect(free).toBe(0);
        else expect(confirmed + held + free - over).toBe(capacity);
        expect(free === 0 || over === 0).toBe(true);
      }),
    );
  });

  it('is that of the organisation that has most, where each has its own', () => {
    const counts = [
      { confirmed: 1, held: 0, queued: 0 },
      { confirmed: 2, held: 3, queued: 0 },
    ];
    expect(stateOf({ capacity: 4 }, counts)).toEqual({ confirmed: 2, held: 3, free: 0, over: 1, queued: 0 });
  });
});
