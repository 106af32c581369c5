import { Temporal } from 'temporal-polyfill';
import type {
  AllDay,
  OccurrenceChange,
  OccurrenceException,
  Timed,
  When,
} from '../../events/domain/event.js';
import { expand, occurrencePlacer } from '../../events/domain/expand.js';
import { parseRule } from '../../events/domain/parse-rule.js';
import type { IcsTime } from './ics-when.js';

/**
 * The name of the occurrence that an EXDATE or a RECURRENCE-ID means, as the series at `when` has it. A date in a series
 * of times, which Outlook writes, means the occurrence of that day.
 * @param originals the names of all occurrences.
 * @returns null when the series has no such occurrence.
 */
export function originalOf(time: IcsTime, when: Timed | AllDay, originals: readonly string[]): string | null {
  const text = localText(time, when);
  return (
    originals.find(
      (original) => original === text || (time.type === 'date' && original.startsWith(`${text}T`)),
    ) ?? null
  );
}

/** null for a date that does not exist. */
function localText(time: IcsTime, when: Timed | AllDay): string | null {
  if (time.type === 'date') return time.date;
  if (!isReal(time.local)) return null;
  const local = Temporal.PlainDateTime.from(time.local);
  const zoned = local.toZonedDateTime(time.type === 'utc' ? 'UTC' : time.zone).withTimeZone(when.zone);
  return when.type === 'all-day'
    ? local.toPlainDate().toString()
    : zoned.toPlainDateTime().toString({ smallestUnit: 'minute' });
}

function isReal(local: string): boolean {
  try {
    Temporal.PlainDateTime.from(local);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** The names of all occurrences that a rule gives; none where the rule cannot be read, which is told elsewhere. */
export function originalsOf(rule: string, when: When): readonly string[] {
  if (when.type === 'month' || !parseRule(rule).ok) return [];
  return expand({ when, recurrence: { rule, exceptions: [] } }).flatMap(({ original }) => original ?? []);
}

/** What an occurrence of a series may have of its own, as a file gives it. */
export type OccurrenceFields = Required<Omit<OccurrenceChange, 'cancelled' | 'when'>> & {
  readonly when: Timed | AllDay;
  readonly cancelled: { readonly reason: string } | null;
};

/** An occurrence that a file writes out in full, as what is different about it; null when nothing is. */
export function exceptionFor(
  original: string,
  own: OccurrenceFields,
  series: OccurrenceFields,
): OccurrenceException | null {
  const placed = occurrencePlacer(series.when)(Temporal.PlainDate.from(original));
  const change: OccurrenceChange = {
    ...(own.title !== series.title && { title: own.title }),
    ...(!isSame(own.when, placed) && { when: own.when }),
    ...(own.format !== series.format && { format: own.format }),
    ...(!isSame(own.place, series.place) && { place: own.place }),
    ...(!isSame(own.joining, series.joining) && { joining: own.joining }),
    ...(own.description !== series.description && { description: own.description }),
    ...(own.cancelled !== null && series.cancelled === null && { cancelled: own.cancelled }),
  };
  return Object.keys(change).length === 0 ? null : { original, type: 'changed', change };
}

/** Plain values, and Temporal's, which write themselves. */
const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
