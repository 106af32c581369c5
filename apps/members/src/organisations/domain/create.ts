import type { Temporal } from 'temporal-polyfill';
import { accepted, checkChoice, problemsOf, refused, type Checked } from '#checks';
import { validateDetails, type DetailsInput } from './details.js';
import { categories, statuses, type Organisation } from './organisation.js';

/** A new organisation as a form, a file or an API client gives it. */
export interface NewOrganisationInput extends DetailsInput {
  readonly category: string;
  /** Any: records are also made of those that joined or left long ago. */
  readonly status: string;
}

/**
 * A new record.
 *
 * @param id UUIDv7
 * @param at `today` is an ISO date, where the network is
 */
export function createOrganisation(
  id: string,
  input: NewOrganisationInput,
  at: { readonly today: string; readonly now: Temporal.Instant },
): Checked<Organisation> {
  const category = checkChoice(input.category, categories, 'category', 'Say which category it is in.');
  const status = checkChoice(input.status, statuses, 'status', 'Say how it stands to the network.');
  const details = validateDetails(input, { status: status.ok ? status.value : null, today: at.today });
  if (!category.ok || !status.ok || !details.ok) return refused(...problemsOf(category, status, details));
  return accepted({
    ...details.value,
    id,
    category: category.value,
    status: status.value,
    statusReason: null,
    version: 1,
    createdAt: at.now,
    changedAt: at.now,
  });
}
