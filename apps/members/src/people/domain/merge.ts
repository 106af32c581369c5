import { accepted, refuse, type Checked } from '#checks';
import { withPrimary } from './emails.js';
import { grantedRoleInWords } from './words.js';
import { isCurrent, primaryEmail, type Affiliation, type Person } from './person.js';
import { joinSeats } from './merge-seats.js';

export interface Merged {
  /** The record that goes on, with all that belonged to either. */
  readonly kept: Person;
  /** The other: what was said of the person stays in it, everything else has moved. */
  readonly gone: Person;
}

/**
 * Makes one record of two. The kept record's own words win, and the other's fill what it leaves out. Every address,
 * organisation and day on a board of either is in it. Roles never move: a record with a role that the kept one does not
 * have cannot be given up.
 *
 * @param newId gives ids to seats whose term is cut in two
 */
export function merge(kept: Person, gone: Person, newId: () => string): Checked<Merged> {
  if (kept.id === gone.id) {
    return refuse('', 'same-record', 'These are one and the same record. Choose another.');
  }
  if (!isCurrent(kept) || !isCurrent(gone)) {
    return refuse('', 'not-in-use', 'One of these records has been merged or erased meanwhile.');
  }
  const lost = gone.grants.find(({ role }) => !kept.grants.some((grant) => grant.role === role));
  if (lost) {
    return refuse(
      '',
      'role-would-move',
      `${gone.name} has the role “${grantedRoleInWords[lost.role]}”, and a role does not move to another record. ` +
        'Keep that record instead, or withdraw the role first.',
    );
  }
  return accepted({
    kept: {
      ...kept,
      preferredName: kept.preferredName ?? gone.preferredName,
      pronouns: kept.pronouns ?? gone.pronouns,
      phone: kept.phone ?? gone.phone,
      jobTitle: kept.jobTitle ?? gone.jobTitle,
      emails: joinEmails(kept, gone),
      affiliations: joinAffiliations(kept.affiliations, gone.affiliations),
      seats: joinSeats(kept.seats, gone.seats, newId),
    },
    gone: { ...gone, emails: [], affiliations: [], seats: [], grants: [], mergedInto: kept.id },
  });
}

/** The primary address stays, unless the other record's is verified and this one's is not. */
function joinEmails(kept: Person, gone: Person): Person['emails'] {
  const all = { ...kept, emails: [...kept.emails, ...gone.emails] };
  const own = primaryEmail(kept);
  const other = primaryEmail(gone);
  const chosen = own === null || (other?.verifiedAt && !own.verifiedAt) ? other : own;
  return chosen === null ? all.emails : withPrimary(all, chosen.address).emails;
}

function joinAffiliations(kept: readonly Affiliation[], gone: readonly Affiliation[]): Affiliation[] {
  const others = new Map(gone.map((one) => [one.organisationId, one]));
  const known = new Set(kept.map(({ organisationId }) => organisationId));
  return [
    ...kept.map((one) => {
      const other = others.get(one.organisationId);
      if (!other) return one;
      return {
        ...one,
        office: one.office ?? other.office,
        isBookingContact: one.isBookingContact || other.isBookingContact,
      };
    }),
    ...gone.filter(({ organisationId }) => !known.has(organisationId)),
  ];
}
