/** Whom to share out. */
export interface Sharer {
  readonly id: string;
  /** `null`: they come for no organisation that the network knows. */
  readonly organisationId: string | null;
}

/** Whether those of an organisation go together, or to as many groups as they can. */
export const shareWays = ['together', 'apart'] as const;

export type ShareWay = (typeof shareWays)[number];

/**
 * Shares travellers out among groups. Kept apart, the groups’ sizes differ by one at most, and so do the numbers of any
 * organisation’s travellers in them. Kept together, nobody is parted from those of their organisation, the largest are seated first,
 * each where the fewest are. The same travellers, in whatever order, are shared out alike.
 *
 * @param groupIds at least one
 * @returns traveller’s id → group’s id
 * @throws RangeError without a group
 */
export function shareOut(
  travellers: readonly Sharer[],
  groupIds: readonly string[],
  way: ShareWay,
): ReadonlyMap<string, string> {
  const [first] = groupIds;
  if (first === undefined) throw new RangeError('there is no group to share out among');
  const shared = new Map<string, string>();
  if (way === 'apart') {
    const inTurn = organisationsOf(travellers).flat();
    for (const [index, { id }] of inTurn.entries()) {
      shared.set(id, groupIds[index % groupIds.length] ?? first);
    }
    return shared;
  }
  const sizes = new Map(groupIds.map((id) => [id, 0]));
  for (const organisation of organisationsOf(travellers)) {
    const smallest = groupIds.reduce((a, b) => ((sizes.get(b) ?? 0) < (sizes.get(a) ?? 0) ? b : a), first);
    for (const { id } of organisation) shared.set(id, smallest);
    sizes.set(smallest, (sizes.get(smallest) ?? 0) + organisation.length);
  }
  return shared;
}

/** Those of an organisation together, the largest first; whoever comes for none is one for themselves. */
function organisationsOf(travellers: readonly Sharer[]): readonly (readonly Sharer[])[] {
  const organisations = new Map<string, Sharer[]>();
  for (const traveller of travellers.toSorted((a, b) => compare(a.id, b.id))) {
    const key = traveller.organisationId ?? `nobody ${traveller.id}`;
    organisations.set(key, [...(organisations.get(key) ?? []), traveller]);
  }
  return [...organisations]
    .toSorted(([a, ofA], [b, ofB]) => ofB.length - ofA.length || compare(a, b))
    .map(([, of]) => of);
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
