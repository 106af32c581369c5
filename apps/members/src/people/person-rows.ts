import { dateOf, instantOf } from '#platform';
import { AffiliationRow } from './affiliation.entity.js';
import type { Person } from './domain/person.js';
import { EmailRow } from './email.entity.js';
import { GrantRow } from './grant.entity.js';
import type { PersonRow } from './person.entity.js';
import { SeatRow } from './seat.entity.js';

/** The rows that belong to people's own, each with the person's id. */
export interface PartRows {
  readonly emails: readonly EmailRow[];
  readonly affiliations: readonly AffiliationRow[];
  readonly seats: readonly SeatRow[];
  readonly grants: readonly GrantRow[];
}

/** @param parts those of this person, perhaps among others' */
export function personFromRows(row: PersonRow, parts: PartRows): Person {
  const own = <Row extends { personId: string }>(rows: readonly Row[]) =>
    rows.filter(({ personId }) => personId === row.id);
  return {
    id: row.id,
    name: row.name,
    preferredName: row.preferredName,
    pronouns: row.pronouns,
    phone: row.phone,
    jobTitle: row.jobTitle,
    emails: own(parts.emails).map(({ address, verifiedAt, isPrimary }) => ({
      address,
      verifiedAt: verifiedAt && instantOf(verifiedAt),
      isPrimary,
    })),
    affiliations: own(parts.affiliations).map(({ organisationId, role, office, isBookingContact }) => ({
      organisationId,
      role,
      office,
      isBookingContact,
    })),
    seats: own(parts.seats).map(({ id, board, position, startsOn, endsOn }) => ({
      id,
      board,
      position,
      startsOn,
      endsOn,
    })),
    grants: own(parts.grants).map(({ role, grantedAt, grantedBy }) => ({
      role,
      grantedAt: instantOf(grantedAt),
      grantedBy,
    })),
    mergedInto: row.mergedInto,
    erasedAt: row.erasedAt && instantOf(row.erasedAt),
    version: row.version,
    createdAt: instantOf(row.createdAt),
    changedAt: instantOf(row.changedAt),
  };
}

export function personToRow(person: Person): PersonRow {
  const { id, name, preferredName, pronouns, phone, jobTitle, mergedInto, erasedAt, version } = person;
  return {
    id,
    name,
    preferredName,
    pronouns,
    phone,
    jobTitle,
    mergedInto,
    erasedAt: erasedAt && dateOf(erasedAt),
    version,
    createdAt: dateOf(person.createdAt),
    changedAt: dateOf(person.changedAt),
  };
}

/** A table of a person's parts. */
interface PartTable {
  readonly entity: new () => { personId: string };
  readonly rows: (person: Person) => { personId: string }[];
}

/** The tables of a person's parts, and what a person's rows in each are. */
export const partTables: Readonly<Record<'emails' | 'affiliations' | 'seats' | 'grants', PartTable>> = {
  emails: {
    entity: EmailRow,
    rows: ({ id, emails }: Person) =>
      emails.map(({ address, verifiedAt, isPrimary }) => ({
        address,
        personId: id,
        verifiedAt: verifiedAt && dateOf(verifiedAt),
        isPrimary,
      })),
  },
  affiliations: {
    entity: AffiliationRow,
    rows: ({ id, affiliations }: Person) => affiliations.map((one) => ({ ...one, personId: id })),
  },
  seats: {
    entity: SeatRow,
    rows: ({ id, seats }: Person) => seats.map((seat) => ({ ...seat, personId: id })),
  },
  grants: {
    entity: GrantRow,
    rows: ({ id, grants }: Person) =>
      grants.map(({ role, grantedAt, grantedBy }) => ({
        personId: id,
        role,
        grantedAt: dateOf(grantedAt),
        grantedBy,
      })),
  },
};
