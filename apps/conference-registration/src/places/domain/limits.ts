/** What a count counts: places of a pool, free places of an allocation, uses of a code. */
export type CountKind = 'pool' | 'allocation' | 'code';

/**
 * Where a place stands. `reserved`: kept by a code; `offered`: kept by an open offer; `applied`: asked for, takes nothing
 * until it is accepted; `released`: given back.
 */
export type PlaceStatus = 'reserved' | 'offered' | 'held' | 'applied' | 'confirmed' | 'released';

/** In which a place takes something from its counts. */
export const takingStatuses: readonly PlaceStatus[] = ['reserved', 'offered', 'held', 'confirmed'];

/** Names one limit: a pool, an allocation or a code, and the organisation where each has its own. */
export interface CountKey {
  readonly kind: CountKind;
  readonly subjectId: string;
  /** Empty where the limit is for all together. */
  readonly organisation: string;
}

/** A {@link CountKey} as one text. */
export const keyOf = ({ kind, subjectId, organisation }: CountKey): string =>
  `${kind}:${subjectId}:${organisation}`;

/** How a limit stands. */
export interface Count {
  readonly id: string;
  readonly taken: number;
  /** Entries of the waiting list that it keeps waiting; while there are any, nobody else may have what becomes free. */
  readonly queued: number;
}

/** Whom an organisation's limits count by: the organisation, or a booking of its own where there is none. */
export const organisationKey = (organisationId: string | null, bookingId: string | null): string =>
  organisationId ?? `guest:${bookingId ?? ''}`;
