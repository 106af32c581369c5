import type { CategoryLimit } from '../../visits/domain/visit.js';

/** An application that is submitted, as far as limits go by it. */
export interface Counted {
  readonly organisationId: string | null;
  readonly organisationName: string | null;
  readonly category: string | null;
  readonly kind: string;
  readonly isNewcomer: boolean;
}

/** How many applied, beside how many can have a place. */
export interface Count {
  /** The organisation's name, or the category's. */
  readonly name: string;
  readonly applied: number;
  /** `null`: there is no limit but the places. */
  readonly most: number | null;
}

/** Those of each, the most first, then by name. */
function tally(names: readonly string[], most: (name: string) => number | null): readonly Count[] {
  const amounts = new Map<string, number>();
  for (const name of names) amounts.set(name, (amounts.get(name) ?? 0) + 1);
  return [...amounts]
    .map(([name, applied]) => ({ name, applied, most: most(name) }))
    .toSorted((one, other) => other.applied - one.applied || one.name.localeCompare(other.name, 'en-GB'));
}

/**
 * How many of each organisation applied. One that is known counts under its newest name, by its id; others by their name,
 * however it is written.
 */
export function countOrganisations(applications: readonly Counted[], limit: number | null): readonly Count[] {
  const keyOf = ({ organisationId, organisationName }: Counted): string =>
    organisationId ?? (organisationName ?? '').trim().toLowerCase();
  const names = new Map(applications.map((each) => [keyOf(each), each.organisationName ?? 'Not said']));
  return tally(applications.map(keyOf), () => limit)
    .map((count) => ({ ...count, name: names.get(count.name) ?? count.name }))
    .toSorted((one, other) => other.applied - one.applied || one.name.localeCompare(other.name, 'en-GB'));
}

/** How many of each category of membership applied; who is of none is left out, as nothing limits them. */
export function countCategories(
  applications: readonly Counted[],
  limits: readonly CategoryLimit[],
): readonly Count[] {
  const categories = applications.flatMap(({ category }) => (category === null ? [] : [category]));
  return tally(categories, (name) => limits.find(({ category }) => category === name)?.most ?? null);
}
