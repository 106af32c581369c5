import type { Highs } from 'highs';
import type { Term } from '#solver';
import type { RoomsProblem } from '../domain/problem.js';
import { buildModel, type ChoiceColumn, type RoomsModel } from './build-model.js';
import type { Unit } from './read-problem.js';

/** A night is small: longer than this is not worth it, in seconds. */
const nightLimit = 2;

/** Names a choice in the models of several nights, by how the units and groups are counted. */
function namer(units: readonly Unit[]): (choice: Omit<ChoiceColumn, 'column'>) => string {
  const numbers = new Map(units.map((unit, index) => [unit, index]));
  return ({ unit, group, night, offer }) =>
    JSON.stringify([numbers.get(unit), unit.groups.indexOf(group), night, offer.id]);
}

/**
 * Rooms to begin with: night by night the best for that night and the change from the one before, which is known then. They
 * are mostly near the best, and the search for the best begins with them rather than with nothing.
 *
 * @returns the values of the model's columns; `null` where a night took too long, or has none
 */
export function firstRooms(
  highs: Highs,
  problem: RoomsProblem,
  units: readonly Unit[],
  model: RoomsModel,
): { readonly indices: Int32Array; readonly values: Float64Array } | null {
  const nameOf = namer(units);
  const known = new Map<string, number>();
  for (const [index, night] of problem.nights.entries()) {
    const nights = problem.nights.slice(Math.max(0, index - 1), index + 1);
    const ofNight = buildModel({ ...problem, nights }, units, (choice) =>
      choice.night === night ? undefined : (known.get(nameOf(choice)) ?? 0),
    );
    if (ofNight.data.numCols === 0) continue;
    const solver = highs.createModel(ofNight.data);
    try {
      solver.options.set({ output_flag: false, time_limit: nightLimit });
      if (solver.run().modelStatus !== highs.constants.modelStatus.optimal) return null;
      const { colValue } = solver.getSolution();
      for (const choice of ofNight.choices)
        if (choice.night === night) known.set(nameOf(choice), Math.round(colValue[choice.column] ?? 0));
    } finally {
      solver.dispose();
    }
  }
  const values = new Float64Array(model.data.numCols);
  for (const choice of model.choices) values[choice.column] = known.get(nameOf(choice)) ?? 0;
  const sum = (terms: readonly Term[]) =>
    terms.reduce((total, [column, factor]) => total + factor * (values[column] ?? 0), 0);
  for (const { column, before, after } of model.losses)
    values[column] = Math.max(0, sum(before) - sum(after));
  return { indices: Int32Array.from(values, (_, column) => column), values };
}
