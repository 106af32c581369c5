import { Temporal } from 'temporal-polyfill';
import {
  accepted,
  checkChoice,
  checkPlausibleDay,
  problemsOf,
  readTime,
  refuse,
  refused,
  type Checked,
  type FieldProblem,
} from '#checks';
import { dayKinds, type DayKind, type ExhibitionDay } from './exhibition.js';
import { doOverlap, isPastMidnight, minutesOf, openingOf, type Opening } from './openings.js';

/** More lines than this are a slip of the keyboard. */
export const mostDays = 24;

/** The days of an exhibition lie within this many days. */
const mostApart = 31;

/** Hours past midnight that last longer than this are two times given the wrong way round. */
const mostPastMidnight = 14;

/** A day as staff write it. */
export type WrittenDay = Pick<ExhibitionDay, 'day' | 'kind' | 'opens' | 'closes'>;

/** The same as a form or a program gives it; times as people type them. */
export interface DayInput {
  readonly day: Checked<string | null>;
  readonly kind: string;
  readonly opens: string;
  readonly closes: string;
}

/**
 * Days one by one, in any order.
 *
 * @param zone IANA
 * @returns in the order in which they begin; or problems at `days`, or at `days.0.closes`
 */
export function checkDays(input: readonly DayInput[], zone: string): Checked<readonly WrittenDay[]> {
  if (input.length > mostDays) {
    return refuse('days', 'too-many', `Give ${mostDays} days or fewer.`);
  }
  const checks = input.map((day, index) => checkDay(day, index, zone));
  const days = checks.flatMap((check) => (check.ok ? [check.value] : []));
  if (days.length < checks.length) return refused(...problemsOf(...checks));
  const problems = problemsTogether(days);
  if (problems.length > 0) return refused(...problems);
  if (days.every(({ kind }) => kind !== 'open')) {
    return refuse('days', 'no-open-day', 'Enter at least one day on which the stand is open.');
  }
  return accepted(
    days
      .toSorted((one, other) => Temporal.Instant.compare(one.start, other.start))
      .map(({ day, kind, opens, closes }) => ({ day, kind, opens, closes })),
  );
}

/** From the first to the last day the stand is open at the same hours. @returns `null` where they are no days */
export function usualDays(given: {
  readonly firstDay: Checked<string | null>;
  readonly lastDay: Checked<string | null>;
  readonly opens: string;
  readonly closes: string;
}): readonly DayInput[] | null {
  const { firstDay, lastDay, opens, closes } = given;
  if (!firstDay.ok || !lastDay.ok || firstDay.value === null) return null;
  const first = Temporal.PlainDate.from(firstDay.value);
  const { days } = first.until(lastDay.value ?? firstDay.value, { largestUnit: 'day' });
  if (days < 0 || days >= mostDays) return null;
  return Array.from({ length: days + 1 }, (_, index) => ({
    day: accepted(first.add({ days: index }).toString()),
    kind: 'open',
    opens,
    closes,
  }));
}

/** The first and the last day on which the stand is open, ISO. */
export function spanOf(days: readonly WrittenDay[]): { readonly firstDay: string; readonly lastDay: string } {
  const open = days
    .filter(({ kind }) => kind === 'open')
    .map(({ day }) => day)
    .toSorted();
  return { firstDay: open[0] ?? '', lastDay: open.at(-1) ?? '' };
}

interface CheckedDay extends WrittenDay, Opening {}

function checkDay(input: DayInput, index: number, zone: string): Checked<CheckedDay> {
  const at = (part: string) => `days.${index}.${part}`;
  const given = checkPlausibleDay(input.day, at('day'));
  const day = given.ok && given.value === null ? refuse(at('day'), 'date-missing', 'Enter the day.') : given;
  const kind = checkChoice<DayKind>(input.kind, dayKinds, at('kind'), 'Say what is done on the stand.');
  const opens = readTime(input.opens, at('opens'));
  const closes = readTime(input.closes, at('closes'));
  if (!day.ok || !kind.ok || !opens.ok || !closes.ok) return refused(...problemsOf(day, kind, opens, closes));
  const shown = (time: Temporal.PlainTime) => time.toString({ smallestUnit: 'minute' });
  const written: WrittenDay = {
    day: day.value ?? '',
    kind: kind.value,
    opens: shown(opens.value),
    closes: shown(closes.value),
  };
  const opening = openingOf(written, zone);
  if (opening === null) {
    return refuse(
      at('opens'),
      'no-such-time',
      'The clock goes forward that night and leaves out all of this time. Choose another.',
    );
  }
  const hours = minutesOf(opening) / 60;
  if (isPastMidnight(written) && hours > mostPastMidnight) {
    return refuse(
      at('closes'),
      'end-before-start',
      `It closes before it opens. If it is open past midnight, that would be for ${Math.round(hours)} hours; give ${mostPastMidnight} at most, or swap the two times.`,
    );
  }
  return accepted({ ...written, ...opening });
}

/** What is wrong with days that are right by themselves. */
function problemsTogether(days: readonly CheckedDay[]): readonly FieldProblem[] {
  return days.flatMap((day, index) => {
    const before = days.slice(0, index);
    if (before.some((each) => each.day === day.day && each.kind === day.kind)) {
      return problem(
        index,
        'day',
        'day-twice',
        'This day is given twice for the same. Take one of them away.',
      );
    }
    if (before.some((each) => doOverlap(each, day))) {
      return problem(
        index,
        'opens',
        'days-overlap',
        'This overlaps with another line. Check the times of both.',
      );
    }
    const [first] = days;
    const apart = first === undefined ? 0 : Math.abs(daysBetween(first.day, day.day));
    if (apart >= mostApart) {
      return problem(
        index,
        'day',
        'days-apart',
        `This is ${apart} days from the first line. Check the month: all days lie within ${mostApart}.`,
      );
    }
    return [];
  });
}

const daysBetween = (one: string, other: string): number =>
  Temporal.PlainDate.from(one).until(other, { largestUnit: 'day' }).days;

const problem = (index: number, part: string, code: string, message: string): readonly FieldProblem[] => [
  { field: `days.${index}.${part}`, code, message },
];
