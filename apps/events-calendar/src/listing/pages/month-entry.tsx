import { timeInWords } from '#ui';
import { eventPath } from '../addresses.js';
import type { DayEntry } from '../domain/month-grid.js';
import type { ListedOccurrence } from '../list-occurrences.js';

/** The time at which it begins on this day: said on its first day only, and not of whole days. */
function startTime({ event, dayNumber }: DayEntry<ListedOccurrence>): string | null {
  const { when } = event;
  if (when.type !== 'timed' || dayNumber > 1) return null;
  return timeInWords(when.start.toZonedDateTimeISO(when.zone).toPlainTime());
}

const statusWord = (event: ListedOccurrence): string | null =>
  event.status === 'cancelled' ? 'Cancelled' : event.status === 'postponed' ? 'Postponed' : null;

/** An event in one of its days' cells. */
export function MonthEntry({ entry }: { readonly entry: DayEntry<ListedOccurrence> }) {
  const { event, dayNumber, days } = entry;
  const time = startTime(entry);
  const status = statusWord(event);
  return (
    <li class={event.status === 'cancelled' ? 'cn-month__cancelled' : undefined}>
      {status !== null && <strong class="cn-month__status">{status}: </strong>}
      {time !== null && <span class="cn-month__time">{time} </span>}
      <a class="govuk-link cn-month__title" href={eventPath(event)}>
        {event.title}
      </a>
      {days > 1 && (
        <span class="cn-quiet">
          {' '}
          (day {dayNumber} of {days})
        </span>
      )}
    </li>
  );
}
