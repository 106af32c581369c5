import type { Affiliation, Email, Grant, GrantedRole, Seat } from './person.js';

/** What organisations and boards are called, by id and by slug. */
export interface Names {
  readonly organisations: ReadonlyMap<string, string>;
  readonly boards: ReadonlyMap<string, string>;
}

export const grantedRoleInWords: Readonly<Record<GrantedRole, string>> = {
  staff: 'Staff',
  admin: 'Administrator',
};

/** "sam@example.org, primary, not verified" */
export function emailInWords({ address, isPrimary, verifiedAt }: Email): string {
  return [address, isPrimary && 'primary', !verifiedAt && 'not verified'].filter(Boolean).join(', ');
}

/** "Oldham Council: councillor, Cabinet member for housing, booking contact" */
export function affiliationInWords(
  { organisationId, role, office, isBookingContact }: Affiliation,
  { organisations }: Names,
): string {
  const parts = [role, office, isBookingContact && 'booking contact'].filter(Boolean);
  return `${organisations.get(organisationId) ?? 'An organisation'}: ${parts.join(', ')}`;
}

/** "Values & Principles Board: Chair, 2024-09-01 to 2026-08-31" */
export function seatInWords({ board, position, startsOn, endsOn }: Seat, { boards }: Names): string {
  const term = endsOn === null ? `from ${startsOn}` : `${startsOn} to ${endsOn}`;
  return `${boards.get(board) ?? board}: ${[position ?? 'Member', term].join(', ')}`;
}

export function grantInWords({ role }: Grant): string {
  return grantedRoleInWords[role];
}
