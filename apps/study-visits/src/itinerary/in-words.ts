import { Temporal } from 'temporal-polyfill';
import { dateInWords, timeInWords, zoneInWords } from '#ui';
import { homeZone } from '#checks';
import type { ItemKind, Stop } from './domain/item.js';
import type { PublishedItem } from './domain/published.js';
import type { Split } from './domain/plan.js';

/** What an item is, as people read it. */
export const itemKindWords: Readonly<Record<ItemKind, string>> = {
  visit: 'Visit to a host',
  session: 'Session',
  meal: 'Meal',
  transfer: 'Transfer',
  free: 'Free time',
  other: 'Something else',
};

/** From when until when, each end on its own clock. */
export interface TimedSpan {
  readonly start: Temporal.Instant;
  /** IANA */
  readonly zone: string;
  readonly end: Temporal.Instant;
  /** IANA */
  readonly endZone: string;
}

/**
 * "9am to 11.30am"; "12.30am London time to 4.45am Rome time"; "10pm to 7am on Tuesday 13 March". The day of the beginning is told by
 * what stands above it.
 */
export function timesInWords({ start, zone, end, endZone }: TimedSpan): string {
  const [from, until] = [start.toZonedDateTimeISO(zone), end.toZonedDateTimeISO(endZone)];
  const isTwoClocks = zone !== endZone;
  const at = (moment: Temporal.ZonedDateTime) =>
    `${timeInWords(moment.toPlainTime())}${isTwoClocks ? ` ${zoneInWords(moment.timeZoneId)}` : ''}`;
  const isOneDay = from.toPlainDate().equals(until.toPlainDate());
  const day = isOneDay ? '' : ` on ${dateInWords(until.toPlainDate(), { impliedYear: from.year })}`;
  return `${at(from)} to ${at(until)}${day}`;
}

/** The same on London's clock, where the clock there shows another time at either end; else `null`. */
export function timesAtHome(span: TimedSpan): string | null {
  const isOther = (instant: Temporal.Instant, zone: string) =>
    instant.toZonedDateTimeISO(zone).offsetNanoseconds !==
    instant.toZonedDateTimeISO(homeZone).offsetNanoseconds;
  if (!isOther(span.start, span.zone) && !isOther(span.end, span.endZone)) return null;
  const [start, end] = [span.start, span.end].map((instant) => instant.toZonedDateTimeISO(homeZone));
  return start === undefined || end === undefined
    ? null
    : `${timeInWords(start.toPlainTime())} to ${timeInWords(end.toPlainTime())}`;
}

/** "Monday 12 March 2035, 9am to 11.30am" */
export const whenOfSpan = (span: TimedSpan): string =>
  `${dateInWords(span.start.toZonedDateTimeISO(span.zone).toPlainDate())}, ${timesInWords(span)}`;

/** What is published, as a span of time. */
export const spanOf = ({ startsAt, zone, endsAt, endZone }: PublishedItem): TimedSpan => ({
  start: Temporal.Instant.from(startsAt),
  zone,
  end: Temporal.Instant.from(endsAt),
  endZone,
});

/** "Palazzo d’Accursio, Piazza Maggiore 6, Bologna" */
export const stopInWords = (stop: Stop | null): string =>
  stop === null
    ? ''
    : [stop.name, stop.address?.replaceAll(/\s*\n\s*/g, ', ')].filter((part) => part).join(', ');

/** "Group A: the co-op" */
export const groupInWords = ({ letter, name }: Split['groups'][number]): string =>
  name === '' ? `Group ${letter}` : `Group ${letter}: ${name}`;

/** For whom something is: "Everybody". */
export const groupsInWords = (groups: readonly string[]): string =>
  groups.length === 0 ? 'Everybody' : groups.join('; ');

/** What travellers read of an item, by what it is called. */
export const publishedInWords = (item: PublishedItem) => ({
  What: `${item.title} (${itemKindWords[item.kind].toLowerCase()})`,
  When: whenOfSpan(spanOf(item)),
  Where: stopInWords(item.stop),
  To: stopInWords(item.to),
  Host: item.host ?? '',
  For: groupsInWords(item.groups),
  Language: item.language ?? '',
  'Be there earlier': item.bufferMinutes === 0 ? '' : `${item.bufferMinutes} minutes`,
  About: item.description,
  Cancelled: item.status === 'cancelled' ? (item.statusReason ?? 'Yes') : '',
});
