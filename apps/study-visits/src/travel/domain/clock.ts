import { Temporal } from 'temporal-polyfill';
import { accepted, checkPlausibleDay, problemsOf, refuse, refused, type Checked } from '#checks';

/** A moment, and the zone on whose clock people read it. */
export interface Moment {
  readonly at: Temporal.Instant;
  /** IANA */
  readonly zone: string;
}

/** Which of two equal times is meant in a night in which the clocks go back; blank where it does not matter. */
export const whichTimes = ['', 'first', 'second'] as const;

/** A moment as a form or a program gives it: what the clock of a zone shows. */
export interface MomentInput {
  readonly day: Checked<string | null>;
  readonly time: Checked<Temporal.PlainTime>;
  readonly zone: Checked<string>;
  /** One of {@link whichTimes}. */
  readonly which: string;
}

/**
 * The moment at which the clock of a zone shows a day and a time. A time that the clock leaves out is refused; of one that it shows
 * twice it has to be said which is meant.
 *
 * @param field that of the day; problems are at it, its `.time`, `.zone` and `.which`
 * @param what within a sentence: "the day on which it departs"
 */
export function checkMoment(input: MomentInput, field: string, what: string): Checked<Moment> {
  const day = checkPlausibleDay(input.day, field);
  const { time, zone } = input;
  if (!day.ok || !time.ok || !zone.ok) return refused(...problemsOf(day, time, zone));
  if (day.value === null) return refuse(field, 'date-missing', `Enter ${what}.`);
  const local = Temporal.PlainDate.from(day.value).toPlainDateTime(time.value);
  const first = local.toZonedDateTime(zone.value, { disambiguation: 'earlier' });
  const second = local.toZonedDateTime(zone.value, { disambiguation: 'later' });
  const moment = (at: Temporal.ZonedDateTime) => accepted({ at: at.toInstant(), zone: zone.value });
  if (first.epochNanoseconds === second.epochNanoseconds) return moment(first);
  const shown = time.value.toString({ smallestUnit: 'minute' });
  const clock = `the clock in ${cityOf(zone.value)}`;
  if (!first.toPlainDateTime().equals(local)) {
    return refuse(
      `${field}.time`,
      'no-such-time',
      `There is no ${shown} on this day by ${clock}: it goes forward in that night and leaves it out. Check the time.`,
    );
  }
  if (input.which === 'first') return moment(first);
  if (input.which === 'second') return moment(second);
  return refuse(
    `${field}.which`,
    'time-twice',
    `By ${clock} it is ${shown} twice on this day, for it goes back in that night. Say which of the two is meant.`,
  );
}

/** "Buenos Aires" @param zone IANA */
const cityOf = (zone: string): string => zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');

/** Which of two equal times a moment is; blank where its clock shows it once. */
export function whichOf({ at, zone }: Moment): (typeof whichTimes)[number] {
  const shown = at.toZonedDateTimeISO(zone);
  const local = shown.toPlainDateTime();
  const [first, second] = (['earlier', 'later'] as const).map((disambiguation) =>
    local.toZonedDateTime(zone, { disambiguation }),
  );
  if (first?.epochNanoseconds === second?.epochNanoseconds) return '';
  return shown.epochNanoseconds === first?.epochNanoseconds ? 'first' : 'second';
}

/** The day that the clock of its zone shows. ISO */
export const dayOf = ({ at, zone }: Moment): string => at.toZonedDateTimeISO(zone).toPlainDate().toString();
