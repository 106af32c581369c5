import { changesBetween, type FieldChange, type Words } from '#checks';

/** Somebody on a manifest; who they are is told from the travellers, so that what is kept of a version names nobody. */
export interface ManifestPlace {
  readonly travellerId: string;
  readonly seat: string | null;
}

/** A manifest as it was sent to whoever drives. */
export interface SentManifest {
  /** "Departs" → "Sunday 11 March 2035, 7.40am London time" */
  readonly facts: Words;
  readonly places: readonly ManifestPlace[];
}

/** What became of it since. */
export interface ManifestChanges {
  readonly facts: readonly FieldChange[];
  /** Ids of travellers. */
  readonly joined: readonly string[];
  readonly left: readonly string[];
  readonly moved: readonly {
    readonly travellerId: string;
    readonly before: string;
    readonly after: string;
  }[];
}

/** What the list says now that it did not say when it was sent, and the other way round. */
export function manifestChanges(sent: SentManifest, now: SentManifest): ManifestChanges {
  const before = new Map(sent.places.map(({ travellerId, seat }) => [travellerId, seat]));
  const after = new Set(now.places.map(({ travellerId }) => travellerId));
  return {
    facts: changesBetween(sent.facts, now.facts),
    joined: now.places
      .filter(({ travellerId }) => !before.has(travellerId))
      .map(({ travellerId }) => travellerId),
    left: sent.places
      .filter(({ travellerId }) => !after.has(travellerId))
      .map(({ travellerId }) => travellerId),
    moved: now.places.flatMap(({ travellerId, seat }) => {
      const was = before.get(travellerId);
      if (was === undefined || was === seat) return [];
      return [{ travellerId, before: was ?? 'no seat', after: seat ?? 'no seat' }];
    }),
  };
}

export const isSameManifest = ({ facts, joined, left, moved }: ManifestChanges): boolean =>
  facts.length + joined.length + left.length + moved.length === 0;

/** A driver's link leads nowhere any more so many hours after the arrival. */
export const driverLinkHours = 24;
