import { Button, field, FormErrors, Input, Radios, WarningText, type Form } from '#ui';
import { tokensPath } from '../../account/addresses.js';
import { tokenLives } from '../domain/new-token.js';
import { scopedApps } from '../domain/scope.js';

/** The names of the form's fields for each app's scope. */
export const scopeFields = Object.keys(scopedApps).map((app) => `scope-${app}`);

const lives: Readonly<Record<(typeof tokenLives)[number], string>> = {
  30: '30 days',
  90: '90 days',
  365: 'A year',
};

/** The form for a new token. */
export function NewTokenView({ form }: { readonly form: Form }) {
  return (
    <>
      <FormErrors form={form} />
      <h1 class="govuk-heading-xl">Make an API token</h1>
      <form method="post" action={`${tokensPath}/new`} novalidate>
        <Input
          {...field(form, 'name')}
          label="Name"
          hint="By which you will know it again, such as “Website” or “My script”."
          autocomplete="off"
        />
        {Object.entries(scopedApps).map(([app, words]) => (
          <Radios
            key={app}
            {...field(form, `scope-${app}`)}
            fieldset={{ legend: { text: words, classes: 'govuk-fieldset__legend--s' } }}
            items={[
              { value: '', text: 'Nothing' },
              { value: `${app}:read`, text: 'Read' },
              { value: `${app}:write`, text: 'Read and change' },
            ]}
          />
        ))}
        <Radios
          {...field(form, 'days')}
          fieldset={{ legend: { text: 'How long it works', classes: 'govuk-fieldset__legend--s' } }}
          items={tokenLives.map((days) => ({ value: String(days), text: lives[days] }))}
        />
        <Button preventDoubleClick>Make the token</Button>
      </form>
    </>
  );
}

/** The only page that ever shows the token. */
export function MadeTokenView({ name, token }: { readonly name: string; readonly token: string }) {
  return (
    <>
      <h1 class="govuk-heading-xl">“{name}” is made</h1>
      <WarningText>Copy it now: it is shown only this once, and we do not keep it.</WarningText>
      <p class="govuk-body">
        <code class="cn-address">{token}</code>
      </p>
      <p class="govuk-body">
        Send it with each request, as in <code>Authorization: Bearer nea_…</code>. Whoever has it can do in
        your name what it may do: keep it like a password.
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={tokensPath}>
          Go to your tokens
        </a>
      </p>
    </>
  );
}
