import { dateField, DateInput, dateNames, field, Input, Textarea, type Form } from '#ui';

/** The controls of an account, in the order of the page. */
export const accountNames: readonly string[] = [...dateNames('day'), 'whenAndWhere', 'who', 'what', 'done'];

export function AccountFields({ form }: { readonly form: Form }) {
  return (
    <>
      <p class="govuk-body">
        What you write is kept sealed. Only those who are named for this visit can read it: you cannot look at
        it again afterwards unless you are one of them. If somebody is in danger, ring for help first.
      </p>
      <DateInput {...dateField(form, 'day')} fieldset={{ legend: 'When did it happen?' }} />
      <Input
        {...field(form, 'whenAndWhere')}
        label="At what time, and where (optional)"
        hint="For example, About 4pm, in front of the hotel."
      />
      <Input {...field(form, 'who')} label="Who is concerned?" />
      <Textarea {...field(form, 'what')} label="What happened?" rows={6} />
      <Textarea {...field(form, 'done')} label="What was done about it at once (optional)" rows={4} />
    </>
  );
}
