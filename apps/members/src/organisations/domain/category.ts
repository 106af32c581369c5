import type { Temporal } from 'temporal-polyfill';
import { accepted, checkChoice, problemsOf, refuse, refused, type Checked } from '#checks';
import { moveOn } from './changes.js';
import { checkPlausible } from './dates.js';
import { membershipChange } from './membership.js';
import { categories, type Organisation } from './organisation.js';
import { checkReason, type StepInput, type Stepped } from './status.js';

/**
 * The organisation in another category, with a higher version. Problems are at `category`, `on` and `reason`.
 *
 * @param input of it `on` is the day from which it is in the other category; blank: today
 * @param at `today` is an ISO date, where the network is
 */
export function changeCategory(
  before: Organisation,
  to: string,
  input: StepInput,
  at: { readonly today: string; readonly now: Temporal.Instant },
): Checked<Stepped> {
  const category = checkOther(before, to);
  const reason = checkReason(input.reason, true);
  const on = checkOn(input.on, before, at.today);
  if (!category.ok || !reason.ok || !on.ok) return refused(...problemsOf(category, on, reason));
  const organisation = { ...moveOn(before, at.now), category: category.value };
  return accepted({
    organisation,
    change: membershipChange(before, organisation, on.value, reason.value),
  });
}

function checkOther(before: Organisation, to: string): Checked<Organisation['category']> {
  const category = checkChoice(to, categories, 'category', 'Say which category it changes to.');
  if (!category.ok || category.value !== before.category) return category;
  return refuse('category', 'same-category', 'It is in this category already. Choose another.');
}

function checkOn(given: Checked<string | null>, { joinedOn }: Organisation, today: string): Checked<string> {
  const checked = checkPlausible(given, 'on', today);
  if (!checked.ok) return checked;
  const on = checked.value ?? today;
  if (on > today) {
    return refuse('on', 'date-in-future', 'This day is still to come. Change the category when it has come.');
  }
  if (joinedOn !== null && on < joinedOn) {
    return refuse('on', 'before-joined', 'This day is before it joined. Check the date.');
  }
  return accepted(on);
}
