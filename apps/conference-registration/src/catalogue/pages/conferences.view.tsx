import type { Temporal } from 'temporal-polyfill';
import { DateBlock, EmptyState, Tag, WhenText } from '#ui';
import { conferencePath } from '../addresses.js';
import { conferenceDays } from '../domain/conference-when.js';
import type { ListedConference, ListedConferences } from '../list-conferences.js';

export interface ConferencesViewProps extends ListedConferences {
  readonly today: Temporal.PlainDate;
  readonly isSignedIn: boolean;
  readonly isStaff: boolean;
}

export function ConferencesView({ coming, past, today, isSignedIn, isStaff }: ConferencesViewProps) {
  return (
    <>
      <h1 class="govuk-heading-xl">Conferences</h1>
      {coming.length === 0 ? (
        <EmptyState titleText="No conference is announced at the moment">
          <p class="govuk-body">
            The next one will be here as soon as its date is settled, and in{' '}
            <a class="govuk-link" href="/calendar">
              the calendar
            </a>
            .
          </p>
        </EmptyState>
      ) : (
        <Conferences conferences={coming} today={today} level="h2" />
      )}
      <Ways isSignedIn={isSignedIn} isStaff={isStaff} />
      {past.length > 0 && (
        <section aria-labelledby="past">
          <h2 class="govuk-heading-l" id="past">
            Past conferences
          </h2>
          <Conferences conferences={past} today={today} level="h3" />
        </section>
      )}
    </>
  );
}

function Ways({ isSignedIn, isStaff }: Pick<ConferencesViewProps, 'isSignedIn' | 'isStaff'>) {
  if (!isSignedIn) return null;
  return (
    <ul class="govuk-list">
      <li>
        <a class="govuk-link" href="/conference/bookings">
          Your bookings
        </a>
      </li>
      {isStaff && (
        <li>
          <a class="govuk-link" href="/conference/manage">
            Look after conferences
          </a>
        </li>
      )}
    </ul>
  );
}

interface ConferencesProps {
  readonly conferences: readonly ListedConference[];
  readonly today: Temporal.PlainDate;
  /** What their titles are below what stands above them. */
  readonly level: 'h2' | 'h3';
}

function Conferences({ conferences, today, level }: ConferencesProps) {
  return (
    <ul class="cn-events">
      {conferences.map((conference) => (
        <Conference key={conference.slug} conference={conference} today={today} level={level} />
      ))}
    </ul>
  );
}

function Conference({
  conference,
  today,
  level: Heading,
}: Omit<ConferencesProps, 'conferences'> & { readonly conference: ListedConference }) {
  const { slug, title, status, venueName, hostName, summary } = conference;
  const when = conferenceDays({ ...conference, days: [] });
  const isCancelled = status === 'cancelled';
  const where = [venueName, hostName === null ? null : `with ${hostName}`].filter((part) => part !== null);
  return (
    <li class={isCancelled ? 'cn-event cn-event--cancelled' : 'cn-event'}>
      <DateBlock when={when} impliedYear={today.year} />
      <div>
        <Heading class="cn-event__title">
          <a class="govuk-link" href={conferencePath(slug)}>
            {title}
          </a>
        </Heading>
        <p class="cn-event__facts">
          <WhenText when={when} impliedYear={today.year} />
          {where.length > 0 && (
            <>
              <br />
              {where.join(', ')}
            </>
          )}
        </p>
        {summary !== '' && <p class="govuk-body">{summary}</p>}
        {isCancelled && (
          <p class="cn-tags">
            <Tag colour="red">Cancelled</Tag>
          </p>
        )}
      </div>
    </li>
  );
}
