import type { Temporal } from 'temporal-polyfill';
import { accepted, refuse, type Checked } from '#checks';
import { checkAddress } from './email-address.js';
import { primaryEmail, type Email, type Person } from './person.js';

/** As many as anybody needs, and few enough for a page. */
const most = 20;

/**
 * The person with one more address. The first is the one that the network writes to. One that they have already stays as
 * it is.
 *
 * @param verifiedAt when its owner showed that mail to it reaches them; `null`: not yet
 */
export function addEmail(
  person: Person,
  given: string,
  verifiedAt: Temporal.Instant | null,
): Checked<Person> {
  const checked = checkAddress(given, 'email');
  if (!checked.ok) return checked;
  const address = checked.value;
  if (person.emails.some((email) => email.address === address)) return accepted(person);
  if (person.emails.length >= most) {
    return refuse('email', 'too-many', `A person has at most ${most} addresses. Remove one first.`);
  }
  const isPrimary = person.emails.length === 0;
  return accepted({ ...person, emails: [...person.emails, { address, verifiedAt, isPrimary }] });
}

/** The person with the address verified; it becomes the primary one in place of one that is not verified. */
export function verifyEmail(person: Person, address: string, now: Temporal.Instant): Checked<Person> {
  const email = emailOf(person, address);
  if (!email) return goneAlready;
  if (email.verifiedAt) return accepted(person);
  const verified = change(person, address, (one) => ({ ...one, verifiedAt: now }));
  return accepted(primaryEmail(person)?.verifiedAt ? verified : withPrimary(verified, address));
}

/** The person without the address. The primary one goes last. */
export function removeEmail(person: Person, address: string): Checked<Person> {
  const email = emailOf(person, address);
  if (!email) return goneAlready;
  if (email.isPrimary && person.emails.length > 1) {
    return refuse(
      '',
      'primary-address',
      'The network writes to this address. Choose another address for that first.',
    );
  }
  return accepted({ ...person, emails: person.emails.filter((one) => one !== email) });
}

/** The person with the address as the one that the network writes to. */
export function makePrimary(person: Person, address: string): Checked<Person> {
  const email = emailOf(person, address);
  if (!email) return goneAlready;
  if (email.isPrimary) return accepted(person);
  if (!email.verifiedAt && primaryEmail(person)?.verifiedAt) {
    return refuse(
      '',
      'not-verified',
      'Nobody knows yet whether mail to this address arrives. Its owner confirms it by signing in with it.',
    );
  }
  return accepted(withPrimary(person, address));
}

/** Exactly the address as primary. */
export function withPrimary(person: Person, address: string): Person {
  const emails = person.emails.map((email) =>
    email.isPrimary === (email.address === address)
      ? email
      : { ...email, isPrimary: email.address === address },
  );
  return { ...person, emails };
}

const goneAlready = refuse('', 'no-such-address', 'The person does not have this address any more.');

function emailOf(person: Person, address: string): Email | undefined {
  return person.emails.find((email) => email.address === address);
}

function change(person: Person, address: string, make: (email: Email) => Email): Person {
  return {
    ...person,
    emails: person.emails.map((email) => (email.address === address ? make(email) : email)),
  };
}
