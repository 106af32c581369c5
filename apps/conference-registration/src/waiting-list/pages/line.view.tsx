import { EmptyState, momentInWords, plural, ResponsiveTable, Tag, type TagColour } from '#ui';
import type { Catalogue } from '../../catalogue/domain/catalogue.js';
import { ConferenceNavigation } from '../../manage/conference-navigation.js';
import { linePath } from '../addresses.js';
import { placeInLine } from '../domain/line.js';
import type { EntryStatus } from '../domain/entry.js';
import type { LineEntry } from '../read-line.js';

export interface LineViewProps {
  readonly catalogue: Catalogue;
  readonly line: readonly LineEntry[];
  /** Those who wait no longer, the latest first. */
  readonly off: readonly LineEntry[];
}

const tags: Readonly<Record<EntryStatus, readonly [string, TagColour]>> = {
  waiting: ['Waiting', 'yellow'],
  offered: ['Offered', 'blue'],
  taken: ['Booked', 'green'],
  declined: ['Declined', 'grey'],
  expired: ['Not answered', 'grey'],
  left: ['Left', 'grey'],
  'passed-over': ['Taken off', 'red'],
  ended: ['Ended', 'grey'],
};

/** Who waits, in order; and who does no longer. */
export function LineView({ catalogue, line, off }: LineViewProps) {
  const { conference } = catalogue;
  const waiting = line.filter(({ status }) => status === 'waiting');
  return (
    <>
      <span class="govuk-caption-xl">{conference.title}</span>
      <h1 class="govuk-heading-xl">Waiting list</h1>
      <ConferenceNavigation conferenceId={conference.id} current="waiting-list" />
      {line.length === 0 ? (
        <EmptyState titleText="Nobody is waiting">
          <p class="govuk-body">
            When a ticket is full, people can join the waiting list from the conference’s page. Whoever is
            next is offered a place by itself as soon as one is free.
          </p>
        </EmptyState>
      ) : (
        <ResponsiveTable
          caption={`${plural(line.length, 'party', 'parties')}, in their order`}
          captionClasses="govuk-table__caption--m"
          columns={[
            { key: 'who', heading: 'Who' },
            { key: 'place', heading: 'Place in line', format: 'numeric' },
            { key: 'wants', heading: 'Waits for' },
            { key: 'offer', heading: 'Offered' },
            { key: 'since', heading: 'Since' },
            { key: 'act', heading: 'What you can do' },
          ]}
          rows={line.map((entry) => [
            <Who entry={entry} />,
            entry.status === 'waiting' ? String(placeInLine(waiting, entry.id) ?? '') : '',
            wantsInWords(catalogue, entry),
            entry.offer === null
              ? 'Nothing yet'
              : `${plural(entry.offer.places, 'place')}, until ${momentInWords(entry.offer.answerUntil, conference.zone)}`,
            momentInWords(entry.joinedAt, conference.zone),
            <a class="govuk-link" href={`${linePath(conference.id)}/${entry.id}/pass-over`}>
              Take off<span class="govuk-visually-hidden"> {entry.name}</span>
            </a>,
          ])}
        />
      )}
      {off.length > 0 && (
        <ResponsiveTable
          caption="No longer waiting"
          captionClasses="govuk-table__caption--m"
          columns={[
            { key: 'who', heading: 'Who' },
            { key: 'what', heading: 'What became of it' },
            { key: 'when', heading: 'When' },
          ]}
          rows={off.map((entry) => [
            <Who entry={entry} />,
            <>
              <Tag colour={tags[entry.status][1]}>{tags[entry.status][0]}</Tag> {entry.statusReason}
            </>,
            entry.endedAt === null ? '' : momentInWords(entry.endedAt, conference.zone),
          ])}
        />
      )}
    </>
  );
}

function Who({ entry }: { readonly entry: LineEntry }) {
  return (
    <>
      {entry.name}
      {entry.organisationName !== '' && (
        <>
          <br />
          <span class="cn-quiet">{entry.organisationName}</span>
        </>
      )}
    </>
  );
}

function wantsInWords({ ticketType }: Catalogue, { ticketTypeId, wanted, allTogether }: LineEntry): string {
  const ticket = ticketType.get(ticketTypeId)?.name ?? '';
  if (wanted === 0) return ticket;
  const how = wanted === 1 ? '' : allTogether ? ', all together' : ', or as many as there are';
  return `${plural(wanted, 'place')}${how}: ${ticket}`;
}
