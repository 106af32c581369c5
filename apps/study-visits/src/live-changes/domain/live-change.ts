import { Temporal } from 'temporal-polyfill';
import {
  accepted,
  checkOptionalText,
  checkText,
  problemsOf,
  readTime,
  refuse,
  refused,
  type Checked,
} from '#checks';
import { firstAfter, longestItem } from '../../itinerary/domain/check-item.js';
import { dayOf, minutesBetween, type Item, type Stop } from '../../itinerary/domain/item.js';
import { checkMoment } from '../../travel/domain/clock.js';
import type { Visit } from '../../visits/domain/visit.js';

/** What can be changed of an item while a party is on its way, in the order in which staff are offered it. */
export const liveWays = [
  'later-15',
  'later-30',
  'later-60',
  'time',
  'place',
  'off',
  'on',
  'back',
  'as-planned',
] as const;

export type LiveWay = (typeof liveWays)[number];

/** By how many minutes something begins and ends later. */
export const laterBy: Readonly<Partial<Record<LiveWay, number>>> = {
  'later-15': 15,
  'later-30': 30,
  'later-60': 60,
};

/** What a live change may make different of an item. */
export type LiveState = Pick<Item, 'start' | 'end' | 'stop' | 'status'> & {
  /** Why it is called off. */
  readonly statusReason: string | null;
};

/** A change as a form or a program gives it. Texts are as typed; those that its way does not ask for count for nothing. */
export interface LiveInput {
  readonly way: LiveWay;
  /** On the clock of the item, on its day: "2.30pm". */
  readonly from: string;
  /** Blank: it lasts as long as before. */
  readonly until: string;
  readonly place: string;
  readonly address: string;
  readonly why: string;
}

/** What a change is to fit. */
export interface LiveSurroundings {
  readonly visit: Pick<Visit, 'firstDay' | 'lastDay'>;
  /** As it was before the latest live change of it; `null` where there is none that can be taken back. */
  readonly before: LiveState | null;
}

/** An item as it would be, and the word that its travellers read. */
export interface LiveResult {
  readonly state: LiveState;
  /** Blank: nobody said why. */
  readonly why: string;
}

type Changed = Item & Pick<LiveState, 'statusReason'>;

/**
 * What a live change makes of an item. Its zones stay; it stays on a day of the visit.
 *
 * @returns the item’s new state, or what is wrong, each at its field; what no field is asked for is at none
 */
export function applyLive(item: Changed, input: LiveInput, around: LiveSurroundings): Checked<LiveResult> {
  const why = checkWhy(input);
  const state = stateAfter(item, input, around);
  if (!why.ok || !state.ok) return refused(...problemsOf(state, why));
  const { start } = state.value;
  const day = dayOf({ start, zone: item.zone });
  if (state.value.status === 'planned' && (day < around.visit.firstDay || day > around.visit.lastDay)) {
    return refuse(
      input.way === 'time' ? 'from' : '',
      'outside-visit',
      'It would not be on a day of the visit any more.',
    );
  }
  const statusReason =
    input.way === 'off' ? why.value : input.way === 'back' ? state.value.statusReason : null;
  return accepted({ state: { ...state.value, statusReason }, why: why.value });
}

/** What can be done with what is called off. */
const waysOfCancelled: ReadonlySet<LiveWay> = new Set(['on', 'off', 'back', 'as-planned']);

/** Whoever is told that something is called off is told why. */
function checkWhy({ way, why }: LiveInput): Checked<string> {
  if (way === 'off') {
    return checkText(why, 'why', {
      longest: 500,
      missing: { code: 'reason-missing', message: 'Say why; the travellers concerned will read it.' },
      manyLines: true,
    });
  }
  const word = checkOptionalText(why, 'why', { longest: 500, manyLines: true });
  return word.ok ? accepted(word.value ?? '') : word;
}

function stateAfter(item: Changed, input: LiveInput, { before }: LiveSurroundings): Checked<LiveState> {
  const { start, end, stop, status, statusReason } = item;
  const now: LiveState = { start, end, stop, status, statusReason };
  if (status === 'cancelled' && !waysOfCancelled.has(input.way)) {
    return refuse('', 'called-off', 'It is called off. Say first that it takes place after all.');
  }
  const minutes = laterBy[input.way];
  if (minutes !== undefined)
    return accepted({ ...now, start: start.add({ minutes }), end: end.add({ minutes }) });
  switch (input.way) {
    case 'time':
      return timesAfter(item, input, now);
    case 'place':
      return placeAfter(input, now);
    case 'off':
      return accepted({ ...now, status: 'cancelled' });
    case 'on':
      return accepted({ ...now, status: 'planned' });
    case 'back':
      return before === null
        ? refuse('', 'nothing-to-take-back', 'There is no change of this that could be taken back any more.')
        : accepted(before);
    default:
      return accepted(now);
  }
}

/** A time that the clock shows twice is the one that is nearer to when it was to begin. */
function timesAfter(item: Changed, { from, until }: LiveInput, now: LiveState): Checked<LiveState> {
  const time = readTime(from, 'from');
  const last = until.trim() === '' ? accepted(null) : readTime(until, 'until');
  if (!time.ok || !last.ok) return refused(...problemsOf(time, last));
  const day = accepted(dayOf(item));
  const found = (['first', 'second'] as const).map((which) =>
    checkMoment({ day, time, zone: accepted(item.zone), which }, 'from', 'the day'),
  );
  const [one, other] = found;
  if (one?.ok !== true || other?.ok !== true) {
    // What the clock leaves out, it leaves out whichever was meant.
    const message = one?.ok === false ? (one.problems[0]?.message ?? '') : '';
    return refuse('from', 'no-such-time', message);
  }
  const far = ({ at }: { readonly at: Temporal.Instant }) => Math.abs(minutesBetween(item.start, at));
  const start = far(other.value) < far(one.value) ? other.value.at : one.value.at;
  if (last.value === null) {
    return accepted({ ...now, start, end: start.add({ minutes: minutesBetween(item.start, item.end) }) });
  }
  const end = firstAfter(start, { time: last.value, zone: item.endZone, which: 'first' });
  if (!end.ok) return refuse('until', 'no-such-time', end.problems[0]?.message ?? '');
  return minutesBetween(start, end.value) > longestItem
    ? refuse('until', 'too-long', 'One item lasts at most 36 hours. Enter an earlier end.')
    : accepted({ ...now, start, end: end.value });
}

/** Where on the map it is, nobody knows on the way: the point of the place before would lead people there. */
function placeAfter({ place, address }: LiveInput, now: LiveState): Checked<LiveState> {
  const name = checkText(place, 'place', {
    longest: 200,
    missing: { code: 'missing', message: 'Enter where it is now.' },
  });
  const where = checkOptionalText(address, 'address', { longest: 500, manyLines: true });
  if (!name.ok || !where.ok) return refused(...problemsOf(name, where));
  const stop: Stop = { name: name.value, address: where.value, point: null };
  return accepted({ ...now, stop });
}

/** Ways in which an item can be changed as it stands. */
export function waysFor(
  { status }: Pick<Item, 'status'>,
  { canTakeBack, isDifferent }: { readonly canTakeBack: boolean; readonly isDifferent: boolean },
): readonly LiveWay[] {
  const usual: readonly LiveWay[] =
    status === 'cancelled' ? ['on'] : ['later-15', 'later-30', 'later-60', 'time', 'place', 'off'];
  return [
    ...usual,
    ...(canTakeBack ? (['back'] as const) : []),
    ...(isDifferent ? (['as-planned'] as const) : []),
  ];
}
