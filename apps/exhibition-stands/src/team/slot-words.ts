import { Temporal } from 'temporal-polyfill';
import { dateInWords, timeInWords } from '#ui';
import type { StandDay } from './domain/slots.js';
import { minutesOf, type Span } from './domain/spans.js';

const longestByElapsed = 60;

/**
 * "9am to 10am" by the clock in the zone. In the night in which the clock goes back, "1am to 2am, before the clocks go back".
 *
 * @param zone IANA
 */
export function spanInWords(span: Span, zone: string): string {
  const start = span.from.toZonedDateTimeISO(zone);
  const minutes = minutesOf(span);
  // Of an hour in which the clock changes, the clock's own end would say that it lasts two hours or none.
  const end =
    minutes <= longestByElapsed
      ? start.toPlainDateTime().add({ minutes })
      : span.until.toZonedDateTimeISO(zone).toPlainDateTime();
  const words = `${timeInWords(start.toPlainTime())} to ${timeInWords(end.toPlainTime())}`;
  return words + whichOfTwo(start);
}

function whichOfTwo(at: Temporal.ZonedDateTime): string {
  const local = at.toPlainDateTime();
  const [first, second] = (['earlier', 'later'] as const).map((disambiguation) =>
    local.toZonedDateTime(at.timeZoneId, { disambiguation }),
  );
  const isTwice = first !== undefined && second !== undefined && !first.equals(second);
  if (!isTwice || !first.toPlainDateTime().equals(second.toPlainDateTime())) return '';
  return at.equals(first) ? ', before the clocks go back' : ', after the clocks go back';
}

/** "Sunday 26 September: 9am to 10am" */
export function spanWithDay(span: Span, zone: string): string {
  const day = span.from.toZonedDateTimeISO(zone).toPlainDate();
  return `${dateInWords(day, { impliedYear: day.year })}: ${spanInWords(span, zone)}`;
}

const kinds = { 'build-up': 'build-up', open: '', 'break-down': 'break-down' } as const;

/** "Sunday 26 September", "Saturday 25 September, build-up" */
export function dayInWords({ day, kind }: StandDay): string {
  const date = Temporal.PlainDate.from(day);
  const what = kind === null ? 'outside the opening hours' : kinds[kind];
  return dateInWords(date, { impliedYear: date.year }) + (what === '' ? '' : `, ${what}`);
}

/** "1 hour", "2 hours and 30 minutes", "45 minutes" */
export function hoursInWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const words = [
    ...(hours > 0 || rest === 0 ? [`${hours} ${hours === 1 ? 'hour' : 'hours'}`] : []),
    ...(rest > 0 ? [`${rest} ${rest === 1 ? 'minute' : 'minutes'}`] : []),
  ];
  return words.join(' and ');
}
