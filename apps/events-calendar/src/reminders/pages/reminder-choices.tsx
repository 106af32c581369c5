import { Checkboxes, field, plural, type Form } from '#ui';
import { reminderDays } from '../domain/reminder-days.js';
import { remindersField } from '../reminders.js';

/** Which reminders somebody wants with what they follow. */
export function ReminderChoices({ form }: { readonly form: Form }) {
  return (
    <Checkboxes
      {...field(form, remindersField)}
      fieldset={{ legend: { text: 'Reminders', classes: 'govuk-fieldset__legend--s' } }}
      hint="A mail before each date. Leave all empty for none."
      items={reminderDays.map((days) => ({ value: String(days), text: `${plural(days, 'day')} before` }))}
    />
  );
}
