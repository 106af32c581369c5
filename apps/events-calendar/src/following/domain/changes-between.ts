import type { Temporal } from 'temporal-polyfill';
import { same } from '../../events/domain/same.js';
import { endInstant, lastDay, startDay } from '../../events/domain/when.js';
import { dateChanges, type DateChange } from './date-changes.js';
import {
  datesOf,
  whenOf,
  type DateKnown,
  type EventFacts,
  type JoiningFacts,
} from '../../events/domain/event-facts.js';
import { joiningInWords } from './joining-words.js';
import { placeInWords, planInWords } from './plan-words.js';

/** One thing that is different about an event as a whole. */
export interface Change {
  /** `time`: only the time of day; `when`: the day too; `dates`: how it repeats; `continued`: another event has the later dates. */
  readonly what: 'time' | 'when' | 'dates' | 'continued' | 'place' | 'joining';
  /** In words; `null` where what was before is not worth telling. */
  readonly before: string | null;
  readonly after: string;
}

/** What followers are told of an event that they know another version of. */
export interface Changes {
  /** What has become of the event as a whole; `null` where that is as it was. */
  readonly standing: 'called-off' | 'postponed' | 'on-again' | null;
  /** Why, where it does not take place. */
  readonly reason: string | null;
  readonly whole: readonly Change[];
  /** Of single dates of a recurring event, the earliest first. */
  readonly dates: readonly DateChange[];
  /** What it was called; `null` where it has the same title. */
  readonly formerTitle: string | null;
}

export interface Comparison {
  readonly now: Temporal.Instant;
  /** Whether the reader is shown that joining link. */
  readonly sees: (joining: JoiningFacts) => boolean;
  /** The event that has the later dates now; `null` where there is none. */
  readonly continuation: EventFacts | null;
}

/**
 * What is different, as far as it is worth a mail: time, place, whether it takes place, how to join. A new title alone, a
 * description, and what is over are not.
 *
 * @param known the version that followers know
 * @returns `null` when there is nothing to tell
 */
export function changesBetween(
  known: EventFacts,
  present: EventFacts,
  comparison: Comparison,
): Changes | null {
  if (present.status === 'draft') return null;
  const { now } = comparison;
  const [before, after] = [datesOf(known), datesOf(present)];
  if (![...before, ...after].some((date) => isToCome(date, now))) return null;
  const standing = standingOf(known, present);
  const formerTitle = known.title === present.title ? null : known.title;
  if (standing === 'called-off' || standing === 'postponed') {
    return { standing, reason: present.statusReason, whole: [], dates: [], formerTitle };
  }
  // Of what does not take place nothing else matters; once it does again, followers are told all of it.
  if (present.status !== 'published') return null;
  const isSamePlan = samePlan(known, present, before, after, now);
  const whole = [
    planChange(known, present, comparison, isSamePlan),
    placeChange(known, present),
    joiningChange(known, present, comparison),
  ].filter((change) => change !== null);
  const dates = dateChanges(before, after, { ...comparison, isSamePlan, usual: present });
  if (standing === null && whole.length === 0 && dates.length === 0) return null;
  return { standing, reason: null, whole, dates, formerTitle };
}

const isToCome = ({ when }: DateKnown, now: Temporal.Instant): boolean =>
  endInstant(when).epochNanoseconds > now.epochNanoseconds;

function standingOf(known: EventFacts, present: EventFacts): Changes['standing'] {
  if (known.status === present.status) return null;
  if (present.status === 'cancelled') return 'called-off';
  if (present.status === 'postponed') return 'postponed';
  return known.status === 'draft' ? null : 'on-again';
}

/** Whether the dates to come are the same, single changes aside, however the rule is written. */
function samePlan(
  known: EventFacts,
  present: EventFacts,
  before: readonly DateKnown[],
  after: readonly DateKnown[],
  now: Temporal.Instant,
): boolean {
  if (same(known.when, present.when) && known.rule === present.rule) return true;
  if ((known.rule === null) !== (present.rule === null)) return false;
  const toCome = (dates: readonly DateKnown[]) => dates.filter((date) => isToCome(date, now));
  return same(toCome(before).map(keyOf), toCome(after).map(keyOf));
}

const keyOf = ({ original, when }: DateKnown) => [original, when];

function planChange(
  known: EventFacts,
  present: EventFacts,
  { continuation }: Comparison,
  isSamePlan: boolean,
): Change | null {
  if (continuation !== null) {
    const first = datesOf(continuation)[0];
    if (first !== undefined) {
      return { what: 'continued', before: null, after: planInWords(continuation) };
    }
  }
  if (isSamePlan) return null;
  const [before, after] = [planInWords(known), planInWords(present)];
  if (known.rule !== null || present.rule !== null) return { what: 'dates', before, after };
  const [from, to] = [whenOf(known.when), whenOf(present.when)];
  const isSameDay =
    from.type === 'timed' &&
    to.type === 'timed' &&
    startDay(from).equals(startDay(to)) &&
    lastDay(from).equals(lastDay(to));
  return { what: isSameDay ? 'time' : 'when', before, after };
}

function placeChange(known: EventFacts, present: EventFacts): Change | null {
  const [before, after] = [placeInWords(known), placeInWords(present)];
  return before === after ? null : { what: 'place', before, after };
}

function joiningChange(known: EventFacts, present: EventFacts, { sees }: Comparison): Change | null {
  if (present.format === 'in person') return null;
  const words = joiningInWords(known.joining, present.joining, sees);
  return words === null ? null : { what: 'joining', before: null, after: words };
}
