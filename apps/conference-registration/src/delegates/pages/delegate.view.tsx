import type { Form } from '#ui';
import type { BookedDelegate } from '../../booking-page/booking-details.js';
import type { OpenBooking } from '../../booking-page/booking-frame.js';
import { nameSize } from '../../booking-page/pages/name-size.js';
import { nameOf } from '../../booking-page/still-missing.js';
import type { Question } from '../../questions/domain/question.js';
import { delegatePath } from '../addresses.js';
import type { TicketChoices } from '../ticket-choices.js';
import { DelegateForm } from './delegate-form.js';

interface DelegateViewProps {
  readonly open: OpenBooking;
  readonly own: BookedDelegate;
  readonly form: Form;
  readonly choices: TicketChoices | null;
  readonly questions: readonly Question[];
}

/** One delegate, filled in by whoever books. */
export function DelegateView({ open, own, form, choices, questions }: DelegateViewProps) {
  const { number, email } = own.delegate;
  const path = delegatePath(open.key, number);
  const position = open.delegates.indexOf(own) + 1;
  const isBookerIn = open.delegates.some(
    ({ delegate }) => delegate.email?.toLowerCase() === open.booking.bookerEmail.toLowerCase(),
  );
  return (
    <>
      <span class="govuk-caption-l">
        Delegate {position} of {open.delegates.length}
      </span>
      <h1 class={`govuk-heading-${nameSize(nameOf(own))}`}>{nameOf(own)}</h1>
      <ul class="govuk-list">
        {!isBookerIn && (
          <li>
            <a class="govuk-link" href={`${path}?me=yes`}>
              This is me: fill in what you know of me
            </a>
          </li>
        )}
        <li>
          <a class="govuk-link" href={`${path}/invite`}>
            {email !== null && own.delegate.invitedAt !== null
              ? 'Send the link again with which they fill it in themselves'
              : 'Let them fill it in themselves, with a link by mail'}
          </a>
        </li>
        {open.delegates.length > 1 && (
          <li>
            <a class="govuk-link cn-link--danger" href={`${path}/remove`}>
              Take this delegate off the booking
            </a>
          </li>
        )}
      </ul>
      <DelegateForm
        details={open}
        own={own}
        form={form}
        action={path}
        choices={choices}
        questions={questions}
        isOwn={false}
      />
    </>
  );
}
