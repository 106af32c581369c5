import {
  accepted,
  checkChoice,
  checkContacts,
  checkOptionalText,
  checkText,
  problemsOf,
  refuse,
  refused,
  type Checked,
  type Contact,
  type ContactInput,
} from '#checks';
import { checkPoint } from '../../itinerary/domain/check-point.js';
import type { Point } from '../../itinerary/domain/item.js';

/** What a host does, in the order of the form. */
export const hostKinds = [
  'social-care',
  'transport',
  'food',
  'bank',
  'industry',
  'university',
  'council',
  'federation',
  'other',
] as const;

export type HostKind = (typeof hostKinds)[number];

/** More contacts than this are a list of their own. */
export const mostContacts = 8;

/** How long contacts are kept after the last visit there, in months. */
export const contactsKeptFor = 24;

/** An organisation that visits go to. */
export interface HostDetails {
  readonly name: string;
  readonly kind: HostKind;
  readonly address: string | null;
  /** `null`: nobody has said where on the map it is. */
  readonly point: Point | null;
  /** An http(s) address. */
  readonly website: string | null;
  readonly contacts: readonly Contact[];
  /** For staff alone. */
  readonly notes: string;
}

/** The same as a form or a program gives it. Texts are as typed. */
export interface HostInput {
  readonly name: string;
  readonly kind: string;
  readonly address: string;
  readonly lat: string;
  readonly lon: string;
  readonly website: string;
  readonly contacts: readonly ContactInput[];
  readonly notes: string;
}

/** @returns the host, or all that is wrong with it, each at its field */
export function checkHost(input: HostInput): Checked<HostDetails> {
  const name = checkText(input.name, 'name', {
    longest: 200,
    missing: { code: 'missing', message: 'Enter what the organisation is called.' },
  });
  const kind = checkChoice<HostKind>(input.kind, hostKinds, 'kind', 'Say what it does.');
  const address = checkOptionalText(input.address, 'address', { longest: 500, manyLines: true });
  const point = checkPoint(input, { lat: 'lat', lon: 'lon' });
  const website = checkWebsite(input.website);
  const contacts = checkContacts(input.contacts, mostContacts);
  const notes = checkOptionalText(input.notes, 'notes', { longest: 5000, manyLines: true });
  if (!name.ok || !kind.ok || !address.ok || !point.ok || !website.ok || !contacts.ok || !notes.ok) {
    return refused(...problemsOf(name, kind, address, point, website, contacts, notes));
  }
  return accepted({
    name: name.value,
    kind: kind.value,
    address: address.value,
    point: point.value,
    website: website.value,
    contacts: contacts.value,
    notes: notes.value ?? '',
  });
}

/** Only http and https, so that a link to it does what a link to a site does. */
function checkWebsite(typed: string): Checked<string | null> {
  const text = checkOptionalText(typed, 'website', { longest: 500 });
  if (!text.ok || text.value === null) return text;
  const address = /^[a-z][\w+.-]*:/i.test(text.value) ? text.value : `https://${text.value}`;
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url !== null && /^https?:$/.test(url.protocol) && url.hostname.includes('.')) return accepted(url.href);
  return refuse(
    'website',
    'not-a-web-address',
    `“${text.value}” is not a web address. Write it like www.example.org.`,
  );
}
