import type { Temporal } from 'temporal-polyfill';
import { Details, renderMarkdown } from '#ui';
import { bookingWindow } from '../domain/booking-window.js';
import type { Catalogue } from '../domain/catalogue.js';
import type { Conference } from '../domain/conference.js';
import type { Category } from '../../members/domain/organisation.js';
import { offeredTickets } from '../domain/offered-tickets.js';
import { BookingCall, CalledOff } from './booking-call.js';
import { ConferenceFacts } from './conference-facts.js';
import { PriceList } from './price-list.js';
import { RefundRules } from './refund-rules.js';

export interface ConferenceViewProps {
  readonly catalogue: Catalogue;
  /** How many places everybody can have of each ticket type; `null` or missing: any number. */
  readonly left: ReadonlyMap<string, number | null>;
  readonly now: Temporal.Instant;
  readonly maySeeManagement: boolean;
  /** The category whose prices the reader pays; `null`: nobody knows, or several. */
  readonly own?: Category | null;
}

/** The longer a title, the smaller it is set, so that what follows stays in view; lengths in characters. */
const headingSize = ({ length }: string): 'l' | 'xl' => (length > 70 ? 'l' : 'xl');

/** A conference as everybody sees it at a moment. */
export function ConferenceView({ catalogue, left, now, maySeeManagement, own = null }: ConferenceViewProps) {
  const { conference } = catalogue;
  const { title, summary, description, status, id } = conference;
  const tickets = offeredTickets(catalogue, now);
  return (
    <article>
      <h1 class={`govuk-heading-${headingSize(title)}`}>{title}</h1>
      {status === 'cancelled' && <CalledOff conference={conference} />}
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
          own={own}
        />
      )}
      {status !== 'cancelled' && <Conditions conference={conference} />}
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
