import type { TicketType } from '../../catalogue/domain/catalogue.js';

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

/** How the limits stand, by {@link keyOf}; one that is missing has given out nothing. */
export type Counts = ReadonlyMap<string, Count>;

/** Whom an organisation's limits count by: the organisation, or a booking of its own where there is none. */
export const organisationKey = (organisationId: string | null, bookingId: string | null): string =>
  organisationId ?? `guest:${bookingId ?? ''}`;

/**
 * The pools that places of a ticket type take something from.
 *
 * @param whose `organisationKey`; `null`: nobody's yet, so that no limit for each organisation counts
 */
export function poolKeys({ pools }: Pick<TicketType, 'pools'>, whose: string | null): CountKey[] {
  return pools.flatMap(({ id, perOrganisation }): CountKey[] => {
    if (!perOrganisation) return [{ kind: 'pool', subjectId: id, organisation: '' }];
    return whose === null ? [] : [{ kind: 'pool', subjectId: id, organisation: whose }];
  });
}

/** An organisation's share of a free allocation. */
export const allocationKey = (id: string, whose: string | null): CountKey => ({
  kind: 'allocation',
  subjectId: id,
  organisation: whose ?? '',
});

/** The uses of a code. */
export const codeKey = (id: string): CountKey => ({ kind: 'code', subjectId: id, organisation: '' });
