import { Temporal } from 'temporal-polyfill';
import { DateBlock, EmptyState, Tag, WhenText, type AllDayWhen } from '#ui';
import { minePath } from '../../applications/addresses.js';
import { managePath, visitPath } from '../addresses.js';
import type { Listed, ListedVisit } from '../list-visits.js';

export interface VisitsViewProps extends Listed<ListedVisit> {
  readonly today: Temporal.PlainDate;
  /** Whether there may be applications of the reader’s own. */
  readonly isSignedIn: boolean;
  readonly isStaff: boolean;
}

export function VisitsView({ coming, past, today, isSignedIn, isStaff }: VisitsViewProps) {
  return (
    <>
      <h1 class="govuk-heading-xl">Study visits</h1>
      {coming.length === 0 ? (
        <EmptyState titleText="No visit is announced at the moment">
          <p class="govuk-body">
            The next one will be here, with the days on which you can apply, and in{' '}
            <a class="govuk-link" href="/calendar">
              the calendar
            </a>
            .
          </p>
        </EmptyState>
      ) : (
        <Visits visits={coming} today={today} level="h2" />
      )}
      {isSignedIn && (
        <p class="govuk-body">
          <a class="govuk-link" href={minePath}>
            Your visits
          </a>
        </p>
      )}
      {isStaff && (
        <p class="govuk-body">
          <a class="govuk-link" href={managePath}>
            Look after the visits
          </a>
        </p>
      )}
      {past.length > 0 && (
        <section aria-labelledby="past">
          <h2 class="govuk-heading-l" id="past">
            Past
          </h2>
          <Visits visits={past} today={today} level="h3" />
        </section>
      )}
    </>
  );
}

interface VisitsProps {
  readonly visits: readonly ListedVisit[];
  readonly today: Temporal.PlainDate;
  /** What their titles are below what stands above them. */
  readonly level: 'h2' | 'h3';
}

function Visits({ visits, today, level: Heading }: VisitsProps) {
  return (
    <ul class="cn-events">
      {visits.map((visit) => {
        const { slug, title, status, region, summary } = visit;
        const when = daysOf(visit);
        return (
          <li key={slug} class={status === 'cancelled' ? 'cn-event cn-event--cancelled' : 'cn-event'}>
            <DateBlock when={when} impliedYear={today.year} />
            <div>
              <Heading class="cn-event__title">
                <a class="govuk-link" href={visitPath(slug)}>
                  {title}
                </a>
              </Heading>
              <p class="cn-event__facts">
                <WhenText when={when} impliedYear={today.year} />
                <br />
                {region}
              </p>
              {summary !== '' && <p class="govuk-body">{summary}</p>}
              {status === 'cancelled' && (
                <p class="cn-tags">
                  <Tag colour="red">Cancelled</Tag>
                </p>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

/** From its first to its last day, as lists write it. */
export const daysOf = ({
  firstDay,
  lastDay,
  zone,
}: Pick<ListedVisit, 'firstDay' | 'lastDay' | 'zone'>): AllDayWhen => ({
  type: 'all-day',
  first: Temporal.PlainDate.from(firstDay),
  last: Temporal.PlainDate.from(lastDay),
  zone,
});
