import type { RotaPlacement } from '../domain/problem.js';
import type { Tally } from '../domain/tally.js';
import type { Member, Shift } from '../domain/timetable.js';
import type { RotaModel } from './build-model.js';

/** Who is where by the values of the columns. */
export function placementsFrom(model: RotaModel, values: ArrayLike<number>): readonly RotaPlacement[] {
  const valueOf = (column: number) => Math.round(values[column] ?? 0);
  const placement = (member: Member, shift: Shift) => ({ person: member.person.id, slot: shift.slot.id });
  const alone = model.choices
    .filter(({ column, shifts }) => shifts.length === 1 && valueOf(column) === 1)
    .map(({ member, shifts }) => placement(member, shifts[0]));
  const shared = [...Map.groupBy(model.counts, ({ among }) => among)].flatMap(([among, counts]) => {
    const waiting = among.filter(({ column }) => valueOf(column) === 1).map(({ member }) => member);
    return counts.flatMap(({ column, shift }) =>
      waiting.splice(0, valueOf(column)).map((member) => placement(member, shift)),
    );
  });
  return [...alone, ...shared];
}

/** The values of the columns that say who is where, for a rota that is already known. */
export function valuesOf(model: RotaModel, rota: Tally): { indices: Int32Array; values: Float64Array } {
  const inShift = new Map<Shift, ReadonlySet<Member>>();
  const peopleIn = (shift: Shift): ReadonlySet<Member> => {
    const known = inShift.get(shift) ?? new Set(rota.membersOf(shift));
    inShift.set(shift, known);
    return known;
  };
  const entries = [
    ...model.choices.map(({ column, member, shifts }) => ({
      column,
      value: shifts.some((shift) => peopleIn(shift).has(member)) ? 1 : 0,
    })),
    ...model.counts.map(({ column, shift, among }) => ({
      column,
      value: among.filter(({ member }) => peopleIn(shift).has(member)).length,
    })),
  ];
  return {
    indices: Int32Array.from(entries, ({ column }) => column),
    values: Float64Array.from(entries, ({ value }) => value),
  };
}
