import { calledName, holdsOn, isCurrent, type GrantedRole, type Person } from './person.js';

/** A role as identity tokens name it; whoever is signed in is a `person`. */
export type PersonRole = 'person' | 'booking-contact' | 'board' | GrantedRole;

/** What a person is and may do. */
export interface Rights {
  /** The preferred name; the name where there is none. */
  readonly name: string;
  /** Always in the same order. */
  readonly roles: readonly PersonRole[];
  /** Slugs of the boards that they sit on, sorted. */
  readonly boards: readonly string[];
}

/**
 * The rights that a person has on a day. A booking contact is one only for as long as one of the organisations is a
 * member; a seat counts from the first to the last day of its term; whoever is an admin is staff too.
 *
 * @param today ISO date, where the network is (Europe/London)
 * @param isMember whether the organisation is a member of the network now
 * @returns `null` for a record that was merged or erased: nobody signs in as that
 */
export function rightsOn(
  person: Person,
  today: string,
  isMember: (organisationId: string) => boolean,
): Rights | null {
  if (!isCurrent(person)) return null;
  const seated = person.seats.filter((seat) => holdsOn(seat, today));
  const boards = [...new Set(seated.map(({ board }) => board))].toSorted();
  const books = person.affiliations.some(
    ({ isBookingContact, organisationId }) => isBookingContact && isMember(organisationId),
  );
  const granted = new Set(person.grants.map(({ role }) => role));
  const roles: PersonRole[] = ['person'];
  if (books) roles.push('booking-contact');
  if (boards.length > 0) roles.push('board');
  if (granted.size > 0) roles.push('staff');
  if (granted.has('admin')) roles.push('admin');
  return { name: calledName(person), roles, boards };
}
