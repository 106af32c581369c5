import { cleanAddress, cleanLine, cleanText } from '#icalendar';
import { monthInWords } from '../../events/domain/calendar-date.js';
import type { CalendarEvent, MonthOnly, Organiser } from '../../events/domain/event.js';
import { mayJoin, type Reader } from '../../events/domain/visibility.js';
import type { Showing } from './showing.js';
import { escapeHtml } from './text.js';

/** How a reader of the feed sees events. */
export interface FeedView {
  /** The http(s) address of an event's page, by its `ref`. */
  readonly addressOf: (ref: string) => string;
  /** Who reads it, which says whether joining links are shown. */
  readonly reader: Reader;
  /** Whether the reader takes part in the event, as a delegate of the conference that it is; left out: nobody asks. */
  readonly attends?: boolean;
  /** Markdown as text without marks. */
  readonly toPlainText: (markdown: string) => string;
  /** Markdown as safe HTML. */
  readonly toHtml: (markdown: string) => string;
}

/** The title as calendars list it. Outlook ignores STATUS, so that the title has to say what has happened. */
export function summaryOf(showing: Showing): string {
  const title = cleanLine(showing.title);
  const dated = showing.when.type === 'month' ? `${monthPrefix(showing, showing.when)}: ${title}` : title;
  if (showing.standing === 'cancelled') return `CANCELLED: ${dated}`;
  if (showing.standing === 'postponed') return `POSTPONED: ${dated}`;
  return dated;
}

function monthPrefix({ standing }: Showing, { month }: MonthOnly): string {
  return standing === 'confirmed' ? `${monthInWords(month)}, date to be fixed` : monthInWords(month);
}

/** The joining link, if readers of this feed may have it and it still leads somewhere. */
export function joiningAddress(event: CalendarEvent, showing: Showing, view: FeedView): string | null {
  const { joining, standing } = showing;
  if (joining === null || standing === 'cancelled' || !mayJoin(event, view.reader, joining)) return null;
  return cleanAddress(joining.url);
}

/**
 * Where it is, on one line. An online event has its joining link here, because that is where calendars look for
 * something to press; a hybrid one has its place here and the link in URL.
 */
export function locationOf(showing: Showing, joiningLink: string | null): string | null {
  if (showing.format === 'online' && joiningLink !== null) return joiningLink;
  const { place } = showing;
  if (place === null) return showing.format === 'online' ? 'Online' : null;
  const name = cleanLine(place.name, ', ');
  const address = cleanLine(place.address ?? '', ', ');
  if (address === '' || address.startsWith(name)) return address || name || null;
  return name === '' ? address : `${name}, ${address}`;
}

/** `51.477900;0.000000`: degrees north and east to six places (RFC 5545 §3.8.1.6). */
export function geoOf(showing: Showing): string | null {
  if (showing.format === 'online' || showing.place === null || showing.place.coordinates === null)
    return null;
  const { latitude, longitude } = showing.place.coordinates;
  return `${sixPlaces(latitude)};${sixPlaces(longitude)}`;
}

/** Without the sign of what rounds to 0. */
const sixPlaces = (degrees: number) => degrees.toFixed(6).replace(/^-(?=0\.0+$)/u, '');

/** Whom to ask, on one line; null when nobody is named. */
export function contactOf(organiser: Organiser | null): string | null {
  if (organiser === null) return null;
  const parts = [organiser.name, organiser.email, organiser.phone].map((part) => cleanLine(part ?? ''));
  return parts.filter((part) => part !== '').join(', ') || null;
}

export interface Description {
  readonly plain: string;
  readonly html: string;
}

/** What to know first, then the event's own text, then whom to ask and where its page is. */
export function describe(event: CalendarEvent, showing: Showing, view: FeedView): Description {
  const contact = contactOf(event.organiser);
  const link = joiningAddress(event, showing, view);
  const before = [
    ...standingInWords(event, showing, view),
    ...(view.attends === true && showing.standing !== 'cancelled'
      ? [
          event.kind === 'study visit'
            ? 'You travel with this visit.'
            : 'You are registered for this conference.',
        ]
      : []),
    ...(link === null ? [] : [`Join online: ${link}`]),
  ];
  const after = [
    ...(contact === null ? [] : [`Contact: ${contact}`]),
    `Details: ${view.addressOf(event.ref)}`,
  ];
  const text = cleanText(view.toPlainText(showing.description));
  const html = cleanText(view.toHtml(showing.description));
  return {
    plain: [...before, ...(text === '' ? [] : [text]), ...after].join('\n\n'),
    html: `<html><body>${paragraphs(before)}${html}${paragraphs(after)}</body></html>`,
  };
}

function standingInWords(event: CalendarEvent, showing: Showing, view: FeedView): string[] {
  if (showing.standing === 'confirmed') {
    return showing.when.type === 'month'
      ? [`The date in ${monthInWords(showing.when.month)} is still to be fixed.`]
      : [];
  }
  const reason = cleanText(showing.reason ?? '');
  const word = showing.standing === 'cancelled' ? 'Cancelled' : 'Postponed';
  const said = reason === '' ? `${word}.` : `${word}: ${reason}`;
  return event.replacedBy === null ? [said] : [said, `Instead: ${view.addressOf(event.replacedBy)}`];
}

function paragraphs(lines: readonly string[]): string {
  return lines.map((line) => `<p>${withLinks(escapeHtml(line))}</p>`).join('');
}

/** The addresses that we put at the end of a paragraph ourselves, as links. */
function withLinks(html: string): string {
  return html.replace(/: (https?:\/\/\S+)$/u, ': <a href="$1">$1</a>');
}
