import type { CalendarEvent } from '../../events/domain/event.js';
import { recurrenceLines } from './recurrence-lines.js';
import { showEvent } from './showing.js';
import { writeSpan } from './times.js';
import { describe, type FeedView, joiningAddress, locationOf, summaryOf } from './wording.js';

/** Links that open a calendar with this one event filled in. Apple's and others take the event's `.ics` instead. */
export interface AddEventLinks {
  readonly google: string;
  readonly outlookOffice: string;
  readonly outlookLive: string;
}

/** In an address, percent-encoded. Addresses much longer are cut off or refused on their way. */
const longestDetails = 1500;

/**
 * As the community's documents (github.com/InteractionDesignFoundation/add-event-to-calendar-docs) have it; neither
 * Google nor Microsoft describes these links. Google repeats a series but knows no exceptions, Outlook takes its first
 * date: for a series the `.ics` is the better offer.
 */
export function addEventLinks(event: CalendarEvent, view: FeedView): AddEventLinks {
  const showing = showEvent(event);
  const title = summaryOf(showing);
  const details = detailsOf(event, view);
  const location = locationOf(showing, joiningAddress(event, showing, view)) ?? '';
  const outlook = queryOf({
    path: '/calendar/action/compose',
    rru: 'addevent',
    subject: title,
    ...outlookSpan(event),
    location,
    body: details,
  });
  return {
    google: `https://calendar.google.com/calendar/render?${queryOf({
      action: 'TEMPLATE',
      text: title,
      ...googleSpan(event),
      location,
      details,
    })}`,
    outlookOffice: `https://outlook.office.com/calendar/deeplink/compose?${outlook}`,
    outlookLive: `https://outlook.live.com/calendar/deeplink/compose?${outlook}`,
  };
}

/** Spaces as `%20`: Outlook shows a `+` as it stands. */
function queryOf(parameters: Readonly<Record<string, string>>): string {
  return Object.entries(parameters)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
}

/** As much of the description as fits into an address, and where the rest is. */
function detailsOf(event: CalendarEvent, view: FeedView): string {
  const { plain } = describe(event, showEvent(event), view);
  let length = 0;
  let end = 0;
  for (const character of plain) {
    length += encodeURIComponent(character).length;
    if (length > longestDetails) return `${plain.slice(0, end)}…\n\n${view.addressOf(event.ref)}`;
    end += character.length;
  }
  return plain;
}

function daysOf({ when }: CalendarEvent): { first: string; after: string } | null {
  if (when.type === 'timed') return null;
  const first = when.type === 'month' ? when.month.toPlainDate({ day: 1 }) : when.first;
  const last = when.type === 'month' ? first : when.last;
  return { first: first.toString(), after: last.add({ days: 1 }).toString() };
}

function googleSpan(event: CalendarEvent): Record<string, string> {
  const { when } = event;
  const days = daysOf(event);
  if (days !== null) {
    return { dates: `${days.first}/${days.after}`.replaceAll('-', ''), recur: ruleOf(event) };
  }
  if (when.type !== 'timed') return {};
  const { tzid, start, end } = writeSpan(when, event.recurrence !== null);
  const suffix = tzid === null ? 'Z' : '';
  const [from, to] = [start, end ?? start].map(({ date, time }) => `${date}T${time}${suffix}`);
  return { dates: `${from ?? ''}/${to ?? ''}`, ctz: tzid ?? '', recur: ruleOf(event) };
}

/** The RRULE line of a series; '' for an event that does not recur. */
function ruleOf({ when, recurrence }: CalendarEvent): string {
  if (recurrence === null || when.type === 'month') return '';
  return recurrenceLines({ ...recurrence, exceptions: [] }, when).trimEnd();
}

function outlookSpan(event: CalendarEvent): Record<string, string> {
  const days = daysOf(event);
  if (days !== null) return { startdt: days.first, enddt: days.after, allday: 'true' };
  if (event.when.type !== 'timed') return {};
  const [startdt, enddt] = [event.when.start, event.when.end].map((instant) =>
    instant.toString({ smallestUnit: 'second' }),
  );
  return { startdt: startdt ?? '', enddt: enddt ?? '' };
}
