import { Temporal } from 'temporal-polyfill';
import { Button, dateInWords, EmptyState, plural, Tag, timeInWords } from '#ui';
import { itineraryPath } from '../../itinerary/addresses.js';
import { byDay } from '../../itinerary/domain/own-day.js';
import { groupInWords, stopInWords, timesInWords } from '../../itinerary/in-words.js';
import type { PlannedItem } from '../../itinerary/item-of.js';
import { planOf, stopOf, type Itinerary } from '../../itinerary/read-itinerary.js';
import { legPath } from '../../travel/addresses.js';
import { liveItemPath, seenPath, todayPath } from '../addresses.js';
import type { LiveWay } from '../domain/live-change.js';
import { doneWords } from '../in-words.js';
import { latestOf, type LiveChange } from '../read-live-changes.js';

export interface TodayViewProps {
  readonly itinerary: Itinerary;
  /** ISO */
  readonly day: string;
  /** All days of the visit, and others on which something is. */
  readonly days: readonly string[];
  readonly now: Temporal.Instant;
  /** The latest first. */
  readonly changes: readonly LiveChange[];
  /** Whether travellers read an itinerary already, and the visit is not over. */
  readonly canChange: boolean;
}

const quick: readonly { readonly way: LiveWay; readonly text: string }[] = [
  { way: 'later-15', text: '+15 min' },
  { way: 'later-30', text: '+30 min' },
  { way: 'later-60', text: '+1 hour' },
];

/** A day as a short list for one hand: what is when and where, and what can be made different at once. */
export function TodayView(props: TodayViewProps) {
  const { itinerary, day, days, now, changes, canChange } = props;
  const { visit } = itinerary;
  const plan = planOf(itinerary);
  const items = byDay(itinerary.items).get(day) ?? [];
  const legs = byDay(plan.legs).get(day) ?? [];
  const [before, after] = [days.findLast((each) => each < day), days.find((each) => each > day)];
  return (
    <>
      <p class="govuk-body">
        It is <strong>{timeInWords(now.toZonedDateTimeISO(visit.zone).toPlainTime())}</strong> there
        {isToday(day, visit.zone, now) ? ', and this is today.' : '; this is not today.'}
      </p>
      <Unseen changes={changes} visitId={visit.id} />
      {!canChange && (
        <p class="govuk-body">
          Travellers do not read an itinerary of this visit now, so nothing can be changed here.{' '}
          <a class="govuk-link" href={itineraryPath(visit.id)}>
            Itinerary
          </a>
        </p>
      )}
      {items.length + legs.length === 0 && (
        <EmptyState titleText="Nothing is planned on this day">
          <p class="govuk-body">Look at another day, or add something to the itinerary.</p>
        </EmptyState>
      )}
      {items.length > 0 && (
        <ol class="govuk-list">
          {items.map((item) => (
            <li key={item.id} class="cn-panel cn-live-item" id={`item-${item.id}`}>
              <ItemLine {...props} item={item} />
            </li>
          ))}
        </ol>
      )}
      {legs.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Legs of the journey</h2>
          <ul class="govuk-list">
            {legs.map((leg) => (
              <li key={leg.id}>
                <a class="govuk-link" href={legPath(visit.id, leg.id)}>
                  {timesInWords(leg)}: <bdi>{leg.title}</bdi>
                </a>
                , {plural(leg.travellerIds.length, 'traveller')}
              </li>
            ))}
          </ul>
        </>
      )}
      <ul class="cn-choices cn-no-print">
        {before !== undefined && (
          <li>
            <a href={todayPath(visit.id, before)}>The day before</a>
          </li>
        )}
        {after !== undefined && (
          <li>
            <a href={todayPath(visit.id, after)}>The day after</a>
          </li>
        )}
      </ul>
    </>
  );
}

export const isToday = (day: string, zone: string, now: Temporal.Instant): boolean =>
  now.toZonedDateTimeISO(zone).toPlainDate().toString() === day;

/** Of which changes not everybody who was told has said that they have seen them. */
function Unseen({ changes, visitId }: { readonly changes: readonly LiveChange[]; readonly visitId: string }) {
  const open = changes.filter(({ unseen }) => unseen > 0);
  if (open.length === 0) return null;
  return (
    <section class="cn-status cn-status--postponed" aria-labelledby="unseen">
      <h2 class="cn-status__title" id="unseen">
        Not everybody has seen it yet
      </h2>
      <ul class="govuk-list">
        {open.map(({ number, changes: [change], way, unseen, told }) => (
          <li key={number}>
            <a class="govuk-link" href={seenPath(visitId, number)}>
              <bdi>{change?.title ?? 'Something'}</bdi> ({doneWords[way]}): {unseen} of{' '}
              {plural(told, 'traveller')}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function ItemLine({
  itinerary,
  changes,
  now,
  canChange,
  item,
}: TodayViewProps & { readonly item: PlannedItem }) {
  const { visit, hosts, splits } = itinerary;
  const stop = stopOf(item, hosts);
  const groups = splits.flatMap((split) => split.groups.filter(({ id }) => item.groupIds.includes(id)));
  const latest = latestOf(changes, item.id);
  const isOver = Temporal.Instant.compare(item.end, now) <= 0;
  const isOff = item.status === 'cancelled';
  const hidden = <span class="govuk-visually-hidden">: {item.title}</span>;
  return (
    <>
      <h2 class="govuk-heading-s cn-flush">
        {timesInWords(item)} <bdi>{item.title}</bdi>
      </h2>
      {(isOff || isOver || groups.length > 0) && (
        <p class="cn-tags">
          {isOff && <Tag colour="red">Called off</Tag>}
          {!isOff && isOver && <Tag colour="grey">Over</Tag>}
          {groups.map((group) => (
            <Tag key={group.id} colour="blue">
              {groupInWords(group)}
            </Tag>
          ))}
        </p>
      )}
      {stop !== null && <p class="govuk-body cn-flush">{stopInWords(stop)}</p>}
      {latest !== null && (
        <p class="govuk-body cn-flush">
          <ChangedAt change={latest} zone={visit.zone} />
        </p>
      )}
      {canChange && (
        <div class="cn-live-buttons cn-no-print">
          {!isOff &&
            !isOver &&
            quick.map(({ way, text }) => (
              <Button key={way} href={liveItemPath(visit.id, item.id, way)} classes="govuk-button--secondary">
                {text}
                {hidden}
              </Button>
            ))}
          <Button href={liveItemPath(visit.id, item.id)} classes="govuk-button--secondary">
            {isOff || isOver ? 'Change it' : 'More'}
            {hidden}
          </Button>
        </div>
      )}
    </>
  );
}

/** "Changed at 10.42am: 30 minutes later, by Sam Staff". */
export function ChangedAt({ change, zone }: { readonly change: LiveChange; readonly zone: string }) {
  const at = Temporal.Instant.fromEpochMilliseconds(change.at.getTime()).toZonedDateTimeISO(zone);
  return (
    <>
      Changed on {dateInWords(at.toPlainDate(), { impliedYear: at.year })} at {timeInWords(at.toPlainTime())}:{' '}
      {doneWords[change.way].toLowerCase()}, by {change.by}
    </>
  );
}
