import { Temporal } from 'temporal-polyfill';
import {
  accepted,
  checkPlausibleDay,
  checkWhole,
  homeZone,
  problemsOf,
  readTime,
  refuse,
  refused,
  type Checked,
} from '#checks';
import type { Visit } from './visit.js';

/** When people apply, hear of it, and answer. */
export type Window = Pick<
  Visit,
  'applicationsOpenAt' | 'applicationsCloseAt' | 'decisionOn' | 'acceptanceDays'
>;

/** The same as a form or a program gives it. */
export interface WindowInput {
  readonly applicationsOpenAt: Checked<Temporal.Instant | null>;
  readonly applicationsCloseAt: Checked<Temporal.Instant | null>;
  readonly decisionOn: Checked<string | null>;
  /** As typed: "10". */
  readonly acceptanceDays: string;
}

/** Checks and tidies it: all problems, each at its field. */
export function checkWindow({
  applicationsOpenAt: opens,
  applicationsCloseAt: closes,
  ...input
}: WindowInput): Checked<Window> {
  const decisionOn = checkPlausibleDay(input.decisionOn, 'decisionOn');
  const acceptanceDays = checkWhole(input.acceptanceDays, 'acceptanceDays', {
    what: 'how many days people have to accept',
    least: 1,
    most: 90,
  });
  if (!opens.ok || !closes.ok || !decisionOn.ok || !acceptanceDays.ok) {
    return refused(...problemsOf(opens, closes, decisionOn, acceptanceDays));
  }
  if (
    opens.value !== null &&
    closes.value !== null &&
    Temporal.Instant.compare(opens.value, closes.value) >= 0
  ) {
    return refuse(
      'applicationsCloseAt',
      'end-before-start',
      'Applications close before they open. Check both.',
    );
  }
  if (closes.value !== null && decisionOn.value !== null && decisionOn.value <= lastDayBefore(closes.value)) {
    return refuse(
      'decisionOn',
      'before-closing',
      'The decision is not after the day on which applications close. Choose a later day.',
    );
  }
  return accepted({
    applicationsOpenAt: opens.value,
    applicationsCloseAt: closes.value,
    decisionOn: decisionOn.value,
    acceptanceDays: acceptanceDays.value,
  });
}

/** The last day, by the network's clock, that has something of the time before an instant. ISO */
const lastDayBefore = (instant: Temporal.Instant): string =>
  instant.subtract({ nanoseconds: 1 }).toZonedDateTimeISO(homeZone).toPlainDate().toString();

/**
 * The moment of a day and a time by the network's clock (Europe/London); `null` when both are blank. A time that the clock leaves
 * out in spring, or shows twice in autumn, is refused: a deadline has to be one moment.
 *
 * @returns problems at the field of the day, or at its `.time`
 */
export function momentAtHome(
  day: Checked<string | null>,
  time: string,
  field: string,
): Checked<Temporal.Instant | null> {
  const date = checkPlausibleDay(day, field);
  const clock = time.trim() === '' ? accepted(null) : readTime(time, `${field}.time`);
  if (!date.ok || !clock.ok) return refused(...problemsOf(date, clock));
  if (date.value === null) {
    return clock.value === null
      ? accepted(null)
      : refuse(field, 'date-missing', 'Enter the day as well, or leave the time blank.');
  }
  if (clock.value === null) {
    return refuse(`${field}.time`, 'time-missing', 'Enter the time as well, such as 9am or 12 noon.');
  }
  const local = Temporal.PlainDate.from(date.value).toPlainDateTime(clock.value);
  const earlier = local.toZonedDateTime(homeZone, { disambiguation: 'earlier' });
  const later = local.toZonedDateTime(homeZone, { disambiguation: 'later' });
  if (earlier.equals(later)) return accepted(earlier.toInstant());
  return earlier.toPlainDateTime().equals(local)
    ? refuse(
        `${field}.time`,
        'time-twice',
        'The clock in London is put back in that night and shows this time twice. Choose a time before 1am or from 2am.',
      )
    : refuse(
        `${field}.time`,
        'no-such-time',
        'The clock in London is put forward in that night, so there is no such time. Choose one before 1am or from 2am.',
      );
}
