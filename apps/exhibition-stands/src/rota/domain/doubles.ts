import type { Member } from './timetable.js';

/** Those who are entered more than once: for each of them their entries. */
export function doublesOf(members: readonly Member[]): readonly (readonly Member[])[] {
  const named = members.filter(({ person }) => (person.identity ?? null) !== null);
  const people = Map.groupBy(named, ({ person }) => person.identity);
  return [...people.values()].filter(({ length }) => length > 1);
}
