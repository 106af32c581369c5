import { Temporal } from 'temporal-polyfill';
import { DateBlock, EmptyState, Tag, WhenText, type AllDayWhen } from '#ui';
import { exhibitionPath, managePath } from '../addresses.js';
import { standInWords } from '../exhibition-facts.js';
import type { Listed, ListedExhibition } from '../list-exhibitions.js';

export interface ExhibitionsViewProps extends Listed<ListedExhibition> {
  readonly today: Temporal.PlainDate;
  readonly isStaff: boolean;
}

export function ExhibitionsView({ coming, past, today, isStaff }: ExhibitionsViewProps) {
  return (
    <>
      <h1 class="govuk-heading-xl">Stands</h1>
      {coming.length === 0 ? (
        <EmptyState titleText="No stand is announced at the moment">
          <p class="govuk-body">
            The next conference at which you can meet us will be here, and in{' '}
            <a class="govuk-link" href="/calendar">
              the calendar
            </a>
            .
          </p>
        </EmptyState>
      ) : (
        <Exhibitions exhibitions={coming} today={today} level="h2" />
      )}
      {isStaff && (
        <p class="govuk-body">
          <a class="govuk-link" href={managePath}>
            Look after the stands
          </a>
        </p>
      )}
      {past.length > 0 && (
        <section aria-labelledby="past">
          <h2 class="govuk-heading-l" id="past">
            Past
          </h2>
          <Exhibitions exhibitions={past} today={today} level="h3" />
        </section>
      )}
    </>
  );
}

interface ExhibitionsProps {
  readonly exhibitions: readonly ListedExhibition[];
  readonly today: Temporal.PlainDate;
  /** What their titles are below what stands above them. */
  readonly level: 'h2' | 'h3';
}

function Exhibitions({ exhibitions, today, level: Heading }: ExhibitionsProps) {
  return (
    <ul class="cn-events">
      {exhibitions.map((exhibition) => {
        const { slug, title, status, city, venue, summary } = exhibition;
        const when = daysOf(exhibition);
        const where = [venue, city, standInWords(exhibition)].filter((part) => part !== null).join(', ');
        return (
          <li key={slug} class={status === 'cancelled' ? 'cn-event cn-event--cancelled' : 'cn-event'}>
            <DateBlock when={when} impliedYear={today.year} />
            <div>
              <Heading class="cn-event__title">
                <a class="govuk-link" href={exhibitionPath(slug)}>
                  {title}
                </a>
              </Heading>
              <p class="cn-event__facts">
                <WhenText when={when} impliedYear={today.year} />
                <br />
                {where}
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
}: Pick<ListedExhibition, 'firstDay' | 'lastDay' | 'zone'>): AllDayWhen => ({
  type: 'all-day',
  first: Temporal.PlainDate.from(firstDay),
  last: Temporal.PlainDate.from(lastDay),
  zone,
});
