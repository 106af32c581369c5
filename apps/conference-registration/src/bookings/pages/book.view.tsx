import {
  Button,
  Details,
  ErrorMessage,
  field,
  Fieldset,
  FormErrors,
  Input,
  InsetText,
  Radios,
  type Form,
} from '#ui';
import type { Catalogue } from '../../catalogue/domain/catalogue.js';
import { categoryInSentence } from '../../members/domain/organisation.js';
import type { BookForChoice } from '../book-for-choices.js';
import type { Choice } from '../choices.js';
import type { Customer } from '../customer.js';
import { holdMinutes } from '../domain/booking.js';
import { QuantityField } from './quantity-field.js';

export interface BookViewProps {
  readonly catalogue: Catalogue;
  readonly customer: Customer;
  readonly choices: readonly Choice[];
  /** For whom they book just now, as the form sends it. */
  readonly chosen: string;
  readonly bookFors: readonly BookForChoice[];
  readonly form: Form;
  readonly token: string;
}

/** For whom, and how many of what. */
export function BookView(props: BookViewProps) {
  const { catalogue, choices, chosen, form, token } = props;
  const tickets = choices.filter(({ ticketType }) => ticketType.kind === 'ticket');
  const addOns = choices.filter(({ ticketType }) => ticketType.kind === 'add-on');
  const code = field(form, 'code');
  return (
    <>
      <FormErrors form={form} />
      <span class="govuk-caption-l">{catalogue.conference.title}</span>
      <h1 class="govuk-heading-l">How many places do you need?</h1>
      <ForWhom {...props} />
      {tickets.length === 0 ? (
        <InsetText>There is nothing here for you to book at the moment.</InsetText>
      ) : (
        <form method="post" noValidate>
          <input type="hidden" name="once" value={token} />
          <input type="hidden" name="for" value={chosen} />
          <input type="hidden" name="code" value={code.value ?? ''} />
          <div class="govuk-form-group" id="quantities">
            <Fieldset legend={{ text: 'Tickets', classes: 'govuk-fieldset__legend--m' }}>
              <QuantitiesError form={form} />
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
          <p class="govuk-body">
            We keep the places for {holdMinutes} minutes while you say who is coming. Nothing is to be paid
            until you have checked and confirmed it.
          </p>
          <Button preventDoubleClick>Keep these places</Button>
        </form>
      )}
    </>
  );
}

function QuantitiesError({ form }: { readonly form: Form }) {
  const { errorMessage } = field(form, 'quantities');
  return errorMessage === undefined ? null : (
    <ErrorMessage id="quantities-error">{errorMessage}</ErrorMessage>
  );
}

/** Whose prices are shown, and the way to others'. */
function ForWhom({ customer, chosen, bookFors, form }: BookViewProps) {
  const code = field(form, 'code');
  const typed = code.value ?? '';
  const discount = customer.discountPercent > 0 ? `, less your ${customer.discountPercent}% discount` : '';
  return (
    <>
      <p class="govuk-body">
        {customer.bookedFor === 'organisation' ? (
          <>
            You book for <strong>{customer.organisationName}</strong>, which gets the invoice.
          </>
        ) : (
          <>You book for yourself, and the invoice comes to you.</>
        )}{' '}
        Prices are for {categoryInSentence(customer.category)}s{discount}.
        {typed !== '' && code.errorMessage === undefined && ` The code ${typed.toUpperCase()} is counted in.`}
      </p>
      <Details
        summaryText={bookFors.length > 1 ? 'Book for somebody else, or use a code' : 'Use a code'}
        open={code.errorMessage !== undefined}
      >
        <form method="get">
          {bookFors.length > 1 && (
            <Radios
              name="for"
              fieldset={{ legend: { text: 'Who do you book for?', classes: 'govuk-fieldset__legend--s' } }}
              value={chosen}
              items={bookFors.map(({ value, words }) => ({ value, text: words }))}
            />
          )}
          <Input
            {...code}
            label="Code, if you were given one"
            classes="govuk-input--width-20"
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
          />
          <Button classes="govuk-button--secondary">Show what there is</Button>
        </form>
      </Details>
    </>
  );
}

/** Why nobody can book at the moment. */
export function CannotBookView({ title, why }: { readonly title: string; readonly why: string }) {
  return (
    <>
      <span class="govuk-caption-l">{title}</span>
      <h1 class="govuk-heading-l">You cannot book at the moment</h1>
      <p class="govuk-body">{why}</p>
    </>
  );
}

export interface WhoBooksViewProps {
  readonly title: string;
  /** Where people sign in; `null` while it cannot be told who is signed in. */
  readonly signIn: string | null;
  /** Where somebody without an account books. */
  readonly guest: string;
}

/** The ways to book for somebody who is not signed in. */
export function WhoBooksView({ title, signIn, guest }: WhoBooksViewProps) {
  return (
    <>
      <span class="govuk-caption-l">{title}</span>
      <h1 class="govuk-heading-l">Who are you booking for?</h1>
      <h2 class="govuk-heading-m">A member organisation, or yourself as one of its people</h2>
      <p class="govuk-body">
        Sign in, so that we know your organisation and its prices. All you need is your email address: we send
        you a link.
      </p>
      {signIn === null ? (
        <p class="govuk-body">We cannot sign you in at the moment. Try again in a few minutes.</p>
      ) : (
        <Button href={signIn}>Sign in and book</Button>
      )}
      <h2 class="govuk-heading-m">Somebody who is not a member</h2>
      <p class="govuk-body">
        Book as a guest at the price for non-members. We send a link to your email address first, to be sure
        that it is yours.
      </p>
      <Button href={guest} classes="govuk-button--secondary">
        Book as a guest
      </Button>
    </>
  );
}
