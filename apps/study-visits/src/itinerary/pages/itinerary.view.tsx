import { Temporal } from 'temporal-polyfill';
import { Button, dateInWords, EmptyState, momentInWords, plural, Tag } from '#ui';
import { hostsPath } from '../../hosts/addresses.js';
import { VisitFrame } from '../../visits/pages/visit-frame.js';
import { isEnded } from '../../visits/domain/status.js';
import { itemPath, itineraryPath } from '../addresses.js';
import { byDay, daysBetween } from '../domain/own-day.js';
import type { PlanProblem } from '../domain/plan.js';
import { groupInWords, itemKindWords, stopInWords, timesInWords } from '../in-words.js';
import { problemInWords, problemSummary, type ProblemNames } from '../problem-words.js';
import type { PublicationRow } from '../publication.entities.js';
import type { Publishing } from '../publishing.js';
import { planOf, type Itinerary } from '../read-itinerary.js';

export interface ItineraryViewProps {
  readonly itinerary: Itinerary;
  readonly problems: readonly PlanProblem[];
  /** `null`: nothing is published yet. */
  readonly last: PublicationRow | null;
  readonly pending: Publishing;
  /** How many travellers have not said that they have seen the latest. */
  readonly unseen: number;
}

export function ItineraryView({ itinerary, problems, last, pending, unseen }: ItineraryViewProps) {
  const { visit, items } = itinerary;
  const names = namesIn(itinerary);
  return (
    <VisitFrame visit={visit} heading="Itinerary" current="itinerary">
      <Published
        visitId={visit.id}
        last={last}
        pending={pending}
        unseen={isEnded(visit.status) ? 0 : unseen}
      />
      <Checks problems={problems} names={names} hasItems={items.length > 0} />
      {!isEnded(visit.status) && (
        <p class="govuk-body cn-no-print">
          <Button href={itineraryPath(visit.id, 'new')}>Add an item</Button>
        </p>
      )}
      <ul class="cn-choices cn-no-print">
        <li>
          <a href={itineraryPath(visit.id, 'groups')}>Groups</a>
        </li>
        <li>
          <a href={itineraryPath(visit.id, 'map')}>Map</a>
        </li>
        <li>
          <a href={itineraryPath(visit.id, 'seen')}>Who has seen it</a>
        </li>
        <li>
          <a href={itineraryPath(visit.id, 'versions')}>Versions</a>
        </li>
        <li>
          <a href={hostsPath}>Hosts and interpreters</a>
        </li>
      </ul>
      {items.length === 0 && (
        <EmptyState titleText="Nothing is planned yet">
          <p class="govuk-body">
            Add visits, meals, transfers, free time. Travellers see nothing of it until you publish it.
          </p>
        </EmptyState>
      )}
      <Days itinerary={itinerary} problems={problems} names={names} />
    </VisitFrame>
  );
}

/** Titles and names, for the words of problems. */
export const namesIn = ({ items, legs, travellers }: Itinerary): ProblemNames => ({
  titles: new Map([...items, ...legs].map(({ id, title }) => [id, title])),
  travellers: new Map(travellers.map(({ id, name }) => [id, name])),
});

type PublishedProps = Pick<ItineraryViewProps, 'last' | 'pending' | 'unseen'> & { readonly visitId: string };

function Published({ visitId, last, pending, unseen }: PublishedProps) {
  const { changes, told, items } = pending;
  const isNew = changes.length > 0 || told.length > 0;
  return (
    <div class="cn-panel cn-no-print govuk-!-margin-bottom-6">
      <p class="govuk-body">
        {last === null
          ? 'Nothing is published yet: travellers see none of it.'
          : `Travellers read version ${last.number}, published ${momentInWords(last.publishedAt)}.`}
        {last !== null &&
          isNew &&
          ` ${plural(changes.length, 'change')} since, for ${plural(told.length, 'traveller')}.`}
      </p>
      {isNew && items.length > 0 && (
        <p class="govuk-body">
          <a class="govuk-link" href={itineraryPath(visitId, 'publish')}>
            {last === null ? 'Publish it' : 'See what has changed, and publish it'}
          </a>
        </p>
      )}
      {unseen > 0 && (
        <p class="govuk-body">
          <a class="govuk-link" href={itineraryPath(visitId, 'seen')}>
            {plural(unseen, 'traveller has', 'travellers have')} not yet seen the latest
          </a>
        </p>
      )}
    </div>
  );
}

interface ChecksProps {
  readonly problems: readonly PlanProblem[];
  readonly names: ProblemNames;
  readonly hasItems: boolean;
}

/** In short, and each in full for who wants to read on. */
function Checks({ problems, names, hasItems }: ChecksProps) {
  if (!hasItems) return null;
  if (problems.length === 0) {
    return (
      <p class="govuk-body">
        The checks find nothing: no overlaps, enough time between places, interpreters booked.
      </p>
    );
  }
  return (
    <section aria-labelledby="checks">
      <h2 class="govuk-heading-m" id="checks">
        To look at
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {problemSummary(problems).map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <details class="govuk-details">
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">Each of them</span>
        </summary>
        <ProblemList problems={problems} names={names} />
      </details>
    </section>
  );
}

export function ProblemList({ problems, names }: Pick<ChecksProps, 'problems' | 'names'>) {
  return (
    <ul class="govuk-list govuk-list--bullet">
      {problems.map((problem, index) => (
        <li key={index}>{problemInWords(problem, names)}</li>
      ))}
    </ul>
  );
}

type DaysProps = Pick<ItineraryViewProps, 'itinerary' | 'problems'> & { readonly names: ProblemNames };

/** Every day of the visit, and days outside it on which something is planned. */
function Days({ itinerary, problems, names }: DaysProps) {
  const { visit, items } = itinerary;
  const plan = planOf(itinerary);
  const entries = byDay([
    ...items.map((item) => ({ ...item, legId: null })),
    ...plan.legs.map((leg) => ({ ...leg, legId: leg.id })),
  ]);
  const days = [...new Set([...daysBetween(visit.firstDay, visit.lastDay), ...entries.keys()])].toSorted();
  const legs = new Map(plan.legs.map((leg) => [leg.id, leg]));
  return (
    <>
      {days.map((day) => (
        <section key={day} aria-labelledby={`day-${day}`}>
          <h2 class="govuk-heading-m" id={`day-${day}`}>
            {dateInWords(Temporal.PlainDate.from(day))}
          </h2>
          {entries.get(day) === undefined && <p class="govuk-body cn-quiet">Nothing is planned.</p>}
          <ol class="cn-timeline">
            {(entries.get(day) ?? []).map((entry) => {
              const item = items.find(({ id }) => id === entry.id);
              const leg = legs.get(entry.id);
              return (
                <li key={entry.id}>
                  {item !== undefined && (
                    <ItemEntry
                      item={item}
                      itinerary={itinerary}
                      problems={problems.filter(({ itemIds }) => itemIds.some((id) => id === item.id))}
                      names={names}
                    />
                  )}
                  {leg !== undefined && (
                    <>
                      <h3 class="cn-timeline__title">
                        <bdi>{leg.title}</bdi>
                      </h3>
                      <p class="cn-timeline__when">
                        {timesInWords(leg)}, {leg.stop?.name} to {leg.to?.name},{' '}
                        {plural(leg.travellerIds.length, 'traveller')}
                      </p>
                    </>
                  )}
                </li>
              );
            })}
          </ol>
          {!isEnded(visit.status) && (
            <p class="govuk-body cn-no-print">
              <a class="govuk-link" href={`${itineraryPath(visit.id, 'new')}?day=${day}`}>
                Add an item
                <span class="govuk-visually-hidden"> on {dateInWords(Temporal.PlainDate.from(day))}</span>
              </a>
            </p>
          )}
        </section>
      ))}
    </>
  );
}

interface ItemEntryProps extends Omit<DaysProps, 'itinerary'> {
  readonly item: Itinerary['items'][number];
  readonly itinerary: Itinerary;
}

function ItemEntry({ item, itinerary, problems, names }: ItemEntryProps) {
  const { visit, splits, hosts } = itinerary;
  const groups = splits.flatMap((split) => split.groups.filter(({ id }) => item.groupIds.includes(id)));
  const stop = planOf(itinerary).items.find(({ id }) => id === item.id)?.stop ?? null;
  const host = item.hostId === null ? undefined : hosts.get(item.hostId);
  return (
    <>
      <h3 class="cn-timeline__title">
        <a class="govuk-link" href={itemPath(visit.id, item.id)}>
          <bdi>{item.title}</bdi>
        </a>
      </h3>
      <p class="cn-timeline__when">
        {timesInWords(item)}, {itemKindWords[item.kind].toLowerCase()}
      </p>
      {(item.status === 'cancelled' || groups.length > 0) && (
        <p class="cn-tags">
          {item.status === 'cancelled' && <Tag colour="red">Cancelled</Tag>}
          {groups.map((group) => (
            <Tag key={group.id} colour="blue">
              {groupInWords(group)}
            </Tag>
          ))}
        </p>
      )}
      {stop !== null && (
        <p class="govuk-body cn-flush">
          {stopInWords(stop)}
          {item.to !== null && ` to ${stopInWords(item.to)}`}
        </p>
      )}
      {host !== undefined && host.name !== stop?.name && <p class="govuk-body cn-flush">With {host.name}</p>}
      {item.status === 'planned' && problems.length > 0 && <ProblemList problems={problems} names={names} />}
    </>
  );
}
