import type { RotaRule, RotaViolation } from '../domain/answer.js';
import type { RotaPerson, RotaProblem } from '../domain/problem.js';
import { covers, meets, type CheckedPerson, type CheckedSlot, type RotaFacts } from './rota-facts.js';

/** The rules that one person in one slot breaks by themselves. A slot that is past is not judged. */
export function pairViolations(
  facts: RotaFacts,
  { person, available, away }: CheckedPerson,
  slot: CheckedSlot,
): readonly RotaViolation[] {
  const { id, day } = slot.slot;
  const placement = { person: person.id, slot: id };
  const broken: RotaRule[] = [];
  if (slot.isPast) {
    if (!facts.isPublished(placement)) broken.push('past');
  } else {
    if (facts.isForbidden(placement)) broken.push('forbidden');
    if (!covers(available, slot)) broken.push('unavailable');
    if (meets(away, slot)) broken.push('busy');
    if (person.passDays !== null && !person.passDays.includes(day)) broken.push('no-pass');
  }
  return broken.map((rule) => ({ rule, person: person.id, slots: [id], day }));
}

const byDay = (slots: readonly CheckedSlot[]): ReadonlyMap<string, readonly CheckedSlot[]> =>
  Map.groupBy(slots, ({ slot }) => slot.day);
const sumOf = (slots: readonly CheckedSlot[]): number => slots.reduce((sum, { minutes }) => sum + minutes, 0);

/** Slots that follow one another with less than a break between. */
function runsOf(slots: readonly CheckedSlot[], breakMinutes: number): readonly (readonly CheckedSlot[])[] {
  const runs: CheckedSlot[][] = [];
  for (const slot of slots) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && slot.start - last.end < breakMinutes) run.push(slot);
    else runs.push([slot]);
  }
  return runs;
}

/** The rules that somebody's slots break together. What slots that are past break alone is not judged. */
export function personViolations(
  problem: RotaProblem,
  person: RotaPerson,
  slots: readonly CheckedSlot[],
): readonly RotaViolation[] {
  const { rules } = problem;
  const found: RotaViolation[] = [];
  const add = (rule: RotaRule, broken: readonly CheckedSlot[], day: string | null) => {
    if (broken.some(({ isPast }) => !isPast))
      found.push({ rule, person: person.id, slots: broken.map(({ slot }) => slot.id), day });
  };
  const sorted = slots.toSorted((a, b) => a.start - b.start);
  for (const [position, earlier] of sorted.entries())
    for (const later of sorted.slice(position + 1)) {
      const between = later.start - earlier.end;
      if (between < 0) add('overlap', [earlier, later], later.slot.day);
      if (later.slot.day !== earlier.slot.day && between < rules.restMinutes)
        add('rest', [earlier, later], later.slot.day);
    }
  for (const run of runsOf(sorted, rules.breakMinutes))
    if (run.length > rules.maxConsecutiveSlots) add('in-a-row', run, run[0]?.slot.day ?? null);
  const most = Math.min(rules.maxMinutesPerDay, person.maxMinutesPerDay ?? Infinity);
  for (const [day, theirs] of byDay(sorted)) if (sumOf(theirs) > most) add('hours-a-day', theirs, day);
  const days = byDay(sorted).size;
  if (days > (person.mostDays ?? Infinity)) {
    const past = byDay(sorted.filter(({ isPast }) => isPast)).size;
    if (days > past) add('pass-days', sorted, null);
  }
  return found;
}
