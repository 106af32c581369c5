import type { Temporal } from 'temporal-polyfill';
import { EmptyState } from '#ui';
import { managePath } from '../../managing/addresses.js';
import { filteredAddress, isEverything, type Filter } from '../domain/filter.js';
import type { FetchedPage } from '../fetch-page.js';
import type { ListChoices } from '../list-choices.js';
import { EventList } from './event-list.js';
import { FoundInWords, Listing, ListPages, NothingFound } from './found.js';
import { Ways } from './ways.js';

const path = '/calendar';

export interface WhatsOnViewProps {
  readonly found: FetchedPage;
  readonly filter: Filter;
  readonly choices: ListChoices;
  readonly now: Temporal.Instant;
  readonly today: Temporal.PlainDate;
  /** Staff are shown the way to their own pages. */
  readonly isStaff: boolean;
}

export function WhatsOnView({ found, filter, choices, now, today, isStaff }: WhatsOnViewProps) {
  const { events, page } = found;
  const isBare = events.length === 0 && isEverything(filter);
  return (
    <>
      <h1 class="govuk-heading-xl">What’s on</h1>
      {isStaff && (
        <p class="govuk-body">
          <a class="govuk-link" href={managePath}>
            Manage the calendar
          </a>
        </p>
      )}
      <Ways here={path} filter={filter} />
      {isBare ? (
        <NothingPlanned />
      ) : (
        <Listing path={path} filter={filter} choices={choices}>
          {events.length === 0 ? (
            <NothingFound path={path} filter={filter}>
              <p class="govuk-body">
                Or{' '}
                <a class="govuk-link" href={filteredAddress('/calendar/archive', filter)}>
                  look for it among past events
                </a>
                .
              </p>
            </NothingFound>
          ) : (
            <>
              <FoundInWords page={page} filter={filter} are="coming up" />
              <EventList events={events} today={today} now={now} />
              <ListPages page={page} filter={filter} path={path} />
            </>
          )}
        </Listing>
      )}
    </>
  );
}

function NothingPlanned() {
  return (
    <EmptyState titleText="Nothing is planned at the moment">
      <p class="govuk-body">
        New events appear here as soon as they are published. To hear of them without looking,{' '}
        <a class="govuk-link" href="/calendar/subscribe">
          subscribe to the calendar
        </a>
        , or look at{' '}
        <a class="govuk-link" href="/calendar/archive">
          past events
        </a>
        .
      </p>
    </EmptyState>
  );
}
