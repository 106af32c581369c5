import type { Temporal } from 'temporal-polyfill';
import { plural } from '#ui';
import type { ListedOccurrence } from '../listing/list-occurrences.js';
import { EventLines } from '../listing/pages/event-list.js';

export interface UpcomingViewProps {
  readonly events: readonly ListedOccurrence[];
  /** How many there are in all. */
  readonly total: number;
  readonly today: Temporal.PlainDate;
}

/** The next events under a heading of the home page's second level. */
export function UpcomingView({ events, total, today }: UpcomingViewProps) {
  return (
    <section aria-labelledby="calendar-upcoming">
      <h2 class="govuk-heading-l" id="calendar-upcoming">
        What’s on next
      </h2>
      {events.length === 0 ? (
        <p class="govuk-body">Nothing is planned at the moment. New events appear here.</p>
      ) : (
        <EventLines events={events} today={today} headingLevel={3} />
      )}
      <p class="govuk-body">
        <a class="govuk-link" href="/calendar">
          See everything that’s on
        </a>
        {total > events.length && ` (${plural(total, 'event')})`}
      </p>
    </section>
  );
}
