import type { RotaPlacement, RotaProblem } from '../domain/problem.js';
import type { RotaScore, RotaViolation } from '../domain/answer.js';
import { doubleViolations } from './check-double.js';
import { pairViolations, personViolations } from './check-person.js';
import { dayViolations, slotViolations } from './check-slot.js';
import { costOf, type Placed } from './rota-cost.js';
import { factsOf, listed } from './rota-facts.js';

const violation = (rule: 'unknown' | 'pin' | 'past', { person, slot }: RotaPlacement): RotaViolation => ({
  rule,
  person,
  slots: [slot],
  day: null,
});

/**
 * Judges a rota by the problem alone. It shares nothing but the problem's types with what writes rotas, so that a
 * mistake there does not hide itself here.
 * @throws RangeError where a time of the problem is no instant
 */
export function checkRota(problem: RotaProblem, assignments: readonly RotaPlacement[]): RotaScore {
  const facts = factsOf(problem);
  const slotById = new Map(facts.slots.map((slot) => [slot.slot.id, slot]));
  const personById = new Map(facts.people.map((person) => [person.person.id, person]));
  const violations: RotaViolation[] = [];
  const placed: Placed[] = [];
  const seen = new Set<string>();
  for (const assignment of assignments) {
    const [person, slot] = [personById.get(assignment.person), slotById.get(assignment.slot)];
    const key = JSON.stringify([assignment.person, assignment.slot]);
    if (person && slot && !seen.has(key)) placed.push({ person, slot });
    else violations.push(violation('unknown', assignment));
    seen.add(key);
  }
  for (const { person, slot } of placed) violations.push(...pairViolations(facts, person, slot));
  for (const [{ person }, theirs] of Map.groupBy(placed, (each) => each.person))
    violations.push(
      ...personViolations(
        problem,
        person,
        theirs.map(({ slot }) => slot),
      ),
    );
  const named = placed.filter(({ person }) => (person.person.identity ?? null) !== null);
  for (const theirs of Map.groupBy(named, ({ person }) => person.person.identity).values())
    violations.push(...doubleViolations(problem, theirs));
  const inSlot = Map.groupBy(placed, (each) => each.slot);
  for (const slot of facts.slots) {
    const people = inSlot.get(slot)?.map(({ person }) => person.person) ?? [];
    violations.push(...slotViolations(problem, slot, people));
  }
  violations.push(
    ...dayViolations(
      problem,
      placed.map(({ person, slot }) => ({ person: person.person.id, slot })),
    ),
  );
  const isAssigned = listed(assignments);
  for (const pin of problem.pinned)
    if (slotById.get(pin.slot)?.isPast === false && !isAssigned(pin)) violations.push(violation('pin', pin));
  for (const told of problem.published ?? [])
    if (slotById.get(told.slot)?.isPast && !isAssigned(told)) violations.push(violation('past', told));
  const parts = costOf(facts, placed);
  const objective = parts.short + parts.fairness + parts.preference + parts.days + parts.change;
  return { violations, objective, parts };
}
