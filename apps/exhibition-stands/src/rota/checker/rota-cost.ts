import type { RotaScore } from '../domain/answer.js';
import type { RotaPlacement } from '../domain/problem.js';
import { pairViolations } from './check-person.js';
import { covers, listed, type CheckedPerson, type CheckedSlot, type RotaFacts } from './rota-facts.js';

/** Somebody in a slot. */
export interface Placed {
  readonly person: CheckedPerson;
  readonly slot: CheckedSlot;
}

const greatestDivisor = (a: number, b: number): number => (b === 0 ? a : greatestDivisor(b, a % b));
const nameOf = ({ person, slot }: Placed): RotaPlacement => ({
  person: person.person.id,
  slot: slot.slot.id,
});

/**
 * Minutes that each person would have by their wish. Who wishes nothing has an equal part of what the others leave, cut
 * to the unit that all slots and wishes are multiples of.
 */
function wishes({ problem, slots }: RotaFacts): (person: CheckedPerson) => number {
  const needed = slots.reduce((sum, { minutes, slot }) => sum + minutes * slot.need, 0);
  const stated = problem.people.flatMap(({ wishedMinutes }) => wishedMinutes ?? []);
  const unit = [...slots.map(({ minutes }) => minutes), ...stated].reduce(greatestDivisor, 0);
  const left = needed - stated.reduce((sum, wish) => sum + wish, 0);
  const others = problem.people.length - stated.length;
  const part = others > 0 && unit > 0 ? Math.max(0, Math.floor(left / others / unit) * unit) : 0;
  return ({ person }) => person.wishedMinutes ?? part;
}

/** Minutes between the person furthest above their wish and the one furthest below; who can do nothing does not count. */
function spreadInMinutes(facts: RotaFacts, placed: readonly Placed[]): number {
  const wishOf = wishes(facts);
  const placedOf = Map.groupBy(placed, ({ person }) => person);
  const couldDo = (person: CheckedPerson) =>
    facts.slots.some((slot) => !slot.isPast && pairViolations(facts, person, slot).length === 0);
  const offs = facts.people
    .filter((person) => placedOf.has(person) || couldDo(person))
    .map((person) => {
      const theirs = placedOf.get(person) ?? [];
      return theirs.reduce((sum, { slot }) => sum + slot.minutes, 0) - wishOf(person);
    });
  return offs.length === 0 ? 0 : Math.max(...offs) - Math.min(...offs);
}

/** What a rota costs, part by part. Of slots that are past only hours and days count. */
export function costOf(facts: RotaFacts, placed: readonly Placed[]): RotaScore['parts'] {
  const { weights, published } = facts.problem;
  const open = placed.filter(({ slot }) => !slot.isPast);
  const openSlots = facts.slots.filter(({ isPast }) => !isPast);
  const needed = openSlots.reduce((sum, { slot }) => sum + slot.need, 0);
  const unliked = open.filter(
    ({ person, slot }) => person.preferred.length > 0 && !covers(person.preferred, slot),
  );
  const attended = new Set(
    placed.map(({ person, slot }) => JSON.stringify([person.person.id, slot.slot.day])),
  );
  const openIds = new Set(openSlots.map(({ slot }) => slot.id));
  const told = published?.filter(({ slot }) => openIds.has(slot)) ?? [];
  const wasTold = listed(told);
  const kept = open.filter((each) => wasTold(nameOf(each))).length;
  const distinct = new Set(told.map(({ person, slot }) => JSON.stringify([person, slot]))).size;
  return {
    short: weights.short * (needed - open.length),
    fairness: (weights.fairness * spreadInMinutes(facts, placed)) / 60,
    preference: weights.preference * unliked.length,
    days: weights.days * attended.size,
    change: published ? weights.change * (distinct - kept + open.length - kept) : 0,
  };
}
