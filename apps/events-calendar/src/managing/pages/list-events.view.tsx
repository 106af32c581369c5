import { Button, ButtonGroup, Pages, plural, ResponsiveTable, whenInWords, type Sort } from '#ui';
import type { ShownThingRow } from '../../shown/shown-thing.entity.js';
import { UnsettledThings } from '../../shown/pages/shown-notices.js';
import { manageEventPath, managePath } from '../addresses.js';
import { sortKeys, staffListAddress, type StaffList } from '../domain/staff-list.js';
import type { ListedEvent, ListedEvents, Unfinished } from '../find-events.js';
import { audienceInWords, kindInWords } from '../words.js';
import { ListFilters, periodWords } from './list-filters.js';
import { NothingFound } from './nothing-found.js';
import { StatusTag } from './status-tag.js';
import { ToDoFirst } from './to-do-first.js';

/** How many events a page of the table holds. */
export const pageSize = 50;

const lackWords = {
  place: 'without a place',
  link: 'without a joining link',
  date: 'without a date',
} as const;

export interface ListEventsProps {
  readonly list: StaffList;
  readonly found: ListedEvents;
  readonly unfinished: Unfinished;
  /** Conferences and the like of which nobody has said yet which event they are. */
  readonly unsettled: readonly ShownThingRow[];
  /** The current one, which goes without saying. */
  readonly year: number;
}

export function ListEventsView({ list, found, unfinished, unsettled, year }: ListEventsProps) {
  return (
    <>
      <h1 class="govuk-heading-xl">Manage the calendar</h1>
      <UnsettledThings things={unsettled} />
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
      <ListFilters list={list} />
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
      <h2 class="govuk-heading-m">Members’ own feeds</h2>
      <p class="govuk-body">
        <a class="govuk-link" href={`${managePath}/members`}>
          What the calendar knows of members
        </a>
        , by which their own feeds show them members’ and boards’ events
      </p>
    </>
  );
}

function Found({ list, found, year }: Omit<ListEventsProps, 'unfinished' | 'unsettled'>) {
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
