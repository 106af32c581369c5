import { Temporal } from 'temporal-polyfill';
import { dateInWords, Details, momentInWords, renderMarkdown } from '#ui';
import type { Conference } from '../../catalogue/domain/conference.js';
import type { OpenBooking } from '../booking-frame.js';

/** What is given back to whoever cancels when. */
export function RefundRules({ conference }: { readonly conference: Conference }) {
  const { refundSteps } = conference;
  if (refundSteps.length === 0) {
    return <p class="govuk-body">Nothing is refunded for places that are cancelled.</p>;
  }
  return (
    <ul class="govuk-list govuk-list--bullet">
      {refundSteps.map(({ until, percent }) => (
        <li>
          cancelled until {dateInWords(Temporal.PlainDate.from(until))}: {percent}% refunded
        </li>
      ))}
      <li>after that: nothing is refunded</li>
    </ul>
  );
}

/** A conference’s terms, as staff wrote them. */
export function Terms({ conference }: { readonly conference: Conference }) {
  return conference.terms.trim() === '' ? (
    <p class="govuk-body">This conference has no further terms.</p>
  ) : (
    <div class="cn-prose" dangerouslySetInnerHTML={{ __html: renderMarkdown(conference.terms) }} />
  );
}

/** What was agreed when the booking was confirmed. */
export function AgreedPart({ open }: { readonly open: OpenBooking }) {
  const { booking, catalogue } = open;
  return (
    <section aria-labelledby="agreed">
      <h2 class="govuk-heading-m" id="agreed">
        What was agreed
      </h2>
      {booking.termsAcceptedAt !== null && (
        <p class="govuk-body">
          {booking.bookerName} accepted the terms on {momentInWords(booking.termsAcceptedAt)}.
        </p>
      )}
      <Details summaryText="Refunds for cancelled places">
        <RefundRules conference={catalogue.conference} />
      </Details>
      <Details summaryText="Terms">
        <Terms conference={catalogue.conference} />
      </Details>
    </section>
  );
}
