import { changesBetween, type FieldChange, type Words } from '#checks';

/** A leg as its traveller was told of it, in words. */
export interface ToldLeg {
  readonly legId: string;
  readonly title: string;
  /** "Departs" → "Sunday 11 March 2035, 7.40am London time" */
  readonly facts: Words;
}

/** What became of somebody's legs since they were told of them. */
export interface LegChanges {
  readonly added: readonly ToldLeg[];
  readonly removed: readonly ToldLeg[];
  readonly changed: readonly { readonly leg: ToldLeg; readonly changes: readonly FieldChange[] }[];
}

/** @param before as they were told, in any order */
export function legChanges(before: readonly ToldLeg[], after: readonly ToldLeg[]): LegChanges {
  const known = new Map(before.map((leg) => [leg.legId, leg]));
  const left = new Set(after.map(({ legId }) => legId));
  return {
    added: after.filter(({ legId }) => !known.has(legId)),
    removed: before.filter(({ legId }) => !left.has(legId)),
    changed: after.flatMap((leg) => {
      const was = known.get(leg.legId);
      if (was === undefined) return [];
      const changes = changesBetween({ Leg: was.title, ...was.facts }, { Leg: leg.title, ...leg.facts });
      return changes.length === 0 ? [] : [{ leg, changes }];
    }),
  };
}

/** Whether somebody has been told all that there is. */
export const isNothingNew = ({ added, removed, changed }: LegChanges): boolean =>
  added.length + removed.length + changed.length === 0;
