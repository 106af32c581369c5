import { accepted, checkRange, problemsOf, refuse, refused, type Checked } from '#checks';
import { categories, categoryInSentence, type Category } from '../../members/domain/organisation.js';
import type { Words } from '../../set-up/domain/changes.js';

export const mostFreePlaces = 1000;

/** Whom places are free for: each organisation of a category, or one organisation. */
export type Whom =
  | { readonly category: Category; readonly organisationId: null }
  | { readonly category: null; readonly organisationId: string };

/** Free places of a ticket type. */
export interface Allocation {
  /** UUIDv7. */
  readonly id: string;
  readonly ticketTypeId: string;
  readonly category: Category | null;
  readonly organisationId: string | null;
  /** For each organisation; 0: none any more. */
  readonly places: number;
  readonly version: number;
}

/** The same as a form or a program gives it. */
export interface AllocationInput {
  readonly ticketTypeId: string;
  /** Exactly one of the two is to be given; the other is empty. */
  readonly category: string;
  readonly organisationId: string;
  readonly places: Checked<number>;
}

/** What can be chosen from, and what there is already. */
export interface AllocationsSoFar {
  readonly tickets: readonly { readonly id: string; readonly name: string }[];
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
  readonly allocations: readonly Allocation[];
}

export const placesRules = { what: 'the number of free places', least: 1, most: mostFreePlaces } as const;

/** Checks a new allocation: either all problems, each at its field, or what it is. */
export function checkAllocation(
  input: AllocationInput,
  soFar: AllocationsSoFar,
): Checked<Omit<Allocation, 'id' | 'version'>> {
  const ticket = soFar.tickets.some(({ id }) => id === input.ticketTypeId)
    ? accepted(input.ticketTypeId)
    : refuse('ticketTypeId', 'unknown-ticket', 'Choose the ticket or add-on that is free.');
  const whom = checkWhom(input, soFar);
  const places = checkPlaces(input.places);
  if (!ticket.ok || !whom.ok || !places.ok) return refused(...problemsOf(ticket, whom, places));
  const twin = soFar.allocations.find(
    (other) =>
      other.ticketTypeId === ticket.value &&
      other.category === whom.value.category &&
      other.organisationId === whom.value.organisationId,
  );
  if (twin) {
    const message = `There are free places of it for them already (${twin.places}). Change those instead.`;
    return refuse('ticketTypeId', 'allocation-exists', message);
  }
  return accepted({ ticketTypeId: ticket.value, ...whom.value, places: places.value });
}

/** How many places are free; of those that were set up before it may become none. */
export const checkPlaces = (given: Checked<number>, least = 1): Checked<number> =>
  given.ok ? checkRange(given.value, 'places', { ...placesRules, least }) : given;

function checkWhom(
  { category, organisationId }: AllocationInput,
  { organisations }: AllocationsSoFar,
): Checked<Whom> {
  if ((category === '') === (organisationId === '')) {
    return refuse(
      'whom',
      'missing',
      'Say whether they are for each organisation of a category, or for one organisation.',
    );
  }
  if (category !== '') {
    const known = categories.find((each) => each === category);
    return known === undefined
      ? refuse('category', 'unknown-category', `Choose a category: ${categories.join(', ')}.`)
      : accepted({ category: known, organisationId: null });
  }
  return organisations.some(({ id }) => id === organisationId)
    ? accepted({ category: null, organisationId })
    : refuse('organisationId', 'unknown-organisation', 'Choose the organisation that they are for.');
}

/** "each full member", "Rochdale Council" */
export function whomInWords(
  { category, organisationId }: Pick<Allocation, 'category' | 'organisationId'>,
  organisations: AllocationsSoFar['organisations'],
): string {
  if (category !== null) return `Each ${categoryInSentence(category)}`;
  return organisations.find(({ id }) => id === organisationId)?.name ?? 'An organisation that is not known';
}

/** Everything that is said of free places, for the history. */
export function allocationWords(
  allocation: Pick<Allocation, 'ticketTypeId' | 'category' | 'organisationId' | 'places'>,
  { tickets, organisations }: Omit<AllocationsSoFar, 'allocations'>,
): Words {
  return {
    Ticket: tickets.find(({ id }) => id === allocation.ticketTypeId)?.name ?? '',
    For: whomInWords(allocation, organisations),
    'Free places': String(allocation.places),
  };
}
