import type { Mark, MarkKind } from './mark.js';

/** How somebody stands in a count: as all say who saw the newest, or `contradiction` where they say different things. */
export type State = MarkKind | 'contradiction';

/** What is known of one traveller. */
export interface Stated<One extends Mark = Mark> {
  readonly state: State;
  /** The marks of which no other takes the place, in the order of their ids: those to be shown. */
  readonly standing: readonly One[];
  /** All that are known, for the `over` of the next. */
  readonly known: readonly string[];
}

/**
 * All marks of several lists, each once, in the order of their ids. Whatever the lists' order, and however often they repeat a
 * mark, it is the same.
 */
export function mergeMarks<One extends Mark>(...lists: readonly (readonly One[])[]): readonly One[] {
  const byId = new Map<string, One>();
  for (const mark of lists.flat()) if (!byId.has(mark.id)) byId.set(mark.id, mark);
  return [...byId.values()].toSorted((one, other) => (one.id < other.id ? -1 : 1));
}

/**
 * How a traveller stands by the marks of them. A mark takes the place of those that it was made over, and of those that they
 * were made over; never of one that whoever made it had not seen. Two that stand and differ are a contradiction, which
 * only a mark over both of them ends. Taking a mark back says nothing of the traveller, so it contradicts nobody.
 *
 * @param marks of one traveller, in any order, some perhaps twice
 */
export function statedOf<One extends Mark>(marks: readonly One[]): Stated<One> {
  const all = mergeMarks(marks);
  const below = reachOf(all);
  const takesPlaceOf = (one: One, other: One) => below.get(one.id)?.has(other.id) === true;
  // Marks that claim to have seen each other, which no honest phone makes, all stand: nothing is lost.
  const heads = all.filter(
    (mark) => !all.some((other) => takesPlaceOf(other, mark) && !takesPlaceOf(mark, other)),
  );
  const standing = heads.filter(({ kind }) => kind !== 'open');
  const kinds = new Set(standing.map(({ kind }) => kind));
  const [first = 'open'] = kinds;
  return { state: kinds.size > 1 ? 'contradiction' : first, standing, known: all.map(({ id }) => id) };
}

/** Of each mark, all that it was made over, directly or by way of others. */
function reachOf(marks: readonly Mark[]): ReadonlyMap<string, ReadonlySet<string>> {
  const byId = new Map(marks.map((mark) => [mark.id, mark]));
  return new Map(
    marks.map((mark) => {
      const reached = new Set<string>();
      const open = [...mark.over];
      for (let id = open.pop(); id !== undefined; id = open.pop()) {
        if (reached.has(id)) continue;
        reached.add(id);
        open.push(...(byId.get(id)?.over ?? []));
      }
      return [mark.id, reached] as const;
    }),
  );
}

/** How a count stands. */
export interface Tally<One extends Mark = Mark> {
  /** Of everybody who should be there, in the order of the list. */
  readonly people: ReadonlyMap<string, Stated<One>>;
  readonly numbers: Readonly<Record<State, number>>;
  /** Whether every name is accounted for: here, elsewhere with leave, or missing. */
  readonly isAccounted: boolean;
}

/** @param expected ids of those who should be there */
export function tallyOf<One extends Mark>(expected: readonly string[], marks: readonly One[]): Tally<One> {
  const byTraveller = Map.groupBy(marks, ({ travellerId }) => travellerId);
  const people = new Map(expected.map((id) => [id, statedOf(byTraveller.get(id) ?? [])]));
  const numbers = { here: 0, elsewhere: 0, missing: 0, open: 0, contradiction: 0 };
  for (const { state } of people.values()) numbers[state] += 1;
  const isAccounted = people.size > 0 && numbers.open === 0 && numbers.contradiction === 0;
  return { people, numbers, isAccounted };
}
