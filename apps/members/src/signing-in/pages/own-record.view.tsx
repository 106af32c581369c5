import { Button, field, FormErrors, Input, Radios, type Form } from '#ui';
import { ownRecordPath } from '../addresses.js';
import type { Newcomer } from '../make-own-record.js';

/** The form with which somebody makes a record of their own. */
export function OwnRecordView({ form, newcomer }: { readonly form: Form; readonly newcomer: Newcomer }) {
  const { address, organisation } = newcomer;
  return (
    <>
      <FormErrors form={form} />
      <h1 class="govuk-heading-xl">Make your record</h1>
      <p class="govuk-body">
        <strong>{address}</strong> is an address of {organisation.name}. Tell us who you are, and you are
        signed in.{' '}
        <a class="govuk-link" href="/members/privacy">
          What we do with it
        </a>
      </p>
      <form method="post" action={ownRecordPath} novalidate>
        <Input {...field(form, 'name')} label="Your name" autocomplete="name" spellcheck={false} />
        <Input
          {...field(form, 'preferredName')}
          label="What you like to be called (optional)"
          hint="Where it is not your name as above."
          autocomplete="nickname"
          spellcheck={false}
        />
        <Input
          {...field(form, 'pronouns')}
          label="Pronouns (optional)"
          hint="Such as she/her or they/them. Others will see them beside your name."
          classes="govuk-input--width-20"
        />
        <Radios
          {...field(form, 'role')}
          fieldset={{
            legend: { text: `What you are at ${organisation.name}`, classes: 'govuk-fieldset__legend--s' },
          }}
          items={[
            { value: 'councillor', text: 'A councillor' },
            { value: 'officer', text: 'An officer, or another member of staff' },
            { value: 'partner', text: 'A partner of it' },
          ]}
        />
        <Input
          {...field(form, 'jobTitle')}
          label="Job title or office held (optional)"
          autocomplete="organization-title"
        />
        <Button preventDoubleClick>Make my record and sign in</Button>
      </form>
    </>
  );
}
