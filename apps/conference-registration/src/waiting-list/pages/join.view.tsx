import type { Temporal } from 'temporal-polyfill';
import { Button, EmptyState, field, FormErrors, Input, plural, Radios, type Form } from '#ui';
import type { BookForChoice } from '../../bookings/book-for-choices.js';
import { bookingWindow } from '../../catalogue/domain/booking-window.js';
import type { Catalogue } from '../../catalogue/domain/catalogue.js';
import { GuestFields } from '../../guests/pages/guest.view.js';
import { queuedFor } from '../domain/join.js';

export interface JoinViewProps {
  readonly catalogue: Catalogue;
  readonly bookFors: readonly BookForChoice[];
  /** Nobody is signed in. */
  readonly isGuest: boolean;
  readonly signIn: string | null;
  readonly form: Form;
  readonly token: string;
  readonly now: Temporal.Instant;
}

/** What somebody waits for. */
export function JoinView(props: JoinViewProps) {
  const { catalogue, bookFors, isGuest, signIn, form, token, now } = props;
  const { conference } = catalogue;
  const tickets = queuedFor(catalogue);
  const [first] = tickets;
  if (first === undefined || !bookingWindow(conference, now).isOpen) {
    return (
      <>
        <span class="govuk-caption-l">{conference.title}</span>
        <h1 class="govuk-heading-l">Join the waiting list</h1>
        <EmptyState titleText="There is no waiting list at the moment">
          <p class="govuk-body">No bookings are taken for this conference at the moment.</p>
        </EmptyState>
      </>
    );
  }
  const ticket = field(form, 'ticketTypeId');
  const together = field(form, 'together');
  return (
    <>
      <FormErrors form={form} />
      <span class="govuk-caption-l">{conference.title}</span>
      <h1 class="govuk-heading-l">Join the waiting list</h1>
      <p class="govuk-body">
        Places that become free are offered in the order in which people joined, and never sold past those who
        wait. You then have {plural(Math.max(1, conference.offerWorkingDays), 'working day')} to book.
      </p>
      {isGuest && signIn !== null && (
        <p class="govuk-body">
          If your organisation is a member,{' '}
          <a class="govuk-link" href={signIn}>
            sign in first
          </a>
          , so that you wait for places at its price.
        </p>
      )}
      <form method="post" noValidate>
        <input type="hidden" name="once" value={token} />
        {isGuest && <GuestFields form={form} />}
        {bookFors.length > 1 && (
          <Radios
            {...field(form, 'for')}
            fieldset={{ legend: { text: 'For whom?', classes: 'govuk-fieldset__legend--s' } }}
            value={field(form, 'for').value || bookFors[0]?.value || ''}
            items={bookFors.map(({ value, words }) => ({ value, text: words }))}
          />
        )}
        <Radios
          {...ticket}
          fieldset={{ legend: { text: 'Which ticket?', classes: 'govuk-fieldset__legend--s' } }}
          value={ticket.value || (tickets.length === 1 ? first.id : '')}
          items={tickets.map(({ id, name }) => ({ value: id, text: name }))}
        />
        <Input
          {...field(form, 'wanted')}
          label={{ text: 'How many places?', classes: 'govuk-label--s' }}
          classes="govuk-input--width-3"
          inputmode="numeric"
          autocomplete="off"
        />
        <Radios
          {...together}
          fieldset={{ legend: { text: 'If you need more than one', classes: 'govuk-fieldset__legend--s' } }}
          value={together.value || 'some'}
          items={[
            {
              value: 'some',
              text: 'As many as there are',
              hint: 'You are offered what is free, and keep your turn for the rest.',
            },
            {
              value: 'all',
              text: 'All of them together',
              hint: 'You are offered nothing until all of them are free.',
            },
          ]}
        />
        <Button preventDoubleClick>Join the waiting list</Button>
      </form>
    </>
  );
}
