import { EmptyState, plural } from '#ui';
import { yearPath } from '../addresses.js';
import { filteredAddress, isEverything, type Filter } from '../domain/filter.js';
import type { ListChoices } from '../list-choices.js';
import { Listing, NothingFound } from './found.js';
import { Ways } from './ways.js';

const path = '/calendar/archive';

export interface ArchiveViewProps {
  /** The latest first. */
  readonly years: readonly { readonly year: number; readonly count: number }[];
  readonly filter: Filter;
  readonly choices: ListChoices;
}

export function ArchiveView({ years, filter, choices }: ArchiveViewProps) {
  return (
    <>
      <h1 class="govuk-heading-xl">Past events</h1>
      <Ways here={path} filter={filter} />
      {years.length === 0 && isEverything(filter) ? (
        <EmptyState titleText="Nothing has taken place yet">
          <p class="govuk-body">
            Events move here when they are over.{' '}
            <a class="govuk-link" href="/calendar">
              See what’s on
            </a>
            .
          </p>
        </EmptyState>
      ) : (
        <Listing path={path} filter={filter} choices={choices}>
          {years.length === 0 ? (
            <NothingFound path={path} filter={filter} />
          ) : (
            <ul class="cn-years">
              {years.map(({ year, count }) => (
                <li key={year}>
                  <a class="govuk-link" href={filteredAddress(yearPath(year), filter)}>
                    {year}
                  </a>{' '}
                  <span class="cn-quiet">{plural(count, 'event')}</span>
                </li>
              ))}
            </ul>
          )}
        </Listing>
      )}
    </>
  );
}
