import type {
  RotaCommitment,
  RotaPerson,
  RotaProblem,
  RotaRules,
  RotaSlot,
  RotaWeights,
} from '../../../apps/exhibition-stands/src/rota/domain/problem.ts';
import { chanceFrom, type Chance } from './chance.ts';

/** How large a problem is to be. */
export interface ProblemSize {
  readonly people: number;
  readonly stands: number;
  readonly days: number;
  readonly slotsPerDay: number;
  readonly places: number;
  /** Which of many problems of this size. */
  readonly seed: number;
}

/** What the bench asks of every rota: the app's usual rules and weights. */
export interface Usual {
  readonly rules: RotaRules;
  readonly weights: RotaWeights;
}

const firstDay = 20;
const dayOf = (day: number): string => `2026-09-${firstDay + day}`;
/** Slots of an hour from nine in the morning, British Summer Time. */
const hour = (day: number, slot: number): string =>
  `${dayOf(day)}T${String(9 + slot).padStart(2, '0')}:00:00+01:00`;

function slotsOf({ stands, days, slotsPerDay, places }: ProblemSize, chance: Chance): readonly RotaSlot[] {
  const slots: RotaSlot[] = [];
  for (let stand = 1; stand <= stands; stand += 1)
    for (let day = 0; day < days; day += 1)
      for (let slot = 0; slot < slotsPerDay; slot += 1)
        slots.push({
          id: `stand-${stand}-day-${day + 1}-slot-${slot + 1}`,
          stand: `stand-${stand}`,
          day: dayOf(day),
          from: hour(day, slot),
          until: hour(day, slot + 1),
          need: places,
          leads: 1,
          skills: chance.isWithin(0.1) ? ['bsl'] : [],
        });
  return slots;
}

/** Sessions that somebody must be at. */
function commitmentsOf(
  { slotsPerDay }: ProblemSize,
  days: readonly number[],
  chance: Chance,
): RotaCommitment[] {
  return days
    .filter(() => chance.isWithin(0.5))
    .map((day) => {
      const slot = chance.below(slotsPerDay);
      return { from: hour(day, slot), until: hour(day, slot + 1), walk: 10 };
    });
}

/** Somebody who comes for two to four days, on some of which not for the whole day. */
function personOf(size: ProblemSize, index: number, chance: Chance): RotaPerson {
  const { days, slotsPerDay } = size;
  const first = chance.below(days - 1);
  const last = Math.min(days - 1, first + 1 + chance.below(3));
  const present = Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
  const available = present.map((day) => {
    const begin = chance.isWithin(0.6) ? 0 : chance.below(slotsPerDay - 2);
    const end = chance.isWithin(0.6) ? slotsPerDay : begin + 2 + chance.below(slotsPerDay - begin - 1);
    return { from: hour(day, begin), until: hour(day, end), preferred: chance.isWithin(0.3) };
  });
  const isExperienced = chance.isWithin(0.7);
  return {
    id: `person-${index + 1}`,
    experienced: isExperienced,
    skills: [
      ...(isExperienced && chance.isWithin(0.5) ? ['lead'] : []),
      ...(chance.isWithin(0.15) ? ['bsl'] : []),
    ],
    available,
    busy: commitmentsOf(size, present, chance),
    passDays: present.filter(() => chance.isWithin(0.95)).map(dayOf),
    mostDays: chance.isWithin(0.3) ? 2 : null,
    wishedMinutes: chance.isWithin(0.2) ? 60 * (2 + chance.below(5)) : null,
  };
}

/** A problem like those of a party conference. */
export function problemOf(size: ProblemSize, { rules, weights }: Usual): RotaProblem {
  const chance = chanceFrom(size.seed);
  const perDay = Math.ceil(0.7 * size.people);
  return {
    people: Array.from({ length: size.people }, (_, index) => personOf(size, index, chance)),
    slots: slotsOf(size, chance),
    rules: {
      ...rules,
      passesPerDay: Object.fromEntries(Array.from({ length: size.days }, (_, day) => [dayOf(day), perDay])),
    },
    weights,
    pinned: [],
    forbidden: [],
    published: null,
    settledBefore: null,
  };
}
