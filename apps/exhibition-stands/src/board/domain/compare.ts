import type { Pairing } from './draft.js';

/** Somebody in a shift, as far as people are told of it. */
export interface ToldPlace extends Pairing {
  readonly isLead: boolean;
}

/** What changes for one of the team. */
export interface MemberChanges {
  readonly member: string;
  /** Shifts that they get. */
  readonly gains: readonly string[];
  /** Shifts that they have no more. */
  readonly loses: readonly string[];
  /** Shifts that they keep, which they lead from now on, or do not lead any more. */
  readonly leads: readonly { readonly shift: string; readonly isLead: boolean }[];
}

/** What a rota changes for each of those who know another: only those for whom there is a difference, in the order of `after`. */
export function compareRotas(
  before: readonly ToldPlace[],
  after: readonly ToldPlace[],
): readonly MemberChanges[] {
  const [was, is] = [Map.groupBy(before, ({ member }) => member), Map.groupBy(after, ({ member }) => member)];
  return [...new Set([...is.keys(), ...was.keys()])]
    .map((member): MemberChanges => {
      const old = new Map(was.get(member)?.map(({ shift, isLead }) => [shift, isLead]));
      const now = new Map(is.get(member)?.map(({ shift, isLead }) => [shift, isLead]));
      return {
        member,
        gains: [...now.keys()].filter((shift) => !old.has(shift)),
        loses: [...old.keys()].filter((shift) => !now.has(shift)),
        leads: [...now]
          .filter(([shift, isLead]) => old.has(shift) && old.get(shift) !== isLead)
          .map(([shift, isLead]) => ({ shift, isLead })),
      };
    })
    .filter(({ gains, loses, leads }) => gains.length + loses.length + leads.length > 0);
}
