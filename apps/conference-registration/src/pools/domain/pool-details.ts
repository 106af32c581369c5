import { accepted, checkRange, checkText, problemsOf, refuse, refused, type Checked } from '#checks';
import type { Words } from '../../set-up/domain/changes.js';

export const longestName = 200;
export const largestCapacity = 100_000;

/** Everything that staff say of a pool. */
export interface PoolDetails {
  readonly name: string;
  /** Places for all together, or for each organisation. */
  readonly capacity: number;
  readonly perOrganisation: boolean;
  /** What takes from it, in the conference's order; never none. */
  readonly ticketTypeIds: readonly string[];
}

/** The same as a form or a program gives it. */
export interface PoolInput extends Omit<PoolDetails, 'capacity'> {
  readonly capacity: Checked<number>;
}

/** What of a ticket type matters here. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

export interface Pool extends PoolDetails {
  /** UUIDv7. */
  readonly id: string;
  readonly position: number;
  readonly version: number;
}

/** How many places the pool may be said to have. */
export const capacityRules = { what: 'the number of places', least: 0, most: largestCapacity } as const;

/** Checks and tidies everything: either all problems, each at its field, or the details. @param tickets the conference's */
export function checkPool(input: PoolInput, tickets: readonly Named[]): Checked<PoolDetails> {
  const name = checkText(input.name, 'name', {
    longest: longestName,
    missing: { code: 'missing', message: 'Enter a name, like Dinner or In person.' },
  });
  const capacity = input.capacity.ok
    ? checkRange(input.capacity.value, 'capacity', capacityRules)
    : input.capacity;
  const ticketTypeIds = checkTicketIds(input.ticketTypeIds, tickets);
  if (!name.ok || !capacity.ok || !ticketTypeIds.ok) {
    return refused(...problemsOf(name, capacity, ticketTypeIds));
  }
  return accepted({
    name: name.value.replaceAll(/\s+/g, ' '),
    capacity: capacity.value,
    perOrganisation: input.perOrganisation,
    ticketTypeIds: ticketTypeIds.value,
  });
}

function checkTicketIds(given: readonly string[], tickets: readonly Named[]): Checked<readonly string[]> {
  if (given.length === 0) {
    return refuse('ticketTypeIds', 'missing', 'Choose the tickets and add-ons that the limit is for.');
  }
  if (given.some((id) => tickets.every((ticket) => ticket.id !== id))) {
    const message = 'Choose tickets and add-ons of this conference. One of them may have been deleted.';
    return refuse('ticketTypeIds', 'unknown-ticket', message);
  }
  return accepted(tickets.map(({ id }) => id).filter((id) => given.includes(id)));
}

/** Everything that is said of a pool, for its history. @param tickets the conference's */
export function poolWords(pool: PoolDetails, tickets: readonly Named[]): Words {
  return {
    Name: pool.name,
    Places: String(pool.capacity),
    'Counted for': pool.perOrganisation ? 'Each organisation' : 'All together',
    'Tickets and add-ons': namesOf(pool.ticketTypeIds, tickets),
  };
}

/** The names of ticket types, in the conference's order. */
export const namesOf = (ids: readonly string[], tickets: readonly Named[]): string =>
  tickets
    .filter(({ id }) => ids.includes(id))
    .map(({ name }) => name)
    .join(', ');
