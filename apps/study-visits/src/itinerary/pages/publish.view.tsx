import { Temporal } from 'temporal-polyfill';
import {
  dateInWords,
  EmptyState,
  FieldChanges,
  momentInWords,
  plural,
  ResponsiveTable,
  Tag,
  type TagColour,
} from '#ui';
import { RingLink } from '../../live-changes/pages/ring-link.js';
import { VisitFrame } from '../../visits/pages/visit-frame.js';
import type { Visit } from '../../visits/domain/visit.js';
import { itineraryPath } from '../addresses.js';
import { byDay } from '../domain/own-day.js';
import type { ItemChange } from '../domain/published.js';
import { groupsInWords, spanOf, stopInWords, timesInWords } from '../in-words.js';
import type { PublicationRow } from '../publication.entities.js';
import type { Publishing } from '../publishing.js';
import type { SeenBy } from '../read-news.js';

const verbs: Readonly<Record<ItemChange['what'], { readonly text: string; readonly colour: TagColour }>> = {
  added: { text: 'New', colour: 'green' },
  changed: { text: 'Changed', colour: 'yellow' },
  removed: { text: 'Not any more', colour: 'red' },
};

/** What is different, day by day. */
export function ChangeList({ changes }: { readonly changes: readonly ItemChange[] }) {
  return (
    <ul class="govuk-list">
      {changes.map((change) => (
        <li key={change.itemId}>
          <Tag colour={verbs[change.what].colour}>{verbs[change.what].text}</Tag>{' '}
          {dateInWords(Temporal.PlainDate.from(change.day))}: <bdi>{change.title}</bdi>
          <FieldChanges
            changes={change.changes.map(({ field, before, after }) => ({ name: field, before, after }))}
            isNew={change.what !== 'changed'}
          />
        </li>
      ))}
    </ul>
  );
}

export function PublishView({ pending: { number, changes, told } }: { readonly pending: Publishing }) {
  return (
    <>
      <h2 class="govuk-heading-m">
        {number === 1 ? 'What travellers will read' : `What has changed since version ${number - 1}`}
      </h2>
      {changes.length === 0 ? (
        <p class="govuk-body">No item is different; who is at which of them is.</p>
      ) : (
        <ChangeList changes={changes} />
      )}
      <h2 class="govuk-heading-m">Who is told</h2>
      {told.length === 0 ? (
        <p class="govuk-body">Nobody: no traveller’s own days are different.</p>
      ) : (
        <>
          <p class="govuk-body">By mail, with what is different in their own days:</p>
          <ul class="govuk-list govuk-list--bullet cn-columns">
            {told.map(({ traveller, changes: own }) => (
              <li key={traveller.id}>
                <bdi>{traveller.name}</bdi>: {plural(own.length, 'item')}
                {traveller.email === null && ', without an address for mail'}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

export function SeenView({ visit, seen }: { readonly visit: Visit; readonly seen: readonly SeenBy[] }) {
  const missing = seen.filter(({ seenAt }) => seenAt === null).length;
  return (
    <VisitFrame visit={visit} heading="Who has seen it" current="itinerary">
      {seen.length === 0 ? (
        <EmptyState titleText="Nobody was told yet">
          <p class="govuk-body">
            Once you publish the itinerary, you see here who has read what concerns them.
          </p>
        </EmptyState>
      ) : (
        <ResponsiveTable
          caption={
            missing === 0
              ? 'Everybody has seen the latest'
              : `${plural(missing, 'traveller has', 'travellers have')} not yet seen the latest`
          }
          columns={[
            { key: 'name', heading: 'Traveller' },
            { key: 'told', heading: 'Told' },
            { key: 'seen', heading: 'Seen' },
            { key: 'phone', heading: 'Telephone' },
          ]}
          rows={seen.map((each) => [
            <>
              <bdi>{each.name}</bdi>, {each.organisationName}
            </>,
            `Version ${each.number}, ${momentInWords(each.toldAt)}`,
            each.seenAt === null ? <Tag colour="yellow">Not yet</Tag> : momentInWords(each.seenAt),
            each.phone === null ? 'Not known' : <RingLink name={each.name} phone={each.phone} />,
          ])}
        />
      )}
    </VisitFrame>
  );
}

export function VersionsView({
  visit,
  versions,
}: {
  readonly visit: Visit;
  readonly versions: readonly PublicationRow[];
}) {
  return (
    <VisitFrame visit={visit} heading="Versions" current="itinerary">
      {versions.length === 0 ? (
        <EmptyState titleText="Nothing is published yet">
          <p class="govuk-body">Each time you publish the itinerary, the version is kept here.</p>
        </EmptyState>
      ) : (
        <ResponsiveTable
          caption={plural(versions.length, 'version')}
          columns={[
            { key: 'number', heading: 'Version' },
            { key: 'at', heading: 'Published' },
            { key: 'by', heading: 'By' },
            { key: 'changes', heading: 'Different', format: 'numeric' },
            { key: 'told', heading: 'Told', format: 'numeric' },
          ]}
          rows={versions.map(({ number, publishedAt, personName, changes, told }) => [
            <a class="govuk-link" href={itineraryPath(visit.id, `versions/${number}`)}>
              Version {number}
            </a>,
            momentInWords(publishedAt),
            personName,
            plural(changes.length, 'item'),
            plural(told, 'traveller'),
          ])}
        />
      )}
    </VisitFrame>
  );
}

export function VersionView({ visit, version }: { readonly visit: Visit; readonly version: PublicationRow }) {
  const items = version.items
    .filter(({ status }) => status === 'planned')
    .map((item) => ({ ...item, ...spanOf(item) }));
  return (
    <VisitFrame visit={visit} heading={`Version ${version.number}`} current="itinerary">
      <p class="govuk-body">
        Published {momentInWords(version.publishedAt)} by {version.personName}.
      </p>
      <h2 class="govuk-heading-m">What was different</h2>
      {version.changes.length === 0 ? (
        <p class="govuk-body">No item.</p>
      ) : (
        <ChangeList changes={version.changes} />
      )}
      {[...byDay(items)].map(([day, own]) => (
        <section key={day}>
          <h2 class="govuk-heading-m">{dateInWords(Temporal.PlainDate.from(day))}</h2>
          <ol class="cn-timeline">
            {own.map((item) => (
              <li key={item.id}>
                <h3 class="cn-timeline__title">
                  <bdi>{item.title}</bdi>
                </h3>
                <p class="cn-timeline__when">
                  {timesInWords(item)}, {groupsInWords(item.groups)}
                </p>
                {item.stop !== null && <p class="govuk-body">{stopInWords(item.stop)}</p>}
              </li>
            ))}
          </ol>
        </section>
      ))}
    </VisitFrame>
  );
}
