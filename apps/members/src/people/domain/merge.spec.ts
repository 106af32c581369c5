import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { merge, type Merged } from './merge.js';
import { holdsOn, type Person } from './person.js';
import { overlap } from './seats.js';
import { day, person, primaries } from './testing/people-arbitraries.js';

const pair = fc.tuple(person('kept'), person('gone'));

const ids = () => {
  let next = 0;
  return () => `new-${(next += 1)}`;
};

/** What two records make, where the rules let them. */
function merged(kept: Person, gone: Person): Merged {
  const result = merge(kept, { ...gone, grants: [] }, ids());
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

const boardsOn = ({ seats }: Person, today: string) =>
  new Set(seats.filter((seat) => holdsOn(seat, today)).map(({ board }) => board));

describe('merging two records', () => {
  it('loses no address, and leaves exactly one primary', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const { kept, gone } = merged(a, b);
        const address = (email: { address: string }) => email.address;
        expect(kept.emails.map(address).toSorted()).toEqual(
          [...a.emails, ...b.emails].map(address).toSorted(),
        );
        for (const email of [...a.emails, ...b.emails]) {
          expect(kept.emails.find((one) => one.address === email.address)?.verifiedAt).toBe(email.verifiedAt);
        }
        expect(primaries(kept)).toHaveLength(Math.min(kept.emails.length, 1));
        const [own] = primaries(a);
        if (own?.verifiedAt) expect(primaries(kept)[0]?.address).toBe(own.address);
        expect(gone.emails).toEqual([]);
      }),
    );
  });

  it('loses no organisation, and nobody’s being a booking contact', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const { kept } = merged(a, b);
        const both = [...a.affiliations, ...b.affiliations];
        expect(new Set(kept.affiliations.map((one) => one.organisationId))).toEqual(
          new Set(both.map((one) => one.organisationId)),
        );
        for (const { organisationId, isBookingContact } of kept.affiliations) {
          const before = both.filter((one) => one.organisationId === organisationId);
          expect(isBookingContact).toBe(before.some((one) => one.isBookingContact));
        }
      }),
    );
  });

  it('loses no day on a board, invents none, and never seats anybody twice', () => {
    fc.assert(
      fc.property(pair, day, ([a, b], today) => {
        const { kept } = merged(a, b);
        expect(boardsOn(kept, today)).toEqual(new Set([...boardsOn(a, today), ...boardsOn(b, today)]));
        for (const [index, seat] of kept.seats.entries()) {
          expect(seat.endsOn === null || seat.startsOn <= seat.endsOn).toBe(true);
          const later = kept.seats.slice(index + 1);
          expect(later.filter((other) => other.board === seat.board && overlap(other, seat))).toEqual([]);
        }
        expect(new Set(kept.seats.map(({ id }) => id)).size).toBe(kept.seats.length);
      }),
    );
  });

  it('keeps a position on every day on which either held one', () => {
    fc.assert(
      fc.property(pair, day, ([a, b], today) => {
        const { kept } = merged(a, b);
        const held = ({ seats }: Person) =>
          seats.filter((seat) => seat.position !== null && holdsOn(seat, today));
        for (const seat of [...held(a), ...held(b)]) {
          const own = held(a).find(({ board }) => board === seat.board);
          expect(held(kept).find(({ board }) => board === seat.board)?.position).toBe(
            own?.position ?? seat.position,
          );
        }
      }),
    );
  });

  it('fills what is left blank, keeps the other’s words in the other record, and moves no role', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const { kept, gone } = merged(a, b);
        for (const field of ['preferredName', 'pronouns', 'phone', 'jobTitle'] as const) {
          expect(kept[field]).toBe(a[field] ?? b[field]);
          expect(gone[field]).toBe(b[field]);
        }
        expect([kept.name, gone.name, gone.mergedInto]).toEqual([a.name, b.name, a.id]);
        expect(kept.grants).toBe(a.grants);
      }),
    );
  });

  it('is refused exactly when a role would be lost', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const roles = ({ grants }: Person) => new Set(grants.map(({ role }) => role));
        const result = merge(a, b, ids());
        const kept = roles(a);
        expect(result.ok).toBe([...roles(b)].every((role) => kept.has(role)));
        if (!result.ok) expect(result.problems[0]?.code).toBe('role-would-move');
      }),
    );
  });

  it.each([
    ['with itself', (a: Person) => [a, a] as const, 'same-record'],
    ['that is merged', (a: Person, b: Person) => [a, { ...b, mergedInto: 'x' }] as const, 'not-in-use'],
    [
      'into one that is merged',
      (a: Person, b: Person) => [{ ...a, mergedInto: 'x' }, b] as const,
      'not-in-use',
    ],
    ['that is erased', (a: Person, b: Person) => [a, { ...b, erasedAt: b.createdAt }] as const, 'not-in-use'],
  ])('refuses a record %s', (_, make, code) => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const result = merge(...make(a, b), ids());
        expect(result.ok ? null : result.problems[0]?.code).toBe(code);
      }),
      { numRuns: 10 },
    );
  });
});
