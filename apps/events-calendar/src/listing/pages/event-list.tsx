import { Temporal } from 'temporal-polyfill';
import { Tag, whenInWords } from '#ui';
import { startDay } from '../../events/domain/when.js';
import type { ListedOccurrence } from '../list-occurrences.js';

/** Where an occurrence's page is. */
export function eventPath(event: Pick<ListedOccurrence, 'ref' | 'original'>): string {
  const path = `/calendar/events/${event.ref}`;
  return event.original === null ? path : `${path}?on=${encodeURIComponent(event.original)}`;
}

/** What is special about an event, for everybody to see at once. */
export function EventTags({ event }: { readonly event: Pick<ListedOccurrence, 'status' | 'audience'> }) {
  return (
    <>
      {event.status === 'cancelled' && <Tag classes="govuk-tag--red">Cancelled</Tag>}
      {event.status === 'postponed' && <Tag classes="govuk-tag--yellow">Postponed</Tag>}
      {event.audience === 'members' && <Tag classes="govuk-tag--grey">Members only</Tag>}
      {event.audience === 'board' && <Tag classes="govuk-tag--grey">Board only</Tag>}
      {event.audience === 'invited' && <Tag classes="govuk-tag--grey">By invitation</Tag>}
    </>
  );
}

function DateBlock({
  event,
  today,
}: {
  readonly event: ListedOccurrence;
  readonly today: Temporal.PlainDate;
}) {
  const day = startDay(event.when);
  const month = day.toLocaleString('en-GB', { month: 'short' });
  return (
    <div class="cn-date" aria-hidden="true">
      {event.when.type !== 'month' && (
        <>
          <span class="cn-date__weekday">{day.toLocaleString('en-GB', { weekday: 'short' })}</span>
          <span class="cn-date__day">{day.day}</span>
        </>
      )}
      <span class="cn-date__month">{month}</span>
      {day.year !== today.year && <span class="cn-date__year">{day.year}</span>}
    </div>
  );
}

function Line({ event, today }: { readonly event: ListedOccurrence; readonly today: Temporal.PlainDate }) {
  const off = event.status === 'cancelled' ? ' cn-event--cancelled' : '';
  const where = event.placeName ?? (event.format === 'online' ? 'Online' : null);
  return (
    <li class={`cn-event${off}`}>
      <DateBlock event={event} today={today} />
      <div>
        <h3 class="cn-event__title">
          <a class="govuk-link" href={eventPath(event)}>
            {event.title}
          </a>
        </h3>
        <p class="cn-event__facts">
          {whenInWords(event.when, { impliedYear: today.year })}
          {where !== null && <> · {where}</>}
        </p>
        <p class="cn-tags">
          <EventTags event={event} />
        </p>
      </div>
    </li>
  );
}

/** Events in the order given, under a heading for each month. */
export function EventList({
  events,
  today,
}: {
  readonly events: readonly ListedOccurrence[];
  readonly today: Temporal.PlainDate;
}) {
  const months = Map.groupBy(events, (event) => startDay(event.when).toPlainYearMonth().toString());
  return (
    <>
      {[...months].map(([month, within]) => (
        <section key={month} aria-labelledby={`month-${month}`}>
          <h2 class="govuk-heading-m" id={`month-${month}`}>
            {Temporal.PlainYearMonth.from(month)
              .toPlainDate({ day: 1 })
              .toLocaleString('en-GB', { month: 'long', year: 'numeric' })}
          </h2>
          <ul class="cn-events">
            {within.map((event) => (
              <Line key={`${event.ref} ${event.original}`} event={event} today={today} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
