import { Temporal } from 'temporal-polyfill';
import { dateInWords, Details, renderMarkdown, Tag } from '#ui';
import { bookingWindow } from '../domain/booking-window.js';
import type { Catalogue } from '../domain/catalogue.js';
import type { RefundStep } from '../../conferences/domain/conference.js';
import type { Conference } from '../domain/conference.js';
import { offeredTickets } from '../domain/offered-tickets.js';
import { BookingCall } from './booking-call.js';
import { ConferenceFacts } from './conference-facts.js';
import { PriceList } from './price-list.js';

export interface ConferenceViewProps {
  readonly catalogue: Catalogue;
  /** How many places everybody can have of each ticket type; `null` or missing: any number. */
  readonly left: ReadonlyMap<string, number | null>;
  readonly now: Temporal.Instant;
  readonly maySeeManagement: boolean;
}

/** The longer a title, the smaller it is set, so that what follows stays in view; lengths in characters. */
const headingSize = ({ length }: string): 'l' | 'xl' => (length > 70 ? 'l' : 'xl');

/** A conference as everybody sees it at a moment. */
export function ConferenceView({ catalogue, left, now, maySeeManagement }: ConferenceViewProps) {
  const { conference } = catalogue;
  const { title, summary, description, status, id } = conference;
  const tickets = offeredTickets(catalogue, now);
  return (
    <article>
      <h1 class={`govuk-heading-${headingSize(title)}`}>{title}</h1>
      {status === 'cancelled' && (
        <p class="cn-tags">
          <Tag colour="red">Cancelled</Tag>
        </p>
      )}
      {summary !== '' && <p class="govuk-body-l">{summary}</p>}
      <ConferenceFacts conference={conference} now={now} />
      <BookingCall conference={conference} now={now} />
      {description !== '' && (
        <section aria-labelledby="about">
          <h2 class="govuk-heading-m" id="about">
            About the conference
          </h2>
          <div class="cn-prose" dangerouslySetInnerHTML={{ __html: renderMarkdown(description) }} />
        </section>
      )}
      {tickets.length > 0 && status !== 'cancelled' && (
        <PriceList
          tickets={tickets}
          left={left}
          zone={conference.zone}
          slug={conference.slug}
          isOpen={bookingWindow(conference, now).isOpen}
        />
      )}
      <Conditions conference={conference} />
      <Contact conference={conference} />
      {maySeeManagement && (
        <p class="govuk-body-s">
          <a class="govuk-link" href={`/conference/manage/${id}`}>
            Look after this conference
          </a>
        </p>
      )}
    </article>
  );
}

/** What is agreed to with a booking. */
function Conditions({ conference: { terms, refundSteps } }: { readonly conference: Conference }) {
  if (terms === '' && refundSteps.length === 0) return null;
  return (
    <section aria-labelledby="terms">
      <h2 class="govuk-heading-m" id="terms">
        If your plans change
      </h2>
      <RefundRules steps={refundSteps} />
      {terms !== '' && (
        <Details summaryText="Terms of booking">
          <div class="cn-prose" dangerouslySetInnerHTML={{ __html: renderMarkdown(terms) }} />
        </Details>
      )}
    </section>
  );
}

/** What is paid back of a place that is cancelled, by when. */
export function RefundRules({ steps }: { readonly steps: readonly RefundStep[] }) {
  if (steps.length === 0) {
    return (
      <p class="govuk-body">You can name somebody else for a place; a cancelled place is not paid back.</p>
    );
  }
  return (
    <ul class="govuk-list govuk-list--bullet">
      {steps.map(({ until, percent }) => (
        <li>
          Cancelled by {dateInWords(Temporal.PlainDate.from(until))}:{' '}
          {percent === 100 ? 'all' : `${percent}%`} of the price is paid back.
        </li>
      ))}
      <li>Later: nothing is paid back, but you can name somebody else for the place.</li>
    </ul>
  );
}

function Contact({ conference }: { readonly conference: Conference }) {
  const { contactName, contactEmail, contactPhone } = conference;
  if (contactName === null && contactEmail === null && contactPhone === null) return null;
  return (
    <section aria-labelledby="contact">
      <h2 class="govuk-heading-m" id="contact">
        Questions
      </h2>
      <p class="govuk-body">
        {contactName}
        {contactEmail !== null && (
          <>
            {contactName !== null && <br />}
            <a class="govuk-link" href={`mailto:${contactEmail}`}>
              {contactEmail}
            </a>
          </>
        )}
        {contactPhone !== null && (
          <>
            <br />
            <a class="govuk-link" href={`tel:${contactPhone.replaceAll(/[^\d+]/g, '')}`}>
              {contactPhone}
            </a>
          </>
        )}
      </p>
    </section>
  );
}
