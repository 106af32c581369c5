import type { Temporal } from 'temporal-polyfill';
import type { Checked } from '#checks';
import { checkFacts, type PersonFactsInput } from './facts.js';
import type { Person } from './person.js';

/**
 * A new record with nothing but what is said of the person.
 *
 * @param id a UUID that no record has
 */
export function createRecord(id: string, facts: PersonFactsInput, now: Temporal.Instant): Checked<Person> {
  const checked = checkFacts(facts);
  if (!checked.ok) return checked;
  return {
    ok: true,
    value: {
      id,
      ...checked.value,
      emails: [],
      affiliations: [],
      seats: [],
      grants: [],
      mergedInto: null,
      erasedAt: null,
      version: 1,
      createdAt: now,
      changedAt: now,
    },
  };
}
