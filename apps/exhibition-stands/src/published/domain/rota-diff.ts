import { Temporal } from 'temporal-polyfill';

/** What somebody is told of a shift. */
export interface ShiftTerms {
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
  /** "Reception"; empty for the usual. */
  readonly label: string;
  readonly isLead: boolean;
  /** The venue and its city; `null`: not known yet. */
  readonly place: { readonly name: string; readonly address: string | null } | null;
  /** "Hall 2, stand 14"; `null`: not known yet. */
  readonly stand: string | null;
}

/** Somebody in a shift, as they are to be told of it. */
export interface Wanted {
  readonly shiftId: string;
  readonly memberId: string;
  readonly terms: ShiftTerms;
}

export type CurrentStatus = 'assigned' | 'dropped-out' | 'checked-in' | 'no-show';

/** Somebody in a shift, as they were told of it, and what has become of it. */
export interface Current extends Wanted {
  readonly id: string;
  readonly status: CurrentStatus;
  /** Of what was told: rises with each message. */
  readonly version: number;
}

/** What a changed shift says otherwise. */
export type ChangedPart = 'time' | 'place' | 'lead' | 'label';

/** What turns who has which shift now into a new rota. Everybody whom it names is told, and nobody else. */
export interface RotaDiff {
  /** `former`: they had the shift before and dropped out of it. */
  readonly assigned: readonly { readonly wanted: Wanted; readonly former: Current | null }[];
  readonly changed: readonly {
    readonly before: Current;
    readonly terms: ShiftTerms;
    readonly what: readonly ChangedPart[];
  }[];
  readonly unassigned: readonly Current[];
}

/** Whether they have the shift: it is theirs, or they are there. */
export const hasIt = ({ status }: Pick<Current, 'status'>): boolean =>
  status === 'assigned' || status === 'checked-in';

const keyOf = ({ shiftId, memberId }: Pick<Wanted, 'shiftId' | 'memberId'>): string =>
  `${shiftId} ${memberId}`;

const isBefore = (one: Temporal.Instant, other: Temporal.Instant | null): boolean =>
  other !== null && Temporal.Instant.compare(one, other) < 0;

/** What of a shift is not as somebody was told. */
export function changedParts(before: ShiftTerms, after: ShiftTerms): readonly ChangedPart[] {
  const isSamePlace =
    before.stand === after.stand &&
    before.place?.name === after.place?.name &&
    before.place?.address === after.place?.address;
  return [
    ...(before.start.equals(after.start) && before.end.equals(after.end) ? [] : ['time' as const]),
    ...(isSamePlace ? [] : ['place' as const]),
    ...(before.isLead === after.isLead ? [] : ['lead' as const]),
    ...(before.label === after.label ? [] : ['label' as const]),
  ];
}

/**
 * What has to happen for a rota to be the current one. What has begun is as it was: nobody is put into it or taken out of it.
 *
 * @param current each shift and member once
 * @param wanted the new rota, each shift and member once
 * @param settledBefore shifts that people know to begin before this are settled; `null`: none is, as nobody was told of any
 */
export function diffRota(
  current: readonly Current[],
  wanted: readonly Wanted[],
  settledBefore: Temporal.Instant | null,
): RotaDiff {
  const isSettled = ({ terms }: Wanted) => isBefore(terms.start, settledBefore);
  const known = new Map(current.map((one) => [keyOf(one), one]));
  const wants = new Set(wanted.map(keyOf));
  const diff = {
    assigned: [] as RotaDiff['assigned'][number][],
    changed: [] as RotaDiff['changed'][number][],
  };
  for (const want of wanted) {
    const before = known.get(keyOf(want));
    if (before !== undefined && isSettled(before)) continue;
    if (before !== undefined && hasIt(before)) {
      const what = changedParts(before.terms, want.terms);
      if (what.length > 0) diff.changed.push({ before, terms: want.terms, what });
    } else if (!isSettled(want)) {
      diff.assigned.push({ wanted: want, former: before ?? null });
    }
  }
  const unassigned = current.filter((one) => hasIt(one) && !isSettled(one) && !wants.has(keyOf(one)));
  return { ...diff, unassigned };
}

/**
 * Who has which shift once a diff is done.
 *
 * @param newId gives the id of each part in a shift that is new
 */
export function applyDiff(
  current: readonly Current[],
  { assigned, changed, unassigned }: RotaDiff,
  newId: (wanted: Wanted) => string,
): readonly Current[] {
  const gone = new Set(unassigned.map(({ id }) => id));
  const fresh = new Map<string, Current>();
  for (const { before, terms } of changed)
    fresh.set(before.id, { ...before, terms, version: before.version + 1 });
  for (const { wanted, former } of assigned) {
    const id = former?.id ?? newId(wanted);
    fresh.set(id, { ...wanted, id, status: 'assigned', version: (former?.version ?? 0) + 1 });
  }
  const kept = current.filter(({ id }) => !gone.has(id)).map((one) => fresh.get(one.id) ?? one);
  const known = new Set(current.map(({ id }) => id));
  return [...kept, ...[...fresh.values()].filter(({ id }) => !known.has(id))];
}

/** Ids of the members whom a diff concerns. */
export const concernedBy = ({ assigned, changed, unassigned }: RotaDiff): ReadonlySet<string> =>
  new Set([
    ...assigned.map(({ wanted }) => wanted.memberId),
    ...changed.map(({ before }) => before.memberId),
    ...unassigned.map(({ memberId }) => memberId),
  ]);
