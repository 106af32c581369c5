import { Temporal } from 'temporal-polyfill';
import {
  accepted,
  checkChoice,
  checkOptionalText,
  checkText,
  problemsOf,
  readZone,
  refuse,
  refused,
  type Checked,
} from '#checks';
import { checkMoment } from '../../travel/domain/clock.js';
import type { Visit } from '../../visits/domain/visit.js';
import { checkPoint } from './check-point.js';
import { dayOf, itemKinds, minutesBetween, type ItemDetails, type ItemKind, type Stop } from './item.js';

export const numberRules = {
  capacity: { what: 'how many there is room for', least: 1, most: 2000 },
  bufferMinutes: { what: 'how many minutes are to be free before it', least: 0, most: 600 },
  travelMinutes: { what: 'how many minutes the way takes', least: 1, most: 2880 },
} as const;

/** The longest that one item lasts, in minutes: a coach through the night and the day after. */
export const longestItem = 36 * 60;

/** A place as a form or a program gives it. Texts are as typed. */
export interface StopInput {
  readonly name: string;
  readonly address: string;
  readonly lat: string;
  readonly lon: string;
}

/** What a clock shows, as a form or a program gives it. */
export interface ClockInput {
  readonly time: Checked<Temporal.PlainTime>;
  /** IANA; blank: that of the visit. */
  readonly zone: string;
  /** `first` or `second` where the clock shows the time twice; blank elsewhere. */
  readonly which: string;
}

/** An item as a form or a program gives it. */
export interface ItemInput {
  readonly kind: string;
  readonly title: string;
  /** The controls of this one are `starts`, `starts.time`, `starts.zone` and `starts.which`. */
  readonly starts: ClockInput & { readonly day: Checked<string | null> };
  /** The first such time after the beginning; blank zone: that in which it begins. */
  readonly ends: ClockInput;
  readonly stop: StopInput;
  readonly to: StopInput;
  readonly hostId: string | null;
  readonly capacity: Checked<number | null>;
  readonly groupIds: readonly string[];
  readonly language: string;
  readonly needsInterpreter: boolean;
  readonly bufferMinutes: Checked<number>;
  readonly travelMinutes: Checked<number | null>;
  readonly description: string;
  readonly notes: string;
}

/** What an item has to fit. */
export interface ItemSurroundings {
  readonly visit: Pick<Visit, 'zone' | 'firstDay' | 'lastDay'>;
  /** Ids of the groups that the visit has. */
  readonly groups: ReadonlySet<string>;
  /** Ids of all hosts. */
  readonly hosts: ReadonlySet<string>;
}

/** @returns the item, or all that is wrong with it, each at its field */
export function checkItem(input: ItemInput, around: ItemSurroundings): Checked<ItemDetails> {
  const kind = checkChoice<ItemKind>(input.kind, itemKinds, 'kind', 'Say what it is.');
  const title = checkText(input.title, 'title', {
    longest: 200,
    missing: { code: 'missing', message: 'Enter what it is called.' },
  });
  const span = checkSpan(input, around.visit);
  const stop = checkStop(input.stop, 'stop');
  const to = kind.ok && kind.value === 'transfer' ? checkStop(input.to, 'to') : accepted(null);
  const belongs = checkBelongings(input, around);
  const language = checkOptionalText(input.language, 'language', { longest: 60 });
  const description = checkOptionalText(input.description, 'description', { longest: 5000, manyLines: true });
  const notes = checkOptionalText(input.notes, 'notes', { longest: 5000, manyLines: true });
  const { capacity, bufferMinutes, travelMinutes } = input;
  if (
    !kind.ok ||
    !title.ok ||
    !span.ok ||
    !stop.ok ||
    !to.ok ||
    !belongs.ok ||
    !capacity.ok ||
    !language.ok ||
    !bufferMinutes.ok ||
    !travelMinutes.ok ||
    !description.ok ||
    !notes.ok
  ) {
    return refused(
      ...problemsOf(kind, title, span, stop, to, belongs, capacity, language),
      ...problemsOf(bufferMinutes, travelMinutes, description, notes),
    );
  }
  return accepted({
    kind: kind.value,
    title: title.value,
    ...span.value,
    stop: stop.value,
    to: to.value,
    ...belongs.value,
    capacity: capacity.value,
    language: language.value,
    needsInterpreter: input.needsInterpreter,
    bufferMinutes: bufferMinutes.value,
    travelMinutes: kind.value === 'transfer' ? travelMinutes.value : null,
    description: description.value ?? '',
    notes: notes.value ?? '',
  });
}

type Span = Pick<ItemDetails, 'start' | 'zone' | 'end' | 'endZone'>;

/** It begins on a day of the visit, on its own clock, and ends at the first such time after that. */
function checkSpan({ starts, ends }: ItemInput, visit: ItemSurroundings['visit']): Checked<Span> {
  const startZone = starts.zone.trim() || visit.zone;
  const zone = readZone(startZone, 'starts.zone');
  const endZone = readZone(ends.zone.trim() || startZone, 'ends.zone');
  const start = checkMoment({ ...starts, zone }, 'starts', 'the day');
  if (!start.ok || !ends.time.ok || !endZone.ok) return refused(...problemsOf(start, ends.time, endZone));
  const day = dayOf({ start: start.value.at, zone: start.value.zone });
  if (day < visit.firstDay || day > visit.lastDay) return refuse('starts', 'outside-visit', outside(visit));
  const end = firstAfter(start.value.at, { time: ends.time.value, zone: endZone.value, which: ends.which });
  if (!end.ok) return end;
  return minutesBetween(start.value.at, end.value) > longestItem
    ? refuse('ends.time', 'too-long', 'One item lasts at most 36 hours. Enter an earlier end.')
    : accepted({ start: start.value.at, zone: start.value.zone, end: end.value, endZone: endZone.value });
}

export interface Clock {
  readonly time: Temporal.PlainTime;
  readonly zone: string;
  readonly which: string;
}

/** The first moment after another at which a clock shows a time. */
export function firstAfter(start: Temporal.Instant, { time, zone, which }: Clock): Checked<Temporal.Instant> {
  // Far to the west, the clock shows the day before.
  const there = start.toZonedDateTimeISO(zone);
  const isNextDay = Temporal.PlainTime.compare(time, there.toPlainTime()) <= 0;
  const onDay = (add: number) => {
    const day = accepted(there.toPlainDate().add({ days: add }).toString());
    return checkMoment({ day, time: accepted(time), zone: accepted(zone), which }, 'ends', 'the day');
  };
  const [sameDay, nextDay] = [onDay(0), onDay(1)];
  // In the night in which the clock goes back, an earlier time may come after a later one.
  if (sameDay.ok && Temporal.Instant.compare(sameDay.value.at, start) > 0) return accepted(sameDay.value.at);
  if (!isNextDay) return sameDay.ok ? accepted(sameDay.value.at) : sameDay;
  return nextDay.ok ? accepted(nextDay.value.at) : nextDay;
}

function outside({ firstDay, lastDay }: ItemSurroundings['visit']): string {
  if (firstDay === lastDay) return `The visit is on ${written(firstDay)}. Choose that day.`;
  return `This day is not within the visit, which is from ${written(firstDay)} to ${written(lastDay)}. Choose one of its days.`;
}

/** "11 March 2035" */
const written = (day: string): string =>
  Temporal.PlainDate.from(day).toLocaleString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

/** A place without a name is none, unless something else is said of it. */
function checkStop(input: StopInput, field: string): Checked<Stop | null> {
  const at = (part: string) => `${field}.${part}`;
  const name = checkOptionalText(input.name, at('name'), { longest: 200 });
  const address = checkOptionalText(input.address, at('address'), { longest: 500, manyLines: true });
  const point = checkPoint(input, { lat: at('lat'), lon: at('lon') });
  if (!name.ok || !address.ok || !point.ok) return refused(...problemsOf(name, address, point));
  if (name.value !== null) return accepted({ name: name.value, address: address.value, point: point.value });
  if (address.value === null && point.value === null) return accepted(null);
  return refuse(at('name'), 'missing', 'Enter what the place is called as well.');
}

/** Groups and hosts that there are. */
function checkBelongings(
  { hostId, groupIds }: Pick<ItemInput, 'hostId' | 'groupIds'>,
  { hosts, groups }: ItemSurroundings,
): Checked<Pick<ItemDetails, 'hostId' | 'groupIds'>> {
  if (hostId !== null && !hosts.has(hostId)) {
    return refuse('hostId', 'unknown-host', 'There is no such host any more. Choose another.');
  }
  if (groupIds.some((id) => !groups.has(id))) {
    return refuse('groupIds', 'unknown-group', 'One of these groups does not exist any more. Choose again.');
  }
  return accepted({ hostId, groupIds: [...new Set(groupIds)].toSorted() });
}
