import { accepted, orThrow, refuse, type Checked } from './errors.js';
import type { AllDay, EventDetails, OccurrenceException, Timed } from './event.js';
import { parseRule } from './parse-rule.js';
import type { Rule } from './rule.js';
import { ruleStarts, type RuleStart } from './rule-starts.js';

/** A recurring event's dates, taken apart for editing. */
export interface Series {
  readonly when: Timed | AllDay;
  readonly rule: Rule;
  /** Where the rule puts its occurrences, exceptions aside. */
  readonly starts: readonly RuleStart[];
  readonly exceptions: readonly OccurrenceException[];
}

/**
 * An event's dates as a series; `null` if it happens once.
 * @throws {EventProblem} if the rule was not checked before it was kept.
 */
export function seriesOf({ when, recurrence }: Pick<EventDetails, 'when' | 'recurrence'>): Series | null {
  if (recurrence === null || when.type === 'month') return null;
  const rule = orThrow(parseRule(recurrence.rule));
  return { when, rule, starts: ruleStarts(rule, when), exceptions: recurrence.exceptions };
}

/** The series and the place in it of the occurrence that is called `original`. */
export function findOccurrence(
  event: Pick<EventDetails, 'when' | 'recurrence'>,
  original: string,
): Checked<{ readonly series: Series; readonly index: number }> {
  const series = seriesOf(event);
  if (series === null) {
    return refuse(
      'original',
      'not-recurring',
      'This event happens once, so it has no single dates to change.',
    );
  }
  const index = series.starts.findIndex((start) => start.original === original);
  if (index < 0) {
    return refuse(
      'original',
      'occurrence-unknown',
      'The event does not take place on that date any more. Open it again to see its dates.',
    );
  }
  return accepted({ series, index });
}

export const exceptionFor = (series: Series, original: string): OccurrenceException | undefined =>
  series.exceptions.find((exception) => exception.original === original);
