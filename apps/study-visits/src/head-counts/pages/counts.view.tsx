import { Temporal } from 'temporal-polyfill';
import { Button, dateInWords, EmptyState, Select, Tag } from '#ui';
import { timesInWords, whenOfSpan } from '../../itinerary/in-words.js';
import type { ListedCount } from '../counts.js';
import { tallyWords } from '../domain/state-words.js';
import { momentOf } from '../in-words.js';
import type { VisitCounts } from '../read-counts.js';
import type { CountPlace } from './count-place.js';
import { OfflineWords, Unsent } from './offline-words.js';

export interface CountsViewProps {
  readonly counts: VisitCounts;
  readonly place: CountPlace;
  readonly now: Temporal.Instant;
}

const dayOf = ({ thing: { span } }: ListedCount): string =>
  span.start.toZonedDateTimeISO(span.zone).toPlainDate().toString();

/** All head counts of a visit by day. */
export function CountsView({ counts: { visit, counts, otherItems }, place, now }: CountsViewProps) {
  const open = counts.filter(({ closedAt, thing }) => closedAt === null && !thing.isCancelled);
  const pages = open.flatMap(({ thing }) => [
    `${place.base}/${thing.id}`,
    `${place.base}/${thing.id}/missing`,
  ]);
  const byDay = Map.groupBy(counts, dayOf);
  return (
    <div data-head-counts data-base={place.base} data-pages={JSON.stringify(pages)}>
      <OfflineWords now={now} zone={visit.zone} />
      <Unsent />
      <p class="govuk-body">
        Open this page once on your phone while there is a connection: it keeps these counts, so that you can
        count without one.
      </p>
      {counts.length === 0 ? (
        <EmptyState titleText="Nothing to count at yet">
          <p class="govuk-body">Once the legs of the journey are planned, each has its head count here.</p>
        </EmptyState>
      ) : (
        [...byDay].map(([day, ofDay]) => (
          <section key={day} aria-labelledby={`day-${day}`}>
            <h2 class="govuk-heading-m" id={`day-${day}`}>
              {dateInWords(Temporal.PlainDate.from(day))}
            </h2>
            <ul class="govuk-list">
              {ofDay.map((listed) => (
                <Listed key={listed.thing.id} listed={listed} base={place.base} />
              ))}
            </ul>
          </section>
        ))
      )}
      {place.isStaff && (
        <>
          {otherItems.length > 0 && (
            <form method="post" action={place.base} class="cn-no-print">
              <Select
                id="thingId"
                name="thingId"
                label="Count heads at an item of the itinerary, too"
                items={otherItems.map(({ id, title, span }) => ({
                  value: id,
                  text: `${title}, ${whenOfSpan(span)}`,
                }))}
              />
              <Button classes="govuk-button--secondary">Count heads there</Button>
            </form>
          )}
          <p class="govuk-body cn-no-print">
            <a class="govuk-link" href={`${place.base}/steps`}>
              What to do when somebody is missing
            </a>
          </p>
        </>
      )}
    </div>
  );
}

function Listed({ listed, base }: { readonly listed: ListedCount; readonly base: string }) {
  const { thing, tally, expected, closedAt, isBegun } = listed;
  const { missing, contradiction } = tally.numbers;
  return (
    <li class="cn-panel">
      <p class="govuk-body govuk-!-margin-bottom-1">
        <a class="govuk-link" href={`${base}/${thing.id}`}>
          <bdi>{thing.title}</bdi>
        </a>{' '}
        {thing.isCancelled && <Tag colour="red">Cancelled</Tag>}
        {closedAt !== null && <Tag colour="green">Closed</Tag>}
        {closedAt === null && missing > 0 && <Tag colour="red">Somebody missing</Tag>}{' '}
        {closedAt === null && contradiction > 0 && <Tag colour="orange">To settle</Tag>}
        <br />
        <span class="cn-quiet">
          {timesInWords(thing.span)}
          {thing.place !== '' && (
            <>
              , <bdi>{thing.place}</bdi>
            </>
          )}
        </span>
      </p>
      <p class="govuk-body govuk-!-margin-bottom-1">
        {expected === 0 && 'Nobody is on the list.'}
        {expected > 0 && !isBegun && `Not begun: ${expected} to count.`}
        {expected > 0 && isBegun && tallyWords(tally)}
        {closedAt !== null && ` Closed at ${momentOf(closedAt, thing.span)}.`}
      </p>
    </li>
  );
}
