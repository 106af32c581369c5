import { ModelWriter, type Term } from '#solver';
import type { ModelData } from 'highs';
import { fairShare } from '../domain/fair-share.js';
import type { Timetable } from '../domain/timetable.js';
import { addDoubleRows } from './double-rows.js';
import { addCounts, type CountColumn } from './kinds.js';
import { choiceColumns, dayColumns, type ChoiceColumn } from './model-columns.js';
import type { ModelMeaning } from './model-meaning.js';
import { addPersonRows } from './person-rows.js';
import { addDayRows, addSlotRows } from './slot-rows.js';

/** A rota problem as HiGHS takes it. */
export interface RotaModel {
  readonly data: ModelData;
  /** The columns that say who is where, or at least when. */
  readonly choices: readonly ChoiceColumn[];
  /** How many of those for whom only the time is chosen are where. */
  readonly counts: readonly CountColumn[];
  readonly rowMeanings: readonly ModelMeaning[];
  /** Every rota's cost is a multiple of this, so that a bound less than this below a rota proves it. */
  readonly step: number;
}

const greatestDivisor = (a: number, b: number): number => (b === 0 ? a : greatestDivisor(b, a % b));

/**
 * Adds what an unfair rota costs: hours of the one furthest above their wish less those of the one furthest below.
 * @returns what costs are multiples of
 */
function addFairness(
  writer: ModelWriter<ModelMeaning>,
  timetable: Timetable,
  choices: readonly ChoiceColumn[],
): number {
  const { fairness } = timetable.problem.weights;
  const { unit, wishes } = fairShare(timetable);
  if (fairness === 0 || choices.length === 0) return 1;
  const least = -Math.max(...wishes) / unit;
  const most = choices.reduce((sum, { shifts }) => sum + shifts[0].minutes, 0) / unit;
  const highest = writer.column((fairness * unit) / 60, least, most);
  const lowest = writer.column((-fairness * unit) / 60, least, most);
  for (const [member, theirs] of Map.groupBy(choices, ({ member }) => member)) {
    const wish = (wishes[member.index] ?? 0) / unit;
    const terms = theirs.map(({ column, shifts }): Term => [column, shifts[0].minutes / unit]);
    const meaning = { rule: 'fairness', person: member.person.id, slots: [], day: null } as const;
    writer.row(-Infinity, wish, [...terms, [highest, -1]], meaning);
    writer.row(wish, Infinity, [...terms, [lowest, -1]], meaning);
  }
  return greatestDivisor(60, fairness * unit) / 60;
}

/** Writes the model: who may be where, the rules, and what is priced. */
export function buildModel(timetable: Timetable): RotaModel {
  const writer = new ModelWriter<ModelMeaning>();
  const choices = choiceColumns(writer, timetable);
  const days = dayColumns(writer, timetable, choices);
  const choicesOf = Map.groupBy(choices, ({ member }) => member);
  for (const [member, theirs] of choicesOf) {
    const { id, mostDays } = member.person;
    const ruled = {
      id,
      mostMinutes: member.mostMinutes,
      mostDays: mostDays ?? Infinity,
      atOnce: 'overlap',
    } as const;
    addPersonRows(writer, timetable.problem.rules, ruled, theirs, days.get(member));
  }
  addDoubleRows(writer, timetable, choicesOf);
  const counts = addCounts(writer, timetable, choices);
  const placed = [
    ...choices.flatMap(({ column, member, shifts }) =>
      shifts.length === 1 ? [{ column, like: member, shift: shifts[0] }] : [],
    ),
    ...counts,
  ];
  const byShift = Map.groupBy(placed, ({ shift }) => shift);
  for (const shift of timetable.shifts)
    if (!shift.isSettled) addSlotRows(writer, timetable, shift, byShift.get(shift) ?? []);
  addDayRows(writer, timetable, days);
  const step = addFairness(writer, timetable, choices);
  return { data: writer.data(), choices, counts, rowMeanings: writer.rowMeanings, step };
}
