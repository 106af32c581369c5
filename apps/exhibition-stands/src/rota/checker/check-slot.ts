import type { RotaRule, RotaViolation } from '../domain/answer.js';
import type { RotaPerson, RotaProblem } from '../domain/problem.js';
import type { CheckedSlot } from './rota-facts.js';

/** The rules that those in one slot break together. */
export function slotViolations(
  problem: RotaProblem,
  { slot, isPast }: CheckedSlot,
  people: readonly RotaPerson[],
): readonly RotaViolation[] {
  if (isPast) return [];
  const having = (skill: string) => people.filter(({ skills }) => skills.includes(skill)).length;
  const broken = new Set<RotaRule>();
  const open = slot.need - people.length;
  if (open < 0) broken.add('cover');
  // A place that is kept for somebody may stay open, but nobody else may have it.
  if (slot.leads > 0 && people.length > having('lead') && having('lead') + open < slot.leads)
    broken.add('lead');
  if (slot.skills.some((skill) => people.length > having(skill) && having(skill) + open < 1))
    broken.add('skill');
  const experienced = people.filter((person) => person.experienced).length;
  if (people.length - experienced > experienced * problem.rules.firstTimersPerExperienced)
    broken.add('first-timer');
  return [...broken].map((rule) => ({ rule, person: null, slots: [slot.id], day: slot.day }));
}

/** The days on which more people come than passes are there, unless they came before anything could be changed. */
export function dayViolations(
  problem: RotaProblem,
  placed: readonly { readonly person: string; readonly slot: CheckedSlot }[],
): readonly RotaViolation[] {
  const peopleOn = (day: string, among: typeof placed) =>
    new Set(among.filter(({ slot }) => slot.slot.day === day).map(({ person }) => person)).size;
  return Object.entries(problem.rules.passesPerDay)
    .filter(([day, limit]) => {
      const came = peopleOn(
        day,
        placed.filter(({ slot }) => slot.isPast),
      );
      return peopleOn(day, placed) > Math.max(limit, came);
    })
    .map(([day]) => ({ rule: 'passes-a-day', person: null, slots: [], day }));
}
