import type { Temporal } from 'temporal-polyfill';
import { dateInWords } from '../../events/domain/calendar-date.js';
import type { When } from '../../events/domain/event.js';
import { weekdayNames } from '../../events/domain/rule-words.js';
import { weekdayOf } from '../../events/domain/rule.js';
import { same } from '../../events/domain/same.js';
import { endInstant, sameWhen, startDay, startInstant } from '../../events/domain/when.js';
import { whenInWords } from '../../events/domain/when-words.js';
import {
  datesOf,
  type DateKnown,
  type EventFacts,
  type JoiningFacts,
} from '../../events/domain/event-facts.js';
import { joiningInWords } from './joining-words.js';
import { placeInWords } from './plan-words.js';

/** What is different about one date of a recurring event. */
export interface DateChange {
  /** The day, as followers know it: “Friday 12 March 2027”. */
  readonly on: string;
  readonly what: 'called-off' | 'on-again' | 'left-out' | 'added' | 'moved' | 'place' | 'joining';
  /** In words: why it is off, when or where it is now. */
  readonly after: string;
}

export interface DateComparison {
  readonly now: Temporal.Instant;
  readonly sees: (joining: JoiningFacts) => boolean;
  readonly continuation: EventFacts | null;
  /** Whether the dates are the same, single ones aside; if not, dates are matched by their day and only what is special is told. */
  readonly isSamePlan: boolean;
  /** Where and how the other dates take place. */
  readonly usual: Pick<EventFacts, 'format' | 'place'>;
}

/** Single dates that are different, those that are over left out, the earliest first. */
export function dateChanges(
  before: readonly DateKnown[],
  after: readonly DateKnown[],
  comparison: DateComparison,
): readonly DateChange[] {
  const known = byDay(before);
  const present = byDay(after);
  const limit = comparison.continuation && datesOf(comparison.continuation)[0]?.original?.slice(0, 10);
  return [...new Set([...known.keys(), ...present.keys()])]
    .filter((day) => typeof limit !== 'string' || day < limit)
    .flatMap((day) => changesOf(known.get(day) ?? null, present.get(day) ?? null, comparison))
    .toSorted((a, b) => a.at - b.at)
    .map(({ change }) => change);
}

interface Found {
  readonly at: number;
  readonly change: DateChange;
}

/** By where the rule puts them; a rule gives a day at most one date. */
function byDay(dates: readonly DateKnown[]): ReadonlyMap<string, DateKnown> {
  return new Map(
    dates.flatMap((date) => (date.original === null ? [] : [[date.original.slice(0, 10), date] as const])),
  );
}

function changesOf(
  known: DateKnown | null,
  present: DateKnown | null,
  { now, sees, isSamePlan, usual }: DateComparison,
): readonly Found[] {
  const isToCome = [known, present].some(
    (date) => date !== null && endInstant(date.when).epochNanoseconds > now.epochNanoseconds,
  );
  const first = known ?? present;
  if (!isToCome || first === null) return [];
  const told = (what: DateChange['what'], after: string): Found => ({
    at: startInstant(first.when).epochMilliseconds,
    change: { on: dayInWords(first.when), what, after },
  });
  if (known === null || present === null) {
    if (!isSamePlan) return [];
    if (present === null) return known?.cancelled ? [] : [told('left-out', '')];
    return present.cancelled ? [] : [told('added', whenInWords(present.when))];
  }
  if (present.cancelled) return known.cancelled ? [] : [told('called-off', present.cancelled.reason)];
  return [
    ...(known.cancelled ? [told('on-again', whenInWords(present.when))] : []),
    ...(isMoved(known, present, isSamePlan) ? [told('moved', whenInWords(present.when))] : []),
    ...placeOf(known, present, usual).map((place) => told('place', place)),
    ...joiningOf(known, present, sees).map((words) => told('joining', words)),
  ];
}

function isMoved(known: DateKnown, present: DateKnown, isSamePlan: boolean): boolean {
  return isSamePlan
    ? !sameWhen(known.when, present.when)
    : !same(known.own.when ?? null, present.own.when ?? null) && present.own.when !== undefined;
}

/** A place of the date's own; that of the event as a whole is told with that. */
function placeOf(known: DateKnown, present: DateKnown, usual: DateComparison['usual']): readonly string[] {
  const own = ({ own: { format: ownFormat, place } }: DateKnown) => [ownFormat ?? null, place ?? null];
  if (same(own(known), own(present))) return [];
  if (present.own.place === undefined && present.own.format === undefined) return ['As on the other dates'];
  const { format = usual.format, place = usual.place } = present.own;
  return [placeInWords({ format, place })];
}

function joiningOf(
  known: DateKnown,
  present: DateKnown,
  sees: (joining: JoiningFacts) => boolean,
): readonly string[] {
  if (known.own.joining === undefined && present.own.joining === undefined) return [];
  const words = joiningInWords(known.own.joining ?? null, present.own.joining ?? null, sees);
  return words === null ? [] : [words];
}

function dayInWords(when: When): string {
  const day = startDay(when);
  return `${weekdayNames[weekdayOf(day)]} ${dateInWords(day)}`;
}
