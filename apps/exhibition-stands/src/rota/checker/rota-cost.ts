import type { RotaScore } from '../domain/answer.js';
import type { RotaPerson, RotaProblem } from '../domain/problem.js';
import { pairViolations } from './check-person.js';
import { covers, isAmong, type CheckedSlot } from './rota-facts.js';

/** Somebody in a slot, both as the problem has them. */
export interface Placed {
  readonly person: RotaPerson;
  readonly slot: CheckedSlot;
}

const greatestDivisor = (a: number, b: number): number => (b === 0 ? a : greatestDivisor(b, a % b));

/**
 * Minutes that each person would have by their wish. Who wishes nothing has an equal part of what the others leave, cut
 * to the unit that all slots and wishes are multiples of.
 */
function wishes(problem: RotaProblem, slots: readonly CheckedSlot[]): (person: RotaPerson) => number {
  const needed = slots.reduce((sum, { minutes, slot }) => sum + minutes * slot.need, 0);
  const stated = problem.people.flatMap(({ wishedMinutes }) => wishedMinutes ?? []);
  const unit = [...slots.map(({ minutes }) => minutes), ...stated].reduce(greatestDivisor, 0);
  const left = needed - stated.reduce((sum, wish) => sum + wish, 0);
  const others = problem.people.length - stated.length;
  const part = others > 0 && unit > 0 ? Math.max(0, Math.floor(left / others / unit) * unit) : 0;
  return (person) => person.wishedMinutes ?? part;
}

/** Hours between the person furthest above their wish and the one furthest below; who can do nothing does not count. */
function spreadInMinutes(
  problem: RotaProblem,
  slots: readonly CheckedSlot[],
  placed: readonly Placed[],
): number {
  const wishOf = wishes(problem, slots);
  const offs = problem.people
    .filter((person) => {
      const has = placed.some((each) => each.person === person);
      return has || slots.some((slot) => !slot.isPast && pairViolations(problem, person, slot).length === 0);
    })
    .map((person) => {
      const theirs = placed.filter((each) => each.person === person);
      return theirs.reduce((sum, { slot }) => sum + slot.minutes, 0) - wishOf(person);
    });
  return offs.length === 0 ? 0 : Math.max(...offs) - Math.min(...offs);
}

/** What a rota costs, part by part. Of slots that are past only hours and days count. */
export function costOf(
  problem: RotaProblem,
  slots: readonly CheckedSlot[],
  placed: readonly Placed[],
): RotaScore['parts'] {
  const { weights, published } = problem;
  const open = placed.filter(({ slot }) => !slot.isPast);
  const openSlots = new Set(slots.filter(({ isPast }) => !isPast).map(({ slot }) => slot.id));
  const needed = slots.filter(({ isPast }) => !isPast).reduce((sum, { slot }) => sum + slot.need, 0);
  const unliked = open.filter(({ person, slot }) => {
    const preferred = person.available.filter((span) => span.preferred);
    return preferred.length > 0 && !covers(preferred, slot);
  });
  const attended = new Set(placed.map(({ person, slot }) => JSON.stringify([person.id, slot.slot.day])));
  const told = published?.filter(({ slot }) => openSlots.has(slot)) ?? [];
  const kept = open.filter(({ person, slot }) => isAmong(told, person.id, slot.slot.id)).length;
  const distinct = new Set(told.map(({ person, slot }) => JSON.stringify([person, slot]))).size;
  return {
    short: weights.short * (needed - open.length),
    fairness: (weights.fairness * spreadInMinutes(problem, slots, placed)) / 60,
    preference: weights.preference * unliked.length,
    days: weights.days * attended.size,
    change: published ? weights.change * (distinct - kept + open.length - kept) : 0,
  };
}
