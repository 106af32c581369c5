import { Details, momentInWords, renderMarkdown } from '#ui';
import { RefundRules } from '../../catalogue/pages/refund-rules.js';
import type { Conference } from '../../catalogue/domain/conference.js';
import type { OpenBooking } from '../booking-frame.js';

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
        <RefundRules steps={catalogue.conference.refundSteps} />
      </Details>
      <Details summaryText="Terms">
        <Terms conference={catalogue.conference} />
      </Details>
    </section>
  );
}
