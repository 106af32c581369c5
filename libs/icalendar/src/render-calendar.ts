import { escape, ICalCalendar } from 'ical-generator';
import { cleanAddress } from './clean-address.js';
import { cleanLine, cleanText } from './clean-text.js';
import { renderTimezones } from './timezones.js';

interface Contents {
  /** What `renderVevents` gave, in the order they are to have. */
  readonly vevents: readonly string[];
  /** What `zonesOf` gave for them, doubles allowed. */
  readonly zones: Iterable<string>;
}

/** A calendar that people subscribe to. */
export interface FeedCalendar extends Contents {
  readonly kind: 'feed';
  readonly name: string;
  readonly description: string;
  /**
   * The feed's own http(s) address; `null` where that is a secret, which whoever is handed a copy of the file must not
   * learn from it.
   */
  readonly sourceUrl: string | null;
  /** The network's own zone (IANA). */
  readonly zone: string;
}

/** One event to be added to a calendar that its reader already has: given a name, Outlook would make a new one. */
export interface SingleEventCalendar extends Contents {
  readonly kind: 'single';
}

const hour = 3600;

/**
 * A whole iCalendar object (RFC 5545 §3.4) as text, CRLF to the last line. The same arguments give the same text,
 * whenever and wherever it is made.
 *
 * @param product what made it: "Events calendar"
 * @throws Error for an event file without an event, which RFC 5545 does not allow.
 */
export function renderCalendar(product: string, calendar: FeedCalendar | SingleEventCalendar): string {
  const vevents = calendar.vevents.join('');
  const zones = new Set(calendar.zones);
  if (vevents === '') {
    if (calendar.kind === 'single') throw new Error('There is no event to put into the file.');
    // A calendar needs a component at least, even one with nothing in it yet.
    zones.add(calendar.zone);
  }
  const head = renderHead(product, calendar);
  const end = head.lastIndexOf('END:VCALENDAR');
  return `${head.slice(0, end)}${renderTimezones(zones)}${vevents}END:VCALENDAR\r\n`;
}

/** The calendar's own properties. It is made without events, because ical-generator would put some of them after. */
function renderHead(product: string, calendar: FeedCalendar | SingleEventCalendar): string {
  const head = new ICalCalendar({
    prodId: { company: 'Network Events', product, language: 'EN' },
    timezone: null,
  });
  head.scale('GREGORIAN');
  if (calendar.kind === 'feed') {
    head.name(escape(cleanLine(calendar.name), false));
    head.description(escape(cleanText(calendar.description), false));
    if (calendar.sourceUrl !== null) head.source(cleanAddress(calendar.sourceUrl));
    head.ttl(hour);
    head.x({ 'X-WR-TIMEZONE': calendar.zone });
  }
  return head.toString();
}
