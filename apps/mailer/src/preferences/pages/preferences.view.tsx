import { mailKindNames, mailKindOf } from '#contracts';
import { Button, Checkboxes } from '#ui';
import { isOptional } from '../../mails/domain/fate.js';
import { preferencesPath } from '../addresses.js';
import { optionalKinds, type Choices } from '../preferences.js';

export function PreferencesView({ choices: { address, off } }: { readonly choices: Choices }) {
  return (
    <>
      <h1 class="govuk-heading-xl">Your mails</h1>
      {address !== null && (
        <p class="govuk-body">
          Mails go to <strong>{address}</strong>.
        </p>
      )}
      <form method="post" action={preferencesPath}>
        <Checkboxes
          name="kinds"
          fieldset={{
            legend: { text: 'Which mails would you like?', classes: 'govuk-fieldset__legend--m' },
          }}
          hint="You can change this whenever you like."
          values={optionalKinds.filter((kind) => !off.has(kind))}
          items={optionalKinds.map((kind) => {
            const { title, says } = mailKindOf(kind);
            return { value: kind, text: title, hint: says };
          })}
        />
        <Button>Save your choice</Button>
      </form>
      <h2 class="govuk-heading-m">What you always get</h2>
      <p class="govuk-body">These cannot be switched off, since you ask for each of them there and then:</p>
      <ul class="govuk-list govuk-list--bullet">
        {mailKindNames
          .filter((kind) => !isOptional(kind))
          .map((kind) => {
            const { title, says } = mailKindOf(kind);
            return (
              <li key={kind}>
                <strong>{title}</strong>: {says}
              </li>
            );
          })}
      </ul>
    </>
  );
}
