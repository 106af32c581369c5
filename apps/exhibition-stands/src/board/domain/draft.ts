/** What is decided of somebody in a shift. */
export interface PlaceState {
  readonly isLead: boolean;
  /** Staff want it so: no fill moves it. */
  readonly isPinned: boolean;
  readonly source: 'fill' | 'hand';
}

/** A shift and somebody of the team, both by id. */
export interface Pairing {
  readonly shift: string;
  readonly member: string;
}

/** Somebody in a shift. */
export interface Place extends Pairing, PlaceState {}

/** Who is where in a rota that is not published yet. */
export interface Draft {
  readonly places: readonly Place[];
  /** Whom staff do not want where. */
  readonly forbidden: readonly Pairing[];
}

/** One difference between a draft before and after a step. */
export type DraftChange = Pairing &
  (
    | { readonly kind: 'place'; readonly before: PlaceState | null; readonly after: PlaceState | null }
    | { readonly kind: 'forbidden'; readonly before: boolean; readonly after: boolean }
    /** The shift itself is another, or gone; it concerns nobody by name. */
    | { readonly kind: 'shift'; readonly member: '' }
  );

/** A key of its own for each pairing. */
export const keyOf = ({ shift, member }: Pairing): string => `${shift} ${member}`;

const byKey = <Item extends Pairing>(items: readonly Item[]): Map<string, Item> =>
  new Map(items.map((item) => [keyOf(item), item]));

const stateOf = ({ isLead, isPinned, source }: PlaceState): PlaceState => ({ isLead, isPinned, source });

const isSameState = (one: PlaceState | null, other: PlaceState | null): boolean =>
  one === other ||
  (one !== null &&
    other !== null &&
    one.isLead === other.isLead &&
    one.isPinned === other.isPinned &&
    one.source === other.source);

/** What a draft says that another does not, the other way round too. */
export function changesBetween(before: Draft, after: Draft): readonly DraftChange[] {
  const [was, is] = [byKey(before.places), byKey(after.places)];
  const places = [...new Map([...was, ...is]).entries()].flatMap(
    ([key, { shift, member }]): DraftChange[] => {
      const [old, now] = [was.get(key), is.get(key)];
      const change = { before: old ? stateOf(old) : null, after: now ? stateOf(now) : null };
      return isSameState(change.before, change.after) ? [] : [{ kind: 'place', shift, member, ...change }];
    },
  );
  const [ruled, rules] = [byKey(before.forbidden), byKey(after.forbidden)];
  const forbidden = [...new Map([...ruled, ...rules]).entries()].flatMap(
    ([key, { shift, member }]): DraftChange[] =>
      ruled.has(key) === rules.has(key)
        ? []
        : [{ kind: 'forbidden', shift, member, before: ruled.has(key), after: rules.has(key) }],
  );
  return [...places, ...forbidden];
}

/** A draft with changes made. */
export function withChanges(draft: Draft, changes: readonly DraftChange[]): Draft {
  const [places, forbidden] = [byKey(draft.places), byKey(draft.forbidden)];
  for (const change of changes) {
    const { shift, member } = change;
    const key = keyOf(change);
    if (change.kind === 'place') {
      if (change.after === null) places.delete(key);
      else places.set(key, { shift, member, ...change.after });
    } else if (change.kind === 'shift') continue;
    else if (change.after) forbidden.set(key, { shift, member });
    else forbidden.delete(key);
  }
  return { places: [...places.values()], forbidden: [...forbidden.values()] };
}

/** The changes that take others back. */
export const reversed = (changes: readonly DraftChange[]): readonly DraftChange[] =>
  changes.map((change) => {
    if (change.kind === 'place') return { ...change, before: change.after, after: change.before };
    if (change.kind === 'forbidden') return { ...change, before: change.after, after: change.before };
    return change;
  });
