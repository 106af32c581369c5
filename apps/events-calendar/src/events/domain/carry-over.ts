import { audiences, type AllDay, type Audience, type OccurrenceException, type Timed } from './event.js';
import type { RuleStart } from './rule-starts.js';
import type { Series } from './series.js';

/** Exceptions of a series that was edited. */
export interface CarriedOver {
  readonly kept: readonly OccurrenceException[];
  /** Those whose occurrence is no longer there (or is of another kind): for a warning. As they were before. */
  readonly dropped: readonly OccurrenceException[];
}

/**
 * Finds the exceptions of a series in the series that it became.
 *
 * An occurrence is found again by its day, so that a new time of day changes nothing else. Where the two have no day in
 * common (Tuesdays became Wednesdays) the third stays the third, provided that they repeat at the same pace; else none is
 * found. A date that an occurrence was moved to stays as it is.
 */
export function carryOver(before: Series, after: Series | null, audience: Audience): CarriedOver {
  const kept: OccurrenceException[] = [];
  const dropped: OccurrenceException[] = [];
  const findAgain = after ? finder(before, after) : () => undefined;
  for (const exception of before.exceptions) {
    const start = findAgain(exception.original);
    if (start && after && isOfType(exception, after.when)) {
      kept.push(narrowed({ ...exception, original: start.original }, audience));
    } else {
      dropped.push(exception);
    }
  }
  return { kept, dropped };
}

function finder(before: Series, after: Series): (original: string) => RuleStart | undefined {
  const places = new Map(before.starts.map((start, index) => [start.original, index]));
  const byDay = new Map(after.starts.map((start) => [start.date.toString(), start]));
  const dayOf = (original: string) => original.slice(0, 10);
  if (before.starts.some((start) => byDay.has(start.date.toString()))) {
    return (original) => (places.has(original) ? byDay.get(dayOf(original)) : undefined);
  }
  const isSamePace =
    before.rule.frequency === after.rule.frequency && before.rule.interval === after.rule.interval;
  return (original) => (isSamePace ? after.starts[places.get(original) ?? -1] : undefined);
}

const isOfType = (exception: OccurrenceException, when: Timed | AllDay): boolean =>
  exception.type === 'removed' ||
  exception.change.when === undefined ||
  exception.change.when.type === when.type;

/** An occurrence's own joining link is never shown more widely than the event, even if that has become narrower. */
function narrowed(exception: OccurrenceException, audience: Audience): OccurrenceException {
  const joining = exception.type === 'changed' ? exception.change.joining : null;
  if (exception.type === 'removed' || !joining) return exception;
  const isTooWide = audiences.indexOf(joining.shownTo) < audiences.indexOf(audience);
  const isForNoBoard = joining.shownTo === 'board' && audience !== 'board';
  if (!isTooWide && !isForNoBoard) return exception;
  const shownTo = isTooWide ? audience : 'invited';
  return { ...exception, change: { ...exception.change, joining: { ...joining, shownTo } } };
}
