import type { VNode } from 'preact';
import type { Commitment } from '#commitments';
import { OwnDoubleBookings } from '#elsewhere';
import { InsetText, SummaryList, type Form } from '#ui';
import { placesOf, ticketTypeIdsOf } from '../../booking-page/booking-details.js';
import { DelegateTag } from '../../booking-page/pages/delegates-part.js';
import { whenOf, whereOf } from '../../confirming/conference-words.js';
import { answerInWords } from '../../questions/domain/answer.js';
import { askedQuestions } from '../../questions/domain/asked.js';
import type { Question } from '../../questions/domain/question.js';
import type { OwnPart } from '../fill-in-own-part.js';
import { DelegateForm } from './delegate-form.js';

interface OwnPartViewProps {
  readonly part: OwnPart;
  readonly action: string;
  readonly form: Form;
  readonly questions: readonly Question[];
  /** On stands, while they are to be here. */
  readonly shifts: readonly Commitment[];
  /** What can be done about a place that is settled. */
  readonly place: VNode;
}

/** What a delegate sees: their own part alone, neither the others nor what it costs. */
export function OwnPartView({ part, action, form, questions, shifts, place }: OwnPartViewProps) {
  const { details, own } = part;
  const { booking, catalogue } = details;
  const { conference } = catalogue;
  const isFilledIn = booking.status === 'held' || booking.status === 'lapsed';
  const has = placesOf(own).map(({ ticketType }) => ticketType.name);
  return (
    <>
      <span class="govuk-caption-l">{conference.title}</span>
      <h1 class="govuk-heading-xl">{isFilledIn ? 'Fill in your details' : 'Your place'}</h1>
      <p class="govuk-body">
        {whenOf(conference)}
        <br />
        {whereOf(catalogue)}
      </p>
      <OwnDoubleBookings others={shifts} />
      {isFilledIn ? (
        <>
          <p class="govuk-body">
            {booking.bookerName} books this place for you
            {has.length === 0 ? '' : `: ${has.join(', ')}`}. Your place is confirmed when they have finished
            the booking.
          </p>
          {own.delegate.filledInAt !== null && (
            <InsetText>What is here has been saved. You can still change it.</InsetText>
          )}
          <DelegateForm
            details={details}
            own={own}
            form={form}
            action={action}
            choices={null}
            questions={questions}
            isOwn
          />
        </>
      ) : (
        <>
          <OwnDetails part={part} has={has} />
          {place}
        </>
      )}
    </>
  );
}

/** What is kept of a delegate whose booking is settled. */
export function OwnDetails({ part, has }: { readonly part: OwnPart; readonly has: readonly string[] }) {
  const { details, own } = part;
  const { delegate, answers } = own;
  const asked = { of: 'delegate', ticketTypeIds: ticketTypeIdsOf(own) } as const;
  return (
    <>
      <p class="govuk-body">
        <DelegateTag status={delegate.status} />
      </p>
      <SummaryList
        classes="cn-compact"
        rows={[
          { key: 'Name', value: delegate.name },
          { key: 'Email address', value: delegate.email ?? 'None' },
          delegate.phone !== null && { key: 'Telephone', value: delegate.phone },
          delegate.jobTitle !== null && { key: 'Job title or role', value: delegate.jobTitle },
          { key: 'Ticket and add-ons', value: has.join(', ') || 'None' },
          { key: 'Booked by', value: `${details.booking.bookerName}, ${details.booking.reference}` },
          ...askedQuestions(details.catalogue.questions, asked, answers).flatMap((question) => {
            const answer = answers.get(question.id);
            return answer === undefined
              ? []
              : [{ key: question.label, value: answerInWords(question, answer) }];
          }),
        ]}
      />
    </>
  );
}
