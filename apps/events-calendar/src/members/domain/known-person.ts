import type { Temporal } from 'temporal-polyfill';
import type { Reader } from '../../events/domain/visibility.js';

/** A seat on a board for a term; days as `2027-03-31`. */
export interface Seat {
  /** The board's slug. */
  readonly board: string;
  readonly boardName: string;
  readonly startsOn: string;
  /** The last day of the term; `null` while none is set. */
  readonly endsOn: string | null;
}

/** A person as far as the calendar knows them. */
export interface KnownPerson {
  /** What was granted: `staff`, `admin`. */
  readonly roles: readonly string[];
  readonly organisations: readonly { readonly name: string; readonly status: string }[];
  readonly seats: readonly Seat[];
}

/**
 * The states in which an organisation belongs to the network: one that is leaving does so until it has left, one in
 * special circumstances is retained.
 */
const belonging: ReadonlySet<string> = new Set(['member', 'leaving', 'retained']);

/** The person's organisations that belong to the network now. */
export const memberOrganisations = ({ organisations }: KnownPerson) =>
  organisations.filter(({ status }) => belonging.has(status));

/** The seats whose term holds on that day, its first and last day included. */
export function seatsOn({ seats }: KnownPerson, today: Temporal.PlainDate): Seat[] {
  // ISO dates sort as text.
  const day = today.toString();
  return seats.filter(({ startsOn, endsOn }) => startsOn <= day && (endsOn === null || day <= endsOn));
}

/**
 * What the person is, for the rules of visibility, on a day. Whoever neither works for the network, nor sits on a board,
 * nor belongs to a member organisation sees what every visitor sees.
 *
 * @param person `null`: `members` has told nothing of them (yet)
 * @param today in the network's own zone, where terms begin and end
 */
export function readerOn(person: KnownPerson | null, today: Temporal.PlainDate): Reader {
  if (person === null) return { roles: ['visitor'], boards: [] };
  const boards = [...new Set(seatsOn(person, today).map(({ board }) => board))].toSorted();
  const roles = [
    ...(person.roles.length > 0 || boards.length > 0 || memberOrganisations(person).length > 0
      ? ['person']
      : ['visitor']),
    ...(boards.length > 0 ? ['board'] : []),
    ...person.roles,
  ];
  return { roles, boards };
}
