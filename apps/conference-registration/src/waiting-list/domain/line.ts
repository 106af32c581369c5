/** Somebody who waits for places of one ticket type. */
export interface Waiting {
  readonly id: string;
  /** How many they still wait for, at least 1. */
  readonly wanted: number;
  /** All of them at once, or as many as there are. */
  readonly allTogether: boolean;
  /** How many one booking has at least. */
  readonly least: number;
  /** What each of the places would take something from. */
  readonly limits: readonly LimitToPass[];
}

/** One limit, by whatever name it has. */
export interface LimitToPass {
  readonly key: string;
  /** How many places it allows in all. */
  readonly capacity: number;
}

/** What comes of walking the line once. */
export interface Walk {
  /** In the order of the line. */
  readonly offers: readonly { readonly id: string; readonly places: number }[];
  /** By the id of each who goes on waiting: the limits that keep them waiting. */
  readonly blocked: ReadonlyMap<string, readonly string[]>;
}

/**
 * Decides who is offered what is free, walking the line from its beginning. The order is strict: whoever waits keeps what
 * they wait for from all who came later, also where it is too little for a party that wants to stay together. Somebody
 * further back is served only where nothing that they need is waited for by anybody before them.
 *
 * @param line in the order in which they joined
 * @param taken how many places each limit has given out
 */
export function walkLine(line: readonly Waiting[], taken: ReadonlyMap<string, number>): Walk {
  const given = new Map(taken);
  const waitedFor = new Set<string>();
  const offers: { id: string; places: number }[] = [];
  const blocked = new Map<string, readonly string[]>();
  const room = ({ key, capacity }: LimitToPass) =>
    waitedFor.has(key) ? 0 : Math.max(0, capacity - (given.get(key) ?? 0));
  for (const entry of line) {
    const { id, wanted, limits } = entry;
    const places = offeredTo(
      entry,
      limits.reduce((most, limit) => Math.min(most, room(limit)), wanted),
    );
    if (places > 0) {
      offers.push({ id, places });
      for (const { key } of limits) given.set(key, (given.get(key) ?? 0) + places);
    }
    if (places === wanted) continue;
    const short = limits.filter((limit) => room(limit) < wanted - places).map(({ key }) => key);
    blocked.set(id, short);
    for (const key of short) waitedFor.add(key);
  }
  return { offers, blocked };
}

/** How many of those that are free: each part of a party is a booking of its own, so none may be too small for one. */
function offeredTo({ wanted, allTogether, least }: Waiting, free: number): number {
  if (free >= wanted) return wanted;
  const part = Math.min(free, wanted - least);
  return allTogether || part < least ? 0 : part;
}

/**
 * Where somebody stands: 1 is next.
 *
 * @param line those who wait, in order, with the limits that keep each waiting
 * @returns `null`: they wait no longer
 */
export function placeInLine(
  line: readonly { readonly id: string; readonly blockedBy: readonly string[] }[],
  id: string,
): number | null {
  const index = line.findIndex((each) => each.id === id);
  const own = line[index];
  if (own === undefined) return null;
  const mine = new Set(own.blockedBy);
  return 1 + line.slice(0, index).filter(({ blockedBy }) => blockedBy.some((each) => mine.has(each))).length;
}
