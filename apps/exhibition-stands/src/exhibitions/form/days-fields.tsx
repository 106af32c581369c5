import { dateField, DateInput, field, filledRows, Input, rowName, Select, type Form } from '#ui';
import { dayKinds } from '../domain/exhibition.js';
import { kindWords } from '../in-words.js';
import { dayRows } from './days-form.js';

/** A new exhibition's days: from the first to the last at the same hours. */
export function FirstDaysFields({ form }: { readonly form: Form }) {
  return (
    <>
      <h2 class="govuk-heading-m">When the stand is open</h2>
      <p class="govuk-body">
        Every day at the same hours for now: you can change each of them, and add build-up and break-down,
        afterwards.
      </p>
      <DateInput
        {...dateField(form, 'firstDay')}
        fieldset={{ legend: 'First day' }}
        hint="For example, 26 9 2027."
      />
      <DateInput
        {...dateField(form, 'lastDay')}
        fieldset={{ legend: 'Last day' }}
        hint="Leave it blank if it is one day."
      />
      <div class="cn-row">
        <Input {...field(form, 'opens')} label="Opens" hint="Such as 9am." classes="govuk-input--width-5" />
        <Input
          {...field(form, 'closes')}
          label="Closes"
          hint="Such as 5:30pm."
          classes="govuk-input--width-5"
        />
      </div>
    </>
  );
}

/** Lines for the days that there are and three more. */
export function DaysFields({ form }: { readonly form: Form }) {
  const lines = Math.min(dayRows.most, Math.max(4, filledRows(form.values, dayRows) + 3));
  return (
    <>
      {Array.from({ length: lines }, (_, index) => (
        <fieldset class="govuk-fieldset" key={index}>
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">Line {index + 1}</legend>
          <DateInput
            {...dateField(form, rowName(dayRows, index, 'day'))}
            fieldset={{ legend: { text: 'Day', classes: 'govuk-visually-hidden' } }}
          />
          <div class="cn-row">
            <Select
              {...field(form, rowName(dayRows, index, 'kind'))}
              label="What is done"
              items={['open' as const, ...dayKinds.filter((kind) => kind !== 'open')].map((kind) => ({
                value: kind,
                text: kindWords[kind],
              }))}
            />
            <Input
              {...field(form, rowName(dayRows, index, 'opens'))}
              label="From"
              classes="govuk-input--width-5"
            />
            <Input
              {...field(form, rowName(dayRows, index, 'closes'))}
              label="Until"
              classes="govuk-input--width-5"
            />
          </div>
        </fieldset>
      ))}
    </>
  );
}
