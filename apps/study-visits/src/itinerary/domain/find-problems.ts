import { Temporal } from 'temporal-polyfill';
import { dayProblems } from './day-problems.js';
import { wayBetween } from './distance.js';
import { dayOf, inOrder, minutesBetween, type Item } from './item.js';
import { isFor } from './own-day.js';
import type { BookedInterpreter, Plan, PlanProblem, Split } from './plan.js';

/**
 * All that somebody should look at in a visit’s days, what concerns travellers’ own days first, each in the order of time. The
 * same plan gives the same.
 */
export function findProblems(plan: Plan): readonly PlanProblem[] {
  const items = inOrder(plan.items.filter(({ status }) => status === 'planned'));
  const planned = { ...plan, items };
  return [
    ...items
      .filter((item) => isOutside(item, plan.visit))
      .map((item) => ({ code: 'outside-visit' as const, itemIds: [item.id] as const, day: dayOf(item) })),
    ...plan.splits.flatMap((split) => inNoGroup(split, planned)),
    ...dayProblems(planned),
    ...items.flatMap(transferTooShort),
    ...items.flatMap((item) => overCapacity(item, plan)),
    ...items.flatMap((item) => interpretersOf(item, plan.interpreters)),
    ...plan.interpreters.flatMap((interpreter) => bookedTwice(interpreter, items)),
  ];
}

const isOutside = (item: Item, { firstDay, lastDay }: Plan['visit']): boolean => {
  const day = dayOf(item);
  return day < firstDay || day > lastDay;
};

/** A split that nothing is planned by asks nobody to be in a group of it. */
function inNoGroup({ id, name, groups }: Split, { items, travellers, membership }: Plan): PlanProblem[] {
  const ids = groups.map((group) => group.id);
  const itemIds = items
    .filter(({ groupIds }) => groupIds.some((each) => ids.includes(each)))
    .map((item) => item.id);
  if (itemIds.length === 0) return [];
  const travellerIds = travellers.filter((traveller) => {
    const own = membership.get(traveller);
    return !ids.some((each) => own?.has(each));
  });
  return travellerIds.length === 0
    ? []
    : [{ code: 'in-no-group', itemIds, split: name, splitId: id, travellerIds }];
}

/** What is stated of a way is believed; else the distance is judged, where it is known. */
function transferTooShort(item: Item): PlanProblem[] {
  if (item.kind !== 'transfer') return [];
  const minutes = minutesBetween(item.start, item.end);
  const itemIds = [item.id] as const;
  if (item.travelMinutes !== null) {
    return minutes < item.travelMinutes
      ? [{ code: 'transfer-too-short', itemIds, minutes, needed: item.travelMinutes, way: null }]
      : [];
  }
  const [from, to] = [item.stop?.point ?? null, item.to?.point ?? null];
  if (from === null || to === null) return [];
  const way = wayBetween(from, to);
  return minutes < way.minutes
    ? [{ code: 'transfer-too-short', itemIds, minutes, needed: way.minutes, way }]
    : [];
}

function overCapacity(item: Item, { travellers, membership }: Plan): PlanProblem[] {
  if (item.capacity === null) return [];
  const coming = travellers.filter((id) => isFor(item, membership.get(id))).length;
  return coming > item.capacity
    ? [{ code: 'over-capacity', itemIds: [item.id], travellers: coming, capacity: item.capacity }]
    : [];
}

function interpretersOf(item: Item, interpreters: readonly BookedInterpreter[]): PlanProblem[] {
  const { id, language, needsInterpreter } = item;
  if (!needsInterpreter) return [];
  const booked = interpreters.filter(({ itemIds }) => itemIds.includes(id));
  if (booked.length === 0) return [{ code: 'interpreter-missing', itemIds: [id], language }];
  if (language === null || booked.some((each) => speaks(each, language))) return [];
  const [first] = booked;
  return first === undefined
    ? []
    : [{ code: 'interpreter-language', itemIds: [id], interpreter: first.name, language }];
}

const speaks = ({ languages }: BookedInterpreter, language: string): boolean =>
  languages.some((each) => each.toLowerCase() === language.toLowerCase());

function bookedTwice({ name, itemIds }: BookedInterpreter, items: readonly Item[]): PlanProblem[] {
  const booked = items.filter(({ id }) => itemIds.includes(id));
  return booked.flatMap((first, index) =>
    booked
      .slice(index + 1)
      .filter((second) => Temporal.Instant.compare(second.start, first.end) < 0)
      .map((second) => ({
        code: 'interpreter-twice' as const,
        itemIds: [first.id, second.id] as const,
        interpreter: name,
      })),
  );
}
