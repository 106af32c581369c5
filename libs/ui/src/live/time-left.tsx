import type { ComponentChildren } from 'preact';
import { Temporal } from 'temporal-polyfill';
import { dateInWords } from '../dates/date-in-words.js';
import { timeInWords } from '../dates/time-in-words.js';
import { timeLeftInWords } from './time-left-words.js';

export interface TimeLeftProps {
  /** What lasts until then, to go on with "until 2.30pm": "Your places are kept". */
  readonly what: string;
  readonly until: Temporal.Instant | Date;
  readonly now: Temporal.Instant | Date;
  /** IANA zone of the reader's clock, the network's own unless given. */
  readonly zone?: string;
  /** A sentence for when the time is up: "Your places are no longer kept." */
  readonly over: string;
  /** Where to go then, and in what words: the page itself, to see what can still be had. */
  readonly next: { readonly href: string; readonly text: string };
  /** What may be done before, as a form that takes more time. */
  readonly children?: ComponentChildren;
}

const instantOf = (value: Temporal.Instant | Date): Temporal.Instant =>
  value instanceof Date ? Temporal.Instant.fromEpochMilliseconds(value.getTime()) : value;

/**
 * Until when something lasts, and how long that is. Where there are scripts (the page has to link `uiAssets().countdown`) it
 * counts down, says so to a screen reader at 10, 5 and 1 minutes, and tells when it is over; it takes nothing away.
 */
export function TimeLeft({ what, until, now, zone = 'Europe/London', over, next, children }: TimeLeftProps) {
  const [end, start] = [instantOf(until), instantOf(now)];
  const milliseconds = end.epochMilliseconds - start.epochMilliseconds;
  const left = timeLeftInWords(milliseconds);
  if (left === null) {
    return (
      <div class="cn-time-left cn-time-left--over">
        <TimeOver over={over} next={next} />
      </div>
    );
  }
  const local = end.toZonedDateTimeISO(zone);
  const isToday = local.toPlainDate().equals(start.toZonedDateTimeISO(zone).toPlainDate());
  const time = timeInWords(local.toPlainTime());
  const words = isToday ? time : `${dateInWords(local.toPlainDate())}, ${time}`;
  return (
    <div class="cn-time-left" data-countdown={milliseconds}>
      <div data-countdown-running>
        <p>
          {what} until <time dateTime={end.toString({ smallestUnit: 'second' })}>{words}</time>
          <span class="cn-time-left__left">
            : <strong data-countdown-left>{left}</strong>
          </span>
        </p>
        {children}
      </div>
      <div data-countdown-over hidden>
        <TimeOver over={over} next={next} />
      </div>
      <p class="govuk-visually-hidden" role="status" data-countdown-said></p>
    </div>
  );
}

function TimeOver({ over, next }: Pick<TimeLeftProps, 'over' | 'next'>) {
  return (
    <p>
      <strong>{over}</strong>{' '}
      <a class="govuk-link" href={next.href}>
        {next.text}
      </a>
    </p>
  );
}
