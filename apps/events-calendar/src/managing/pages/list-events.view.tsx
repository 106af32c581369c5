import {
  Button,
  ButtonGroup,
  EmptyState,
  Input,
  Pages,
  plural,
  ResponsiveTable,
  Select,
  whenInWords,
  type Sort,
} from '#ui';
import { eventStatuses } from '../../events/domain/event.js';
import { manageEventPath, managePath } from '../addresses.js';
import {
  isFiltered,
  listOf,
  periods,
  sortKeys,
  staffListAddress,
  type Period,
  type StaffList,
} from '../domain/staff-list.js';
import type { ListedEvent, ListedEvents, Unfinished } from '../find-events.js';
import { audienceInWords, kindInWords, statusInWords } from '../words.js';
import { StatusTag } from './status-tag.js';
import { ToDoFirst } from './to-do-first.js';

/** How many events a page of the table holds. */
export const pageSize = 50;

const periodWords: Readonly<Record<Period, string>> = {
  coming: 'Coming',
  past: 'Past',
  all: 'Coming and past',
};

const lackWords = {
  place: 'without a place',
  link: 'without a joining link',
  date: 'without a date',
} as const;

export interface ListEventsProps {
  readonly list: StaffList;
  readonly found: ListedEvents;
  readonly unfinished: Unfinished;
  /** The current one, which goes without saying. */
  readonly year: number;
}

export function ListEventsView({ list, found, unfinished, year }: ListEventsProps) {
  return (
    <>
      <h1 class="govuk-heading-xl">Manage the calendar</h1>
      <div class="govuk-form-group">
        <ToDoFirst unfinished={unfinished} />
      </div>
      <ButtonGroup>
        <Button href={`${managePath}/new`}>Write a new event</Button>
        <Button href={`${managePath}/import`} classes="govuk-button--secondary">
          Import a file
        </Button>
      </ButtonGroup>
      <h2 class="govuk-heading-m">Events</h2>
      <Filters list={list} />
      {found.items.length === 0 ? (
        <NothingFound list={list} />
      ) : (
        <Found list={list} found={found} year={year} />
      )}
      <h2 class="govuk-heading-m">Take the calendar with you</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>
          <a class="govuk-link" href={`${managePath}/export.csv`}>
            Export every event as CSV
          </a>
          , for a spreadsheet or for importing again
        </li>
        <li>
          <a class="govuk-link" href={`${managePath}/export.ics`}>
            Export every event as .ics
          </a>
          , for another calendar
        </li>
      </ul>
    </>
  );
}

function Filters({ list }: { readonly list: StaffList }) {
  return (
    <form class="cn-filters" method="get" action={managePath} role="search" aria-label="Events">
      <Input name="q" type="search" label="Title, place or words of the description" value={list.text} />
      <div class="cn-filters__fields">
        <Select
          name="status"
          label="Status"
          value={list.status ?? ''}
          items={[
            { value: '', text: 'Any' },
            ...eventStatuses.map((status) => ({ value: status, text: statusInWords(status) })),
          ]}
        />
        <Select
          name="period"
          label="When"
          value={list.period}
          items={periods.map((period) => ({ value: period, text: periodWords[period] }))}
        />
      </div>
      {list.lack !== null && <input type="hidden" name="lacks" value={list.lack} />}
      <div class="cn-filters__actions">
        <Button classes="govuk-button--secondary">Show these events</Button>
        {(isFiltered(list) || list.period !== 'coming') && (
          <a class="govuk-link" href={managePath}>
            Show all coming events
          </a>
        )}
      </div>
    </form>
  );
}

function Found({ list, found, year }: Omit<ListEventsProps, 'unfinished'>) {
  const address = (changed: Partial<StaffList>) => staffListAddress(managePath, { ...list, ...changed });
  return (
    <>
      <ResponsiveTable
        caption={caption(list, found.total)}
        captionClasses="govuk-table__caption--s"
        columns={[
          { key: 'title', heading: 'Title', sortable: true },
          { key: 'when', heading: 'When', sortable: true },
          { key: 'status', heading: 'Status', sortable: true },
          { key: 'audience', heading: 'Audience', sortable: true },
          { key: 'kind', heading: 'Kind', sortable: true },
        ]}
        rows={found.items.map((event) => row(event, year))}
        sort={list.sort}
        sortHref={(sort) => address({ sort: known(sort), page: 1 })}
      />
      <Pages
        current={list.page}
        total={Math.ceil(found.total / pageSize)}
        href={(page) => address({ page })}
        landmarkLabel="Pages of events"
      />
    </>
  );
}

function known({ key, direction }: Sort): StaffList['sort'] {
  return { key: sortKeys.find((each) => each === key) ?? 'when', direction };
}

function row(event: ListedEvent, year: number) {
  return [
    <a class="govuk-link" href={manageEventPath(event.ref)}>
      {event.title}
    </a>,
    <>
      {whenInWords(event.when, { impliedYear: year })}
      {event.recurs && <span class="cn-quiet"> (repeats)</span>}
    </>,
    <StatusTag status={event.status} />,
    audienceInWords(event.audience, event.board),
    kindInWords(event.kind),
  ];
}

/** "12 coming events", "1 past draft without a place" */
function caption(list: StaffList, total: number): string {
  const words = [
    list.period === 'all' ? '' : periodWords[list.period].toLowerCase(),
    list.status === null || list.status === 'draft' ? '' : list.status,
    list.status === 'draft' ? 'draft' : 'event',
  ];
  const lack = list.lack === null ? '' : ` ${lackWords[list.lack]}`;
  const text = list.text === '' ? '' : ` with “${list.text}”`;
  return `${plural(total, words.filter((word) => word !== '').join(' '))}${lack}${text}`;
}

function NothingFound({ list }: { readonly list: StaffList }) {
  if (list.page > 1) {
    return (
      <EmptyState titleText="The list ends before this page" headingLevel={3}>
        <p class="govuk-body">
          <a class="govuk-link" href={staffListAddress(managePath, { ...list, page: 1 })}>
            Go to its first page
          </a>
        </p>
      </EmptyState>
    );
  }
  if (isFiltered(list)) {
    return (
      <EmptyState titleText="No event is like this" headingLevel={3}>
        <p class="govuk-body">
          Try fewer words, or{' '}
          <a class="govuk-link" href={staffListAddress(managePath, listOf({ period: 'all' }))}>
            look at all events, coming and past
          </a>
          .
        </p>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      titleText={list.period === 'past' ? 'Nothing is over yet' : 'Nothing is planned'}
      headingLevel={3}
    >
      <p class="govuk-body">
        Events will be listed here, drafts too.{' '}
        <a class="govuk-link" href={`${managePath}/new`}>
          Write the first one
        </a>
        , or{' '}
        <a class="govuk-link" href={`${managePath}/import`}>
          import a file
        </a>{' '}
        with many.
      </p>
    </EmptyState>
  );
}
