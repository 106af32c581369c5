import type { Current } from './rota-diff.js';

/** What was written, as far as it concerns people. */
interface Written {
  readonly assigned: readonly Current[];
  readonly changed: readonly { readonly before: Current; readonly after: Current }[];
  readonly unassigned: readonly Current[];
}

/** What is different for one person. */
export interface ToldPerson extends Written {
  readonly memberId: string;
}

/** What was written, person by person, each list in the order of time. */
export function byPerson({ assigned, changed, unassigned }: Written): readonly ToldPerson[] {
  const ids = [
    ...new Set([
      ...assigned.map(({ memberId }) => memberId),
      ...changed.map(({ after }) => after.memberId),
      ...unassigned.map(({ memberId }) => memberId),
    ]),
  ];
  return ids.map((memberId) => ({
    memberId,
    assigned: inTime(assigned.filter((one) => one.memberId === memberId)),
    changed: changed
      .filter(({ after }) => after.memberId === memberId)
      .toSorted((a, b) => compare(a.after, b.after)),
    unassigned: inTime(unassigned.filter((one) => one.memberId === memberId)),
  }));
}

/** In the order in which they begin. */
export const inTime = (shifts: readonly Current[]): readonly Current[] => shifts.toSorted(compare);

const compare = (a: Current, b: Current): number =>
  a.terms.start.epochMilliseconds - b.terms.start.epochMilliseconds || (a.id < b.id ? -1 : 1);
