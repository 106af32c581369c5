import { allValues, type SubmittedValues, dateIn, textIn } from '#ui';
import { accepted, type Checked } from '../../events/domain/errors.js';
import type { EventDetails, Recurrence, When } from '../../events/domain/event.js';
import { formFromRule, ruleFromForm } from '../../events/domain/rule-form.js';

/**
 * How the event repeats, as the form has it. Exceptions are not the form's: the use cases carry over those there are.
 *
 * @param when as the form has it; while it cannot be read there is nothing to repeat from
 * @param kept what the form was filled with: a rule that the choices cannot say is not sent but stays as it is
 */
export function readRecurrence(
  values: SubmittedValues,
  when: Checked<When>,
  kept: EventDetails | null,
): Checked<Recurrence | null> {
  if (!when.ok) return accepted(null);
  const rule = ruleFromForm(
    {
      repeats: textIn(values, 'recurrence.repeats'),
      interval: textIn(values, 'recurrence.interval'),
      weekdays: allValues(values, 'recurrence.weekdays'),
      ends: textIn(values, 'recurrence.ends'),
      count: textIn(values, 'recurrence.count'),
      until: dateIn(values, 'recurrence.until'),
      rule: kept?.recurrence?.rule ?? '',
    },
    when.value,
  );
  if (!rule.ok) return rule;
  return accepted(rule.value === null ? null : { rule: rule.value, exceptions: [] });
}

/** The controls' values for a recurrence that there is already, or for none. */
export function fillRecurrence(event: Pick<EventDetails, 'recurrence' | 'when'>): SubmittedValues {
  const filled = formFromRule(event.recurrence?.rule ?? null, event.when);
  return {
    'recurrence.repeats': filled.repeats,
    'recurrence.interval': filled.interval,
    'recurrence.weekdays': filled.weekdays,
    'recurrence.ends': filled.ends,
    'recurrence.count': filled.count,
    'recurrence.until.day': filled.until.day,
    'recurrence.until.month': filled.until.month,
    'recurrence.until.year': filled.until.year,
  };
}
