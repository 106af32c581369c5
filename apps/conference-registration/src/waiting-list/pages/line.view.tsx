import { EmptyState, EndOfList, ExportLinks, momentInWords, Pages, plural, ResponsiveTable, Tag } from '#ui';
import type { Catalogue } from '../../catalogue/domain/catalogue.js';
import { dayOf } from '../../manage/day-of.js';
import { linePath } from '../addresses.js';
import { lineAddress, type LineQuery, type LineState } from '../domain/line-query.js';
import type { LineEntry, LinePart } from '../read-line.js';
import { entryStatusColours, entryStatusWords, offerInWords, wantsInWords } from './line-words.js';

/** How many lines a page holds. */
export const pageSize = 50;

export interface LineViewProps {
  readonly catalogue: Catalogue;
  readonly query: LineQuery;
  readonly part: LinePart;
  /** How many there are of each. */
  readonly numbers: Readonly<Record<LineState, number>>;
}

/** Who waits, in order; or who does no longer. */
export function LineView(props: LineViewProps) {
  const { catalogue, query, part, numbers } = props;
  const path = linePath(catalogue.conference.id);
  return (
    <>
      {numbers.past > 0 && <Choices path={path} state={query.state} numbers={numbers} />}
      {part.items.length === 0 ? (
        <Nothing path={path} query={query} />
      ) : (
        <>
          <ExportLinks
            what="this list"
            file={(format) => lineAddress(`${path}/export.${format}`, { ...query, page: 1 })}
          />
          {query.state === 'now' ? <Now {...props} /> : <Past {...props} />}
          <Pages
            current={query.page}
            total={Math.ceil(part.total / pageSize)}
            href={(page) => lineAddress(path, { ...query, page })}
            landmarkLabel="Pages of the waiting list"
          />
        </>
      )}
    </>
  );
}

interface ChoicesProps extends Pick<LineViewProps, 'numbers'> {
  readonly path: string;
  readonly state: LineState;
}

function Choices({ path, state, numbers }: ChoicesProps) {
  const choices = [
    { to: 'now', text: `Waiting now (${numbers.now})` },
    { to: 'past', text: `No longer waiting (${numbers.past})` },
  ] as const;
  return (
    <nav aria-label="Whom to show">
      <ul class="cn-choices">
        {choices.map(({ to, text }) => (
          <li key={to}>
            <a
              href={lineAddress(path, { state: to, page: 1 })}
              aria-current={to === state ? 'page' : undefined}
            >
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Nothing({ path, query }: { readonly path: string; readonly query: LineQuery }) {
  if (query.page > 1) return <EndOfList firstPage={lineAddress(path, { ...query, page: 1 })} />;
  return query.state === 'past' ? (
    <EmptyState titleText="Nobody has left the waiting list yet">
      <p class="govuk-body">
        Whoever has booked what they were offered, declined it or left is listed here, with what became of it.
      </p>
    </EmptyState>
  ) : (
    <EmptyState titleText="Nobody is waiting">
      <p class="govuk-body">
        When a ticket is full, people can join the waiting list from the conference’s page. As soon as a place
        is free, it is offered to whoever is next, without anything for you to do.
      </p>
    </EmptyState>
  );
}

function Now({ catalogue, part }: LineViewProps) {
  const { conference } = catalogue;
  return (
    <ResponsiveTable
      caption={`${plural(part.total, 'party', 'parties')}, in their order`}
      captionClasses="govuk-table__caption--m"
      isWide
      columns={[
        { key: 'who', heading: 'Who' },
        { key: 'place', heading: 'Place in line', format: 'numeric' },
        { key: 'wants', heading: 'Waits for' },
        { key: 'offer', heading: 'Offered' },
        { key: 'since', heading: 'Joined' },
        { key: 'act', heading: 'Actions' },
      ]}
      rows={part.items.map((entry) => [
        <Who entry={entry} />,
        entry.place === null ? '' : String(entry.place),
        wantsInWords(catalogue, entry),
        offerInWords(catalogue, entry) || 'Nothing yet',
        <span class="cn-one-line">{dayOf(entry.joinedAt, conference.zone)}</span>,
        <a class="govuk-link" href={`${linePath(conference.id)}/${entry.id}/pass-over`}>
          Take off<span class="govuk-visually-hidden"> the list: {entry.name}</span>
        </a>,
      ])}
    />
  );
}

function Past({ catalogue, part }: LineViewProps) {
  return (
    <ResponsiveTable
      caption={`${plural(part.total, 'party', 'parties')} no longer waiting, the latest first`}
      captionClasses="govuk-table__caption--m"
      columns={[
        { key: 'who', heading: 'Who' },
        { key: 'for', heading: 'Waited for' },
        { key: 'what', heading: 'What became of it' },
        { key: 'when', heading: 'When' },
      ]}
      rows={part.items.map((entry) => [
        <Who entry={entry} />,
        catalogue.ticketType.get(entry.ticketTypeId)?.name ?? '',
        <>
          <Tag colour={entryStatusColours[entry.status]}>{entryStatusWords[entry.status]}</Tag>{' '}
          {entry.statusReason}
        </>,
        entry.endedAt === null ? '' : momentInWords(entry.endedAt, catalogue.conference.zone),
      ])}
    />
  );
}

function Who({ entry: { name, organisationName } }: { readonly entry: LineEntry }) {
  return (
    <>
      <bdi>{name}</bdi>
      {organisationName !== '' && (
        <>
          <br />
          <span class="cn-quiet">
            <bdi>{organisationName}</bdi>
          </span>
        </>
      )}
    </>
  );
}
