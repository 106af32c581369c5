import type { Temporal } from 'temporal-polyfill';
import { markdownToPlainText, renderMarkdown } from '#ui';
import type { CalendarEvent } from '../../events/domain/event.js';
import { isPast } from '../../events/domain/when.js';
import type { Reader } from '../../events/domain/visibility.js';
import { addEventLinks } from '../../feeds/domain/add-event-links.js';
import { subscribeLinks } from '#icalendar';
import { eventPath } from '../../listing/addresses.js';
import { eventFilePath } from '../../subscribing/domain/feed-path.js';
import type { EventReading } from '../read-event.js';

export interface AddToCalendarProps {
  readonly reading: EventReading;
  readonly reader: Reader;
  readonly now: Temporal.Instant;
  readonly absolute: (path: string) => string;
}

interface CalendarLink {
  readonly words: string;
  readonly href: string;
}

/** One press for each calendar. Nothing to add where it does not take place, or is over. */
export function AddToCalendar(props: AddToCalendarProps) {
  const { event, shown, original, dates } = props.reading;
  const isAllDates = dates !== null && original === null;
  const isOver = isAllDates ? dates.listed.length === 0 : isPast(shown.when, props.now);
  if (event.status !== 'published' || shown.status === 'cancelled' || isOver) return null;
  const file = eventFilePath(event.ref);
  const links = isAllDates ? linksToAllDates(props) : linksToOne(props);
  return (
    <section aria-labelledby="add">
      <h2 class="govuk-heading-s cn-tight" id="add">
        {dates === null && 'Add it to your calendar'}
        {dates !== null &&
          (original === null ? 'Add all its dates to your calendar' : 'Add this date to your calendar')}
      </h2>
      <ul class="cn-choices">
        {links.map(({ words, href }) => (
          <li key={words}>
            <a href={href} rel="noopener nofollow">
              {words}
            </a>
          </li>
        ))}
        <li>
          <a href={file} download={`${event.ref}.ics`}>
            {dates === null || isAllDates ? 'Download (.ics)' : 'All dates (.ics)'}
          </a>
        </li>
      </ul>
    </section>
  );
}

/** Opens each calendar with this one filled in. Apple's takes the file, which for a recurring event holds all dates. */
function linksToOne({ reading, reader, absolute }: AddToCalendarProps): CalendarLink[] {
  const { event, shown, original } = reading;
  const { title, when, format, place, joining, description } = shown;
  const one: CalendarEvent =
    original === null
      ? event
      : { ...event, title, when, format, place, joining, description, recurrence: null };
  const links = addEventLinks(one, {
    addressOf: (ref) => absolute(eventPath({ ref, original })),
    reader,
    toPlainText: markdownToPlainText,
    toHtml: renderMarkdown,
  });
  return [
    { words: 'Google', href: links.google },
    { words: 'Outlook.com', href: links.outlookLive },
    { words: 'Microsoft 365', href: links.outlookOffice },
    ...(original === null ? [{ words: 'Apple', href: eventFilePath(event.ref) }] : []),
  ];
}

/**
 * All dates with their exceptions only come over as a feed, which calendars fetch without signing in: where not everybody
 * may read the event, the file alone is left.
 */
function linksToAllDates({ reading, absolute }: AddToCalendarProps): CalendarLink[] {
  const { event } = reading;
  if (event.audience !== 'public') return [{ words: 'Apple', href: eventFilePath(event.ref) }];
  const links = subscribeLinks(absolute(eventFilePath(event.ref)), event.title);
  return [
    { words: 'Google', href: links.google },
    { words: 'Outlook.com', href: links.outlookLive },
    { words: 'Microsoft 365', href: links.outlookOffice },
    { words: 'Apple', href: links.webcal },
  ];
}
