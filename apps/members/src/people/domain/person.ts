import type { Temporal } from 'temporal-polyfill';

/** What a person is in an organisation. */
export const affiliationRoles = ['councillor', 'officer', 'partner'] as const;
export type AffiliationRole = (typeof affiliationRoles)[number];

/** The roles that are given to a person; all others follow from organisations and boards. */
export const grantedRoles = ['staff', 'admin'] as const;
export type GrantedRole = (typeof grantedRoles)[number];

export interface Email {
  /** In lower case. */
  readonly address: string;
  /** When its owner showed that mail to it reaches them; `null`: not yet. */
  readonly verifiedAt: Temporal.Instant | null;
  /** Whether the network writes to this one. */
  readonly isPrimary: boolean;
}

/** That the person belongs to an organisation, and as what. */
export interface Affiliation {
  readonly organisationId: string;
  readonly role: AffiliationRole;
  /** The office held there, where it differs from the person's job title. */
  readonly office: string | null;
  readonly isBookingContact: boolean;
}

/** A seat on a board for one term. */
export interface Seat {
  readonly id: string;
  /** The board's slug. */
  readonly board: string;
  /** `Chair`, `Vice-chair`; `null` for a plain member. */
  readonly position: string | null;
  /** ISO date; the first day of the term. */
  readonly startsOn: string;
  /** ISO date; the last day of the term, `null` while none is set. */
  readonly endsOn: string | null;
}

export interface Grant {
  readonly role: GrantedRole;
  readonly grantedAt: Temporal.Instant;
  /** A person's id; `null`: by the command line. */
  readonly grantedBy: string | null;
}

/** What is said of a person in words; the rest of the record is what they belong to. */
export interface PersonFacts {
  readonly name: string;
  /** What they like to be called, where it is not {@link name}. */
  readonly preferredName: string | null;
  readonly pronouns: string | null;
  readonly phone: string | null;
  /** Job title or office held. */
  readonly jobTitle: string | null;
}

/** All that the network keeps of a person in their record. */
export interface Person extends PersonFacts {
  readonly id: string;
  /** If there are any, exactly one is the primary one. */
  readonly emails: readonly Email[];
  /** One for an organisation at the most. */
  readonly affiliations: readonly Affiliation[];
  /** In the order of their terms; those on one board do not overlap. */
  readonly seats: readonly Seat[];
  readonly grants: readonly Grant[];
  /** The record that took this one's place; it is never itself merged into another. */
  readonly mergedInto: string | null;
  readonly erasedAt: Temporal.Instant | null;
  readonly version: number;
  readonly createdAt: Temporal.Instant;
  readonly changedAt: Temporal.Instant;
}

/** What the person likes to be called; their name where they have not said. */
export function calledName({ name, preferredName }: Pick<Person, 'name' | 'preferredName'>): string {
  return preferredName ?? name;
}

/** The address that the network writes to; `null` where there is none. */
export function primaryEmail({ emails }: Pick<Person, 'emails'>): Email | null {
  return emails.find(({ isPrimary }) => isPrimary) ?? null;
}

/** Whether the record is in use: neither merged into another nor erased. */
export function isCurrent({ mergedInto, erasedAt }: Pick<Person, 'mergedInto' | 'erasedAt'>): boolean {
  return mergedInto === null && erasedAt === null;
}

/** Whether the seat's term holds on the day. @param day ISO date */
export function holdsOn({ startsOn, endsOn }: Pick<Seat, 'startsOn' | 'endsOn'>, day: string): boolean {
  return startsOn <= day && (endsOn === null || day <= endsOn);
}
