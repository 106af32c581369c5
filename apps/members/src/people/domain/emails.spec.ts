import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { Checked } from '#checks';
import { checkAddress, domainOf } from './email-address.js';
import { addEmail, makePrimary, removeEmail, verifyEmail } from './emails.js';
import { primaryEmail, type Person } from './person.js';
import { person, primaries } from './testing/people-arbitraries.js';

const now = Temporal.Instant.from('2026-03-01T09:00:00Z');

const steps: Readonly<Record<string, (one: Person, address: string) => Checked<Person>>> = {
  add: (one, address) => addEmail(one, address, null),
  remove: removeEmail,
  verify: (one, address) => verifyEmail(one, address, now),
  choose: makePrimary,
};
const step = fc.record({
  name: fc.constantFrom(...Object.keys(steps)),
  address: fc.constantFrom('p.0@example.org', 'p.1@example.org', 'new@example.org', 'last@example.org'),
});

describe('a person’s addresses', () => {
  it('have exactly one primary whatever is done, which is verified once any has been, and none twice', () => {
    fc.assert(
      fc.property(person('p'), fc.array(step, { maxLength: 20 }), (start, taken) => {
        let one = start;
        for (const { name, address } of taken) {
          const wasVerified = primaryEmail(one)?.verifiedAt;
          const result = steps[name]?.(one, address);
          if (!result?.ok) continue;
          one = result.value;
          expect(primaries(one)).toHaveLength(Math.min(one.emails.length, 1));
          expect(new Set(one.emails.map((email) => email.address)).size).toBe(one.emails.length);
          if (wasVerified && one.emails.length > 0) expect(primaryEmail(one)?.verifiedAt).toBeTruthy();
        }
      }),
    );
  });

  it('keep the primary one until another takes its place', () => {
    const two = addEmail({ ...bare, emails: [] }, 'a@example.org', now);
    const both = two.ok ? addEmail(two.value, 'B@Example.org ', null) : two;
    if (!both.ok) throw new Error('refused');
    expect(both.value.emails.map((email) => email.address)).toEqual(['a@example.org', 'b@example.org']);
    expect(removeEmail(both.value, 'a@example.org')).toMatchObject({
      problems: [{ code: 'primary-address' }],
    });
    expect(makePrimary(both.value, 'b@example.org')).toMatchObject({ problems: [{ code: 'not-verified' }] });
    const verified = verifyEmail(both.value, 'b@example.org', now);
    const chosen = verified.ok ? makePrimary(verified.value, 'b@example.org') : verified;
    expect(chosen.ok && primaryEmail(chosen.value)?.address).toBe('b@example.org');
  });

  it.each(['sam@example.org', "Sam.O'Brien@example.org", 'sam+news@mail.example.org', ' SAM@EXAMPLE.ORG\n'])(
    'may be %j',
    (given) => {
      expect(checkAddress(given, 'email')).toEqual({ ok: true, value: given.trim().toLowerCase() });
    },
  );

  it.each([
    '',
    'sam',
    'sam@example',
    'sam@@example.org',
    'sam @example.org',
    'sam@example.org, eve@example.org',
    'Sam <sam@example.org>',
    'sam@example.org\r\nBcc: eve@example.org',
    'sam\n@example.org',
    'sam@example.org\0',
    `${'a'.repeat(250)}@example.org`,
  ])('may not be %j', (given) => {
    const result = addEmail(bare, given, null);
    expect(result.ok ? null : result.problems[0]?.field).toBe('email');
  });

  it('never hold what could begin a header of a mail', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        const read = checkAddress(`${a}@${b}`, 'email');
        if (read.ok) expect(read.value).not.toMatch(/[\s<>,;:"\\\p{Cc}]/u);
      }),
    );
    expect(domainOf('sam@mail.example.org')).toBe('mail.example.org');
  });
});

const bare: Person = {
  id: 'p',
  name: 'P',
  preferredName: null,
  pronouns: null,
  phone: null,
  jobTitle: null,
  emails: [],
  affiliations: [],
  seats: [],
  grants: [],
  mergedInto: null,
  erasedAt: null,
  version: 1,
  createdAt: now,
  changedAt: now,
};
