import type { Temporal } from 'temporal-polyfill';
import { EmptyState } from '#ui';
import { yearPath } from '../addresses.js';
import { filteredAddress, isEverything, type Filter } from '../domain/filter.js';
import type { FetchedPage } from '../fetch-page.js';
import type { ListChoices } from '../list-choices.js';
import { EventList } from './event-list.js';
import { FoundInWords, Listing, ListPages, NothingFound } from './found.js';

export interface ArchiveYearViewProps {
  readonly year: number;
  /** The years that have something, the latest first. */
  readonly years: readonly number[];
  readonly found: FetchedPage;
  readonly filter: Filter;
  readonly choices: ListChoices;
  readonly today: Temporal.PlainDate;
}

export function ArchiveYearView(props: ArchiveYearViewProps) {
  const { year, found, filter } = props;
  const isBare = found.events.length === 0 && isEverything(filter);
  return (
    <>
      <h1 class="govuk-heading-xl">Past events of {year}</h1>
      {isBare ? (
        <EmptyState titleText={`Nothing of ${year} is in the calendar`}>
          <p class="govuk-body">
            Choose another year, or{' '}
            <a class="govuk-link" href="/calendar">
              see what’s on
            </a>
            .
          </p>
        </EmptyState>
      ) : (
        <YearList {...props} />
      )}
      <OtherYears {...props} />
    </>
  );
}

function YearList({ year, found, filter, choices, today }: ArchiveYearViewProps) {
  const path = yearPath(year);
  return (
    <Listing path={path} filter={filter} choices={choices}>
      {found.events.length === 0 ? (
        <NothingFound path={path} filter={filter} />
      ) : (
        <>
          <FoundInWords page={found.page} filter={filter} are={`in ${year}`} />
          <EventList events={found.events} today={today} />
          <ListPages page={found.page} filter={filter} path={path} />
        </>
      )}
    </Listing>
  );
}

function OtherYears({ year, years, filter }: ArchiveYearViewProps) {
  const others = years.filter((other) => other !== year);
  if (others.length === 0) return null;
  return (
    <nav aria-labelledby="other-years">
      <h2 class="govuk-heading-m" id="other-years">
        Other years
      </h2>
      <ul class="cn-choices">
        {others.map((other) => (
          <li key={other}>
            <a href={filteredAddress(yearPath(other), filter)}>{other}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
