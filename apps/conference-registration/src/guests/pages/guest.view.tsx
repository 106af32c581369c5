import { Button, ErrorMessage, field, Fieldset, FormErrors, Input, InsetText, type Form } from '#ui';
import type { Choice } from '../../bookings/choices.js';
import { QuantityField } from '../../bookings/pages/quantity-field.js';
import type { Catalogue } from '../../catalogue/domain/catalogue.js';

export interface GuestViewProps {
  readonly catalogue: Catalogue;
  readonly choices: readonly Choice[];
  readonly form: Form;
  readonly token: string;
}

/** Who books, and how many of what. */
export function GuestView({ catalogue, choices, form, token }: GuestViewProps) {
  const tickets = choices.filter(({ ticketType }) => ticketType.kind === 'ticket');
  const addOns = choices.filter(({ ticketType }) => ticketType.kind === 'add-on');
  const { errorMessage } = field(form, 'quantities');
  return (
    <>
      <FormErrors form={form} />
      <span class="govuk-caption-l">{catalogue.conference.title}</span>
      <h1 class="govuk-heading-l">Book as a guest</h1>
      {tickets.length === 0 ? (
        <InsetText>There is nothing here for guests to book at the moment.</InsetText>
      ) : (
        <form method="post" noValidate>
          <input type="hidden" name="once" value={token} />
          <GuestFields form={form} />
          <div class="govuk-form-group" id="quantities">
            <Fieldset legend={{ text: 'How many places do you need?', classes: 'govuk-fieldset__legend--m' }}>
              {errorMessage !== undefined && (
                <ErrorMessage id="quantities-error">{errorMessage}</ErrorMessage>
              )}
              {tickets.map((choice) => (
                <QuantityField key={choice.ticketType.id} catalogue={catalogue} choice={choice} form={form} />
              ))}
            </Fieldset>
          </div>
          {addOns.length > 0 && (
            <Fieldset legend={{ text: 'To add to a ticket', classes: 'govuk-fieldset__legend--m' }}>
              {addOns.map((choice) => (
                <QuantityField key={choice.ticketType.id} catalogue={catalogue} choice={choice} form={form} />
              ))}
            </Fieldset>
          )}
          <Input
            {...field(form, 'code')}
            label="Code, if you were given one"
            classes="govuk-input--width-20"
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
          />
          <p class="govuk-body">
            We send a link to your address. The places are kept for you from the moment that you open it and
            press its button.
          </p>
          <Button preventDoubleClick>Send me the link</Button>
        </form>
      )}
    </>
  );
}

/** Who somebody without an account is. */
export function GuestFields({ form }: Pick<GuestViewProps, 'form'>) {
  return (
    <>
      <Input {...field(form, 'name')} label="Your name" autocomplete="name" spellcheck={false} />
      <Input
        {...field(form, 'email')}
        label="Your email address"
        type="email"
        autocomplete="email"
        spellcheck={false}
      />
      <Input
        {...field(form, 'organisation')}
        label="Your organisation (optional)"
        hint="It stands on the badges and on the invoice."
        autocomplete="organization"
      />
    </>
  );
}

export interface AskedViewProps {
  readonly title: string;
  /** Where they can ask again. */
  readonly again: string;
}

/** What a guest does next. */
export function AskedView({ title, again }: AskedViewProps) {
  return (
    <>
      <span class="govuk-caption-l">{title}</span>
      <h1 class="govuk-heading-l">Look into your mailbox</h1>
      <p class="govuk-body">
        We have sent you a link. Open it and press its button to go on: it works for one day.
      </p>
      <p class="govuk-body">
        If no mail has come after five minutes, look among your spam, or{' '}
        <a class="govuk-link" href={again}>
          check the address and ask again
        </a>
        .
      </p>
    </>
  );
}
