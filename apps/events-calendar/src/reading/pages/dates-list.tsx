import { Temporal } from 'temporal-polyfill';
import { dateInWords, plural, Tag, timeInWords, WhenText } from '#ui';
import { eventPath } from '../../listing/addresses.js';
import type { EventDates, ListedDate } from '../domain/dates.js';

function placeInWords(place: Temporal.PlainDate | Temporal.PlainDateTime): string {
  return place instanceof Temporal.PlainDate
    ? dateInWords(place)
    : `${dateInWords(place.toPlainDate())}, ${timeInWords(place.toPlainTime())}`;
}

export interface DatesListProps {
  readonly eventRef: string;
  /** The occurrence that the page shows, if it shows one. */
  readonly original: string | null;
  readonly dates: EventDates;
}

/** The dates of a recurring event that are still to come, with what is different about each. */
export function DatesList({ eventRef, original, dates }: DatesListProps) {
  return (
    <section aria-labelledby="dates">
      <h2 class="govuk-heading-m" id="dates">
        Dates to come
      </h2>
      {dates.listed.length === 0 ? (
        <p class="govuk-body">No more dates are planned. It took place {plural(dates.total, 'time')}.</p>
      ) : (
        <ul class="cn-dates">
          {dates.listed.map((date) => (
            <li key={date.original}>
              <DateLine eventRef={eventRef} date={date} isHere={date.original === original} />
            </li>
          ))}
        </ul>
      )}
      {dates.more > 0 && <p class="govuk-body">And {plural(dates.more, 'more date')} after these.</p>}
      {original !== null && (
        <p class="govuk-body">
          <a class="govuk-link" href={eventPath({ ref: eventRef })}>
            About the whole series of dates
          </a>
        </p>
      )}
    </section>
  );
}

function DateLine({
  eventRef,
  date,
  isHere,
}: {
  readonly eventRef: string;
  readonly date: ListedDate;
  readonly isHere: boolean;
}) {
  const { when, original, cancelledReason, movedFrom, title } = date;
  if (when === null) {
    return <>{movedFrom !== null && <>Not on {placeInWords(movedFrom)}</>}</>;
  }
  return (
    <>
      {isHere ? (
        <strong aria-current="true">
          <WhenText when={when} />
        </strong>
      ) : (
        <a
          class={`govuk-link${cancelledReason === null ? '' : ' cn-dates__off'}`}
          href={eventPath({ ref: eventRef, original })}
        >
          <WhenText when={when} />
        </a>
      )}
      {title !== null && <>: {title}</>}
      {movedFrom !== null && <span class="cn-quiet"> (moved from {placeInWords(movedFrom)})</span>}
      {cancelledReason !== null && (
        <>
          {' '}
          <Tag colour="red">Cancelled</Tag> <span class="cn-quiet">{cancelledReason}</span>
        </>
      )}
    </>
  );
}
