import type { RotaRule, RotaViolation } from '../domain/answer.js';
import type { RotaProblem } from '../domain/problem.js';
import type { Placed } from './rota-cost.js';

/**
 * The rules that somebody who is entered more than once breaks with several of their entries: as one person, they cannot be in
 * two slots at once, have to walk from one to the other, and have the hours, the rest and the breaks of one.
 *
 * @param placed the slots of all entries of one person
 */
export function doubleViolations(
  { rules }: RotaProblem,
  placed: readonly Placed[],
): readonly RotaViolation[] {
  const found: RotaViolation[] = [];
  const add = (rule: RotaRule, broken: readonly Placed[], day: string | null) => {
    const last = broken.findLast(({ slot }) => !slot.isPast);
    if (last === undefined || new Set(broken.map(({ person }) => person)).size < 2) return;
    found.push({ rule, person: last.person.person.id, slots: broken.map(({ slot }) => slot.slot.id), day });
  };
  const sorted = placed.toSorted((a, b) => a.slot.start - b.slot.start);
  for (const [position, earlier] of sorted.entries())
    for (const later of sorted.slice(position + 1)) {
      const between = later.slot.start - earlier.slot.end;
      const day = later.slot.slot.day;
      if (between < rules.walkingMinutes) add('twice', [earlier, later], day);
      if (day !== earlier.slot.slot.day && between < rules.restMinutes) add('rest', [earlier, later], day);
    }
  const most = Math.min(
    rules.maxMinutesPerDay,
    ...placed.map(({ person }) => person.person.maxMinutesPerDay ?? Infinity),
  );
  for (const [day, theirs] of Map.groupBy(sorted, ({ slot }) => slot.slot.day))
    if (theirs.reduce((sum, { slot }) => sum + slot.minutes, 0) > most) add('hours-a-day', theirs, day);
  for (const row of rowsOf(sorted, rules.breakMinutes))
    if (row.length > rules.maxConsecutiveSlots) add('in-a-row', row, row[0]?.slot.slot.day ?? null);
  return found;
}

/** For each slot that nothing follows the longest row that ends with it: one after the other, with less than a break between. */
function rowsOf(sorted: readonly Placed[], breakMinutes: number): readonly (readonly Placed[])[] {
  const rows = new Map<Placed, readonly Placed[]>();
  const followed = new Set<Placed>();
  for (const each of sorted) {
    const before = [...rows].filter(([{ slot }]) => {
      const between = each.slot.start - slot.end;
      return between >= 0 && between < breakMinutes;
    });
    for (const [one] of before) followed.add(one);
    const [, longest = []] = before.toSorted(([, a], [, b]) => b.length - a.length)[0] ?? [];
    rows.set(each, [...longest, each]);
  }
  return [...rows].filter(([last]) => !followed.has(last)).map(([, row]) => row);
}
