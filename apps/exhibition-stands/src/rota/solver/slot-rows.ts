import type { ModelWriter, Term } from '#solver';
import type { SetRule } from '../domain/answer.js';
import type { Member, Shift, Timetable } from '../domain/timetable.js';
import type { DayColumns } from './model-columns.js';
import type { ModelMeaning } from './model-meaning.js';

/** One person, or a number of people of the same kind, in a shift. */
export interface PlacedColumn {
  readonly column: number;
  readonly like: Member;
}

/** Adds the rules about one open shift: its places, those kept for leads and skills, first-timers; and prices what is short. */
export function addSlotRows(
  writer: ModelWriter<ModelMeaning>,
  timetable: Timetable,
  shift: Shift,
  places: readonly PlacedColumn[],
): void {
  const { slot } = shift;
  const { rules, weights } = timetable.problem;
  const meaning = (rule: SetRule): ModelMeaning => ({ rule, person: null, slots: [slot.id], day: slot.day });
  const term = ({ column }: PlacedColumn): Term => [column, 1];
  const short = writer.column(weights.short, 0, slot.need);
  writer.row(slot.need, slot.need, [...places.map(term), [short, 1]], meaning('cover'));

  /** Those without a skill may have all places but those that are kept for it. */
  const keep = (rule: SetRule, skill: string, kept: number) => {
    const others = places.filter(({ like }) => !like.skills.has(skill));
    const most = Math.max(0, slot.need - kept);
    if (others.length > 0) writer.atMost(most, others.map(term), meaning(rule));
  };
  if (slot.leads > 0) keep('lead', 'lead', slot.leads);
  for (const skill of new Set(slot.skills)) keep('skill', skill, 1);

  const isFirst = ({ like }: PlacedColumn) => !like.person.experienced;
  if (places.some(isFirst))
    writer.atMost(
      0,
      places.map((place): Term => [place.column, isFirst(place) ? 1 : -rules.firstTimersPerExperienced]),
      meaning('first-timer'),
    );
}

/**
 * Adds how many people come on each day, and the limits on that. A number of its own for each day gives the search
 * something to branch on: part of a person proves nothing, part of a day's people does.
 */
export function addDayRows(writer: ModelWriter<ModelMeaning>, timetable: Timetable, days: DayColumns): void {
  const limits = timetable.problem.rules.passesPerDay;
  for (const day of new Set(timetable.shifts.map(({ slot }) => slot.day))) {
    const columns = [...days.values()].flatMap((ofMember) => ofMember.get(day) ?? []);
    if (columns.length === 0) continue;
    const terms = columns.map((column): Term => [column, 1]);
    const meaning = { rule: 'passes-a-day', person: null, slots: [], day } as const;
    writer.row(0, 0, [...terms, [writer.column(0, 0, columns.length), -1]], meaning);
    writer.atMost(limits[day] ?? columns.length, terms, meaning);
  }
}
