import { affiliationInWords, emailInWords, grantInWords, seatInWords, type Names } from './words.js';
import type { Person } from './person.js';

/** One thing that a change altered, as the history keeps and shows it. Empty where there was nothing. */
export interface FieldChange {
  readonly field: RevisedField;
  readonly before: string;
  readonly after: string;
}

const facts = ['name', 'preferredName', 'pronouns', 'jobTitle', 'phone'] as const;
export type RevisedField = (typeof facts)[number] | 'email' | 'organisation' | 'seat' | 'role' | 'mergedInto';

/**
 * What is different between two versions of a record, in words. Of addresses, organisations, seats and roles each is told
 * by itself.
 *
 * @param before `null` for a record that is new
 */
export function diff(before: Person | null, after: Person, names: Names): readonly FieldChange[] {
  return [
    ...facts.map((field) => ({ field, before: before?.[field] ?? '', after: after[field] ?? '' })),
    ...each('email', before?.emails, after.emails, (email) => email.address, emailInWords),
    ...each(
      'organisation',
      before?.affiliations,
      after.affiliations,
      ({ organisationId }) => organisationId,
      (one) => affiliationInWords(one, names),
    ),
    ...each(
      'seat',
      before?.seats,
      after.seats,
      ({ id }) => id,
      (seat) => seatInWords(seat, names),
    ),
    ...each('role', before?.grants, after.grants, ({ role }) => role, grantInWords),
    { field: 'mergedInto' as const, before: before?.mergedInto ?? '', after: after.mergedInto ?? '' },
  ].filter((change) => change.before !== change.after);
}

/** What became of each thing of a list; those that are there no more stand last. */
function each<Item>(
  field: RevisedField,
  before: readonly Item[] = [],
  after: readonly Item[],
  keyOf: (item: Item) => string,
  words: (item: Item) => string,
): FieldChange[] {
  const old = new Map(before.map((item) => [keyOf(item), words(item)]));
  const current = new Map(after.map((item) => [keyOf(item), words(item)]));
  const keys = new Set([...current.keys(), ...old.keys()]);
  return [...keys].map((key) => ({ field, before: old.get(key) ?? '', after: current.get(key) ?? '' }));
}
