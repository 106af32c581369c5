import { Temporal } from 'temporal-polyfill';
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

/** "Values & Principles Board: Chair, 1 September 2024 to 31 August 2026" */
export function seatInWords(seat: Seat, { boards }: Names): string {
  return `${boards.get(seat.board) ?? seat.board}: ${seat.position ?? 'Member'}, ${termInWords(seat)}`;
}

/** "1 September 2024 to 31 August 2026", "from 1 September 2026" */
export function termInWords({ startsOn, endsOn }: Pick<Seat, 'startsOn' | 'endsOn'>): string {
  return endsOn === null
    ? `from ${dayInWords(startsOn)}`
    : `${dayInWords(startsOn)} to ${dayInWords(endsOn)}`;
}

/** "1 September 2026". @param day ISO date */
function dayInWords(day: string): string {
  return Temporal.PlainDate.from(day).toLocaleString('en-GB', { dateStyle: 'long' });
}

export function grantInWords({ role }: Grant): string {
  return grantedRoleInWords[role];
}
