import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { affiliationRoles, grantedRoles, type Person, type Seat } from '../person.js';
import { inOrder, overlap } from '../seats.js';

const instant = fc
  .integer({ min: 0, max: 1_000 })
  .map((day) => Temporal.Instant.from('2024-01-01T00:00:00Z').add({ hours: 24 * day }));

/** A day of a few months, so that terms often touch. */
export const day = fc
  .integer({ min: 0, max: 40 })
  .map((days) => Temporal.PlainDate.from('2025-01-01').add({ days }).toString());

const organisations = ['o1', 'o2', 'o3', 'o4'];
const boards = ['board-a', 'board-b'];

/** A first day and a last, or none. */
export const term = fc.tuple(day, fc.option(day)).map(([a, b]) => {
  const [startsOn, endsOn] = b === null || a <= b ? [a, b] : [b, a];
  return { startsOn, endsOn };
});

function seatsOf(id: string): fc.Arbitrary<readonly Seat[]> {
  const seat = fc.tuple(term, fc.constantFrom(...boards), fc.constantFrom(null, 'Chair', 'Vice-chair'));
  return fc.array(seat, { maxLength: 5 }).map((drawn) => {
    const seats: Seat[] = [];
    for (const [dates, board, position] of drawn) {
      if (seats.some((other) => other.board === board && overlap(other, dates))) continue;
      seats.push({ id: `${id}-seat-${seats.length}`, board, position, ...dates });
    }
    return inOrder(seats);
  });
}

/** Records in use, as the rules allow them. @param id also begins the addresses, so that two people share none */
export function person(id: string): fc.Arbitrary<Person> {
  const words = fc.option(fc.constantFrom(`${id} says`, 'both say'));
  return fc
    .record({
      facts: fc.record({ preferredName: words, pronouns: words, phone: words, jobTitle: words }),
      verified: fc.array(fc.option(instant), { maxLength: 4 }),
      affiliations: fc.uniqueArray(
        fc.record({
          organisationId: fc.constantFrom(...organisations),
          role: fc.constantFrom(...affiliationRoles),
          office: fc.option(fc.constant(`office of ${id}`)),
          isBookingContact: fc.boolean(),
        }),
        { selector: ({ organisationId }) => organisationId },
      ),
      seats: seatsOf(id),
      roles: fc.subarray([...grantedRoles]),
      version: fc.integer({ min: 1, max: 9 }),
      createdAt: instant,
    })
    .map(({ facts, verified, roles, createdAt, ...rest }) => ({
      id,
      name: `Name of ${id}`,
      ...facts,
      ...rest,
      emails: verified.map((verifiedAt, index) => ({
        address: `${id}.${index}@example.org`,
        verifiedAt,
        isPrimary: index === 0,
      })),
      grants: roles.map((role) => ({ role, grantedAt: createdAt, grantedBy: null })),
      mergedInto: null,
      erasedAt: null,
      createdAt,
      changedAt: createdAt,
    }));
}

/** The primary addresses: one where there are any. */
export const primaries = ({ emails }: Pick<Person, 'emails'>) => emails.filter(({ isPrimary }) => isPrimary);
