import type { Temporal } from 'temporal-polyfill';
import { isPast } from '../../events/domain/when.js';
import { eventFilePath } from '../../subscribing/domain/feed-path.js';
import type { EventReading } from '../read-event.js';

export interface AddToCalendarProps {
  readonly reading: EventReading;
  readonly now: Temporal.Instant;
  readonly absolute: (path: string) => string;
}

/** One press for each calendar. Nothing to add where it does not take place, or is over. */
export function AddToCalendar({ reading, now, absolute }: AddToCalendarProps) {
  const { event, shown, dates } = reading;
  const isOver = dates === null ? isPast(shown.when, now) : dates.listed.length === 0;
  if (event.status !== 'published' || isOver) return null;
  const file = eventFilePath(event.ref);
  return (
    <section aria-labelledby="add">
      <h2 class="govuk-heading-s" id="add">
        {dates === null ? 'Add it to your calendar' : 'Add all its dates to your calendar'}
      </h2>
      <ul class="cn-choices">
        <li>
          <a href={absolute(file).replace(/^https?:/, 'webcal:')}>Apple Calendar</a>
        </li>
        <li>
          <a href={file} download={`${event.ref}.ics`}>
            Download (.ics)
          </a>
        </li>
      </ul>
    </section>
  );
}
