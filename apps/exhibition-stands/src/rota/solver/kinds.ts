import type { ModelWriter, Term } from '#solver';
import type { Member, Shift, Timetable } from '../domain/timetable.js';
import type { ChoiceColumn } from './model-columns.js';
import type { ModelMeaning } from './model-meaning.js';

/** How many people of a kind are in a shift, of those for whom only the time was chosen. */
export interface CountColumn {
  readonly column: number;
  readonly shift: Shift;
  /** Somebody of the kind: for the rules about a shift they are all alike. */
  readonly like: Member;
  /** The columns of all who are counted here and in the other shifts of the time. */
  readonly among: readonly ChoiceColumn[];
}

/** What the rules about a shift know people by. */
function kindOf(timetable: Timetable): (member: Member) => string {
  const asked = [...new Set(['lead', ...timetable.problem.slots.flatMap(({ skills }) => skills)])];
  return ({ person, skills }) =>
    JSON.stringify([person.experienced, asked.filter((skill) => skills.has(skill))]);
}

/** Adds for each shift how many of each kind are in it, so that all counts of a time come to those who chose that time. */
export function addCounts(
  writer: ModelWriter<ModelMeaning>,
  timetable: Timetable,
  choices: readonly ChoiceColumn[],
): readonly CountColumn[] {
  const kind = kindOf(timetable);
  const open = choices.filter(({ shifts }) => shifts.length > 1);
  // Who has a column of their own for one of the shifts is counted among the others only.
  const groups = Map.groupBy(open, ({ member, shifts }) =>
    JSON.stringify([kind(member), shifts.map(({ index }) => index)]),
  );
  return [...groups.values()].flatMap((among) => {
    const [first] = among;
    if (!first) return [];
    const counts = first.shifts.map((shift) => ({
      shift,
      like: first.member,
      among,
      column: writer.column(0, 0, Math.min(shift.slot.need, among.length)),
    }));
    const terms = [
      ...among.map(({ column }): Term => [column, 1]),
      ...counts.map(({ column }): Term => [column, -1]),
    ];
    writer.row(0, 0, terms, {
      rule: 'cover',
      person: null,
      slots: first.shifts.map(({ slot }) => slot.id),
      day: first.shifts[0].slot.day,
    });
    return counts;
  });
}
