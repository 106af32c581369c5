import { v7 as uuidv7 } from 'uuid';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { dateOf } from '#platform';
import { keyOf, type CountKey, type Counts } from './domain/limits.js';
import type { TakenPlace } from './domain/take.js';
import type { PlaceRow } from './place.entity.js';

/** Whose the places are that are written. */
export interface PlacesOwner {
  readonly conferenceId: string;
  readonly bookingId: string | null;
  readonly organisationId: string | null;
  readonly offerId: string | null;
  readonly madeAt: Temporal.Instant;
}

interface More {
  readonly key: CountKey;
  readonly places: number;
}

// New counts, more taken from counts, new places and kept ones that become somebody's: one statement, as the conference's
// lock is held until it has come back.
const statement = `
  WITH counted AS (
    INSERT INTO counts (id, conference_id, kind, subject_id, organisation, taken)
    SELECT id, $1, kind, subject_id, organisation, taken
    FROM unnest($2::uuid[], $3::text[], $4::uuid[], $5::text[], $6::integer[]) AS c (id, kind, subject_id, organisation, taken)
    ON CONFLICT ON CONSTRAINT counts_subject_key DO UPDATE SET taken = counts.taken + excluded.taken
  )
  INSERT INTO places (id, conference_id, ticket_type_id, status, count_ids, organisation_id, booking_id, delegate_id, code_id,
    free_allocation_id, offer_id, net_pence, vat_basis_points, made_at)
  SELECT id, $1, ticket_type_id, status, count_ids::uuid[], $7, $8, delegate_id, code_id, allocation_id, $9, net_pence,
    vat_basis_points, $10
  FROM unnest($11::uuid[], $12::uuid[], $13::text[], $14::text[], $15::uuid[], $16::uuid[], $17::uuid[], $18::integer[],
    $19::integer[]) AS p (id, ticket_type_id, status, count_ids, delegate_id, code_id, allocation_id, net_pence, vat_basis_points)
  ON CONFLICT (id) DO UPDATE SET status = excluded.status, count_ids = excluded.count_ids,
    organisation_id = excluded.organisation_id, booking_id = excluded.booking_id,
    delegate_id = coalesce(excluded.delegate_id, places.delegate_id), code_id = excluded.code_id,
    free_allocation_id = excluded.free_allocation_id, offer_id = coalesce(excluded.offer_id, places.offer_id),
    net_pence = excluded.net_pence, vat_basis_points = excluded.vat_basis_points`;

/**
 * Writes places that may be had, and what their limits have given out with them.
 *
 * @param more how much more each limit has given out
 * @param counts as they were read under the lock
 */
export async function writePlaces(
  manager: EntityManager,
  owner: PlacesOwner,
  places: readonly TakenPlace[],
  more: readonly More[],
  counts: Counts,
): Promise<PlaceRow[]> {
  const ids = new Map([...counts].map(([name, { id }]) => [name, id]));
  for (const { key } of more) if (!ids.has(keyOf(key))) ids.set(keyOf(key), uuidv7());
  const rows = places.map((place) => rowOf(owner, place, ids));
  const list = <Name extends keyof PlaceRow>(name: Name) => rows.map((row) => row[name]);
  await manager.query(statement, [
    owner.conferenceId,
    more.map(({ key }) => ids.get(keyOf(key))),
    more.map(({ key }) => key.kind),
    more.map(({ key }) => key.subjectId),
    more.map(({ key }) => key.organisation),
    more.map(({ places }) => places),
    owner.organisationId,
    owner.bookingId,
    owner.offerId,
    dateOf(owner.madeAt),
    list('id'),
    list('ticketTypeId'),
    list('status'),
    rows.map(({ countIds }) => `{${countIds.join(',')}}`),
    list('delegateId'),
    list('codeId'),
    list('freeAllocationId'),
    list('netPence'),
    list('vatBasisPoints'),
  ]);
  return rows;
}

function rowOf(owner: PlacesOwner, place: TakenPlace, ids: ReadonlyMap<string, string>): PlaceRow {
  const { from, keys, delegateId, ticketTypeId, status, codeId, allocationId, netPence, vatBasisPoints } =
    place;
  const own = keys.flatMap((key) => ids.get(keyOf(key)) ?? []);
  return {
    id: from?.id ?? uuidv7(),
    conferenceId: owner.conferenceId,
    ticketTypeId,
    status,
    // What only applies has taken nothing, so no limit needs to know of it.
    countIds: status === 'applied' ? [] : [...new Set([...(from?.countIds ?? []), ...own])],
    organisationId: owner.organisationId,
    bookingId: owner.bookingId,
    delegateId,
    codeId,
    freeAllocationId: allocationId,
    offerId: owner.offerId,
    netPence,
    vatBasisPoints,
    madeAt: dateOf(owner.madeAt),
    releasedAt: null,
  };
}
