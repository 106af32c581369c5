import { Checkboxes, DateInput, dateField, field, Input, Radios, type Form } from '#ui';
import { weekdays } from '../../events/domain/rule.js';
import { weekdayNames } from '../../events/domain/rule-words.js';

export interface RecurrenceFieldsProps {
  readonly form: Form;
  /** See {@link EventFieldsProps.ownRule}. */
  readonly ownRule: string | null;
}

/** Whether and how it repeats, in the choices that calendars know. */
export function RecurrenceFields({ form, ownRule }: RecurrenceFieldsProps) {
  return (
    <>
      <Radios
        {...field(form, 'recurrence.repeats')}
        fieldset={{ legend: { text: 'How it repeats', classes: 'govuk-fieldset__legend--s' } }}
        items={[
          { value: 'none', text: 'It happens once' },
          ownRule !== null && {
            value: 'custom',
            text: 'As it does now',
            hint: `${ownRule}. This is more than the choices here can say.`,
          },
          { value: 'daily', text: 'By the day' },
          { value: 'weekly', text: 'By the week', conditional: <Weekdays form={form} /> },
          { value: 'monthly on the date', text: 'By the month, on the same day of the month' },
          {
            value: 'monthly on the weekday',
            text: 'By the month, on the same weekday',
            hint: 'Such as the first Tuesday, if it starts on one.',
          },
          {
            value: 'monthly on the last weekday',
            text: 'By the month, on the last such weekday',
            hint: 'Such as the last Friday.',
          },
          { value: 'yearly', text: 'By the year, on the same date' },
        ]}
      />
      <Input
        {...field(form, 'recurrence.interval')}
        label="If it repeats, every how many days, weeks, months or years"
        hint="1 for every one, 2 for every second."
        inputmode="numeric"
        classes="govuk-input--width-2"
      />
      <Radios
        {...field(form, 'recurrence.ends')}
        fieldset={{
          legend: { text: 'If it repeats, when it stops', classes: 'govuk-fieldset__legend--s' },
        }}
        items={[
          {
            value: 'until',
            text: 'On a date',
            conditional: (
              <DateInput
                {...dateField(form, 'recurrence.until')}
                fieldset={{ legend: 'Last day' }}
                hint="For example, 31 12 2027; at the latest ten years after it starts."
              />
            ),
          },
          {
            value: 'count',
            text: 'After a number of times',
            conditional: (
              <Input
                {...field(form, 'recurrence.count')}
                label="How many times it takes place"
                inputmode="numeric"
                classes="govuk-input--width-4"
              />
            ),
          },
        ]}
      />
    </>
  );
}

function Weekdays({ form }: { readonly form: Form }) {
  return (
    <Checkboxes
      {...field(form, 'recurrence.weekdays')}
      classes="govuk-checkboxes--small"
      fieldset={{ legend: 'Weekdays' }}
      hint="Choose none for the weekday that it starts on."
      items={weekdays.map((weekday) => ({ value: weekday, text: weekdayNames[weekday] }))}
    />
  );
}
