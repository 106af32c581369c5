import type { Timetable } from './timetable.js';

const greatestDivisor = (a: number, b: number): number => (b === 0 ? a : greatestDivisor(b, a % b));

/** What hours are compared with, so that they can be compared in whole numbers. */
export interface FairShare {
  /** Minutes that every slot and every wish is a multiple of; 0 where there is nothing to share. */
  readonly unit: number;
  /** Minutes for each member by index: what they wish, or an equal part of what the others leave. */
  readonly wishes: readonly number[];
}

/** What each person should have, all being fair. */
export function fairShare({ members, shifts }: Timetable): FairShare {
  const stated = members.flatMap(({ person }) => person.wishedMinutes ?? []);
  const unit = [...shifts.map(({ minutes }) => minutes), ...stated].reduce(greatestDivisor, 0);
  const needed = shifts.reduce((sum, { minutes, slot }) => sum + minutes * slot.need, 0);
  const left = needed - stated.reduce((sum, wish) => sum + wish, 0);
  const others = members.length - stated.length;
  const part = others > 0 && unit > 0 ? Math.max(0, Math.floor(left / others / unit) * unit) : 0;
  return { unit, wishes: members.map(({ person }) => person.wishedMinutes ?? part) };
}
