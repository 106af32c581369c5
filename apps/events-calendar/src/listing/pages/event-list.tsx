import { h } from 'preact';
import { Temporal } from 'temporal-polyfill';
import { DateBlock, monthInWords, Tag, WhenText } from '#ui';
import { startDay, startInstant } from '../../events/domain/when.js';
import { eventPath } from '../addresses.js';
import type { ListedOccurrence } from '../list-occurrences.js';

/** What is special about an event, for everybody to see at once. */
export function EventTags({ event }: { readonly event: Pick<ListedOccurrence, 'status' | 'audience'> }) {
  return (
    <>
      {event.status === 'cancelled' && <Tag colour="red">Cancelled</Tag>}
      {event.status === 'postponed' && <Tag colour="yellow">Postponed</Tag>}
      {event.audience === 'members' && <Tag colour="grey">Members only</Tag>}
      {event.audience === 'board' && <Tag colour="grey">Board only</Tag>}
      {event.audience === 'invited' && <Tag colour="grey">By invitation</Tag>}
    </>
  );
}

const isPlain = (event: ListedOccurrence): boolean =>
  event.audience === 'public' && event.status === 'published';

function whereInWords({ placeName, format }: ListedOccurrence): string | null {
  if (format === 'online') return 'Online';
  if (placeName === null) return format === 'hybrid' ? 'Online and in person' : null;
  return format === 'hybrid' ? `${placeName}, and online` : placeName;
}

export interface EventLinesProps {
  readonly events: readonly ListedOccurrence[];
  readonly today: Temporal.PlainDate;
  /** The level of the events' titles. */
  readonly headingLevel: 2 | 3 | 4;
}

/** Events in the order given, each with its date block, title, time and place. */
export function EventLines({ events, today, headingLevel }: EventLinesProps) {
  return (
    <ul class="cn-events">
      {events.map((event) => (
        <Line
          key={`${event.ref} ${event.original}`}
          event={event}
          today={today}
          headingLevel={headingLevel}
        />
      ))}
    </ul>
  );
}

function Line({
  event,
  today,
  headingLevel,
}: {
  readonly event: ListedOccurrence;
  readonly today: Temporal.PlainDate;
  readonly headingLevel: number;
}) {
  const off = event.status === 'cancelled' ? ' cn-event--cancelled' : '';
  const where = whereInWords(event);
  return (
    <li class={`cn-event${off}`}>
      {/* The line beneath the title says the same in whole words. */}
      <div aria-hidden="true">
        <DateBlock when={event.when} impliedYear={today.year} />
      </div>
      <div>
        {h(
          `h${headingLevel}`,
          { class: 'cn-event__title' },
          <a class="govuk-link" href={eventPath(event)}>
            {event.title}
          </a>,
        )}
        <p class="cn-event__facts">
          <WhenText when={event.when} impliedYear={today.year} />
          {where !== null && <span class="cn-event__place">{where}</span>}
        </p>
        {!isPlain(event) && (
          <p class="cn-tags">
            <EventTags event={event} />
          </p>
        )}
      </div>
    </li>
  );
}

interface Group {
  readonly id: string;
  readonly title: string;
  readonly events: readonly ListedOccurrence[];
}

/** By the month in which they begin, in the order given. */
function byMonth(events: readonly ListedOccurrence[]): Group[] {
  const months = Map.groupBy(events, (event) => startDay(event.when).toPlainYearMonth().toString());
  return [...months].map(([month, within]) => ({
    id: `month-${month}`,
    title: monthInWords(Temporal.PlainYearMonth.from(month)),
    events: within,
  }));
}

/** Going on: begun, but of those of which only the month is known nobody can say. */
const hasBegun = (event: ListedOccurrence, now: Temporal.Instant): boolean =>
  event.when.type !== 'month' && Temporal.Instant.compare(startInstant(event.when), now) <= 0;

export interface EventListProps {
  readonly events: readonly ListedOccurrence[];
  readonly today: Temporal.PlainDate;
  /** Where given, what began before it stands apart, under “On now”. */
  readonly now?: Temporal.Instant;
}

/** Events in the order given, under a heading for each month. */
export function EventList({ events, today, now }: EventListProps) {
  const begun = now === undefined ? [] : events.filter((event) => hasBegun(event, now));
  const rest = begun.length === 0 ? events : events.filter((event) => !begun.includes(event));
  const groups = [
    ...(begun.length === 0 ? [] : [{ id: 'now', title: 'On now', events: begun }]),
    ...byMonth(rest),
  ];
  return (
    <>
      {groups.map(({ id, title, events: within }) => (
        <section key={id} aria-labelledby={id}>
          <h2 class="govuk-heading-m" id={id}>
            {title}
          </h2>
          <EventLines events={within} today={today} headingLevel={3} />
        </section>
      ))}
    </>
  );
}
