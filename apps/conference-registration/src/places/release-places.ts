import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { dateOf } from '#platform';
import { isInForce, type Catalogue } from '../catalogue/domain/catalogue.js';
import { CLOCK, type Clock } from '../tokens.js';
import { limitsOf } from './domain/limits-of.js';
import { takingStatuses, type PlaceStatus } from './domain/limits.js';
import { dayThere } from './domain/on-sale.js';
import { decide } from './domain/take.js';
import type { Taking } from './domain/wanted.js';
import { PLACES_FREED, type PlacesFreed } from './places-freed.js';
import { readCounts } from './read-counts.js';
import { writePlaces } from './write-places.js';

/** A place that was given back, as it was. */
interface Gone {
  readonly id: string;
  readonly status: PlaceStatus;
  readonly ticketTypeId: string;
  readonly codeId: string | null;
}

/** Gives places back, under the conference's lock. */
@Injectable()
export class ReleasePlaces {
  constructor(
    @Inject(PLACES_FREED) private readonly placesFreed: PlacesFreed,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Places that were had with a code that keeps places are kept by it again while it is in force; all else goes to those who
   * wait, or to whoever comes.
   *
   * @param catalogue as `LockPlaces` gave it to this transaction
   * @param placeIds those that were given back before are passed over
   * @returns how many were given back
   */
  async run(manager: EntityManager, catalogue: Catalogue, placeIds: readonly string[]): Promise<number> {
    const released = await this.giveBack(manager, catalogue, placeIds);
    if (released > 0) await this.placesFreed.freed(manager, catalogue);
    return released;
  }

  /** As {@link run}, but tells nobody yet who waits for them: whoever calls it does, in the same transaction. */
  async giveBack(manager: EntityManager, catalogue: Catalogue, placeIds: readonly string[]): Promise<number> {
    if (placeIds.length === 0) return 0;
    const gone: Gone[] = await manager.query(
      `WITH gone AS (
         SELECT id, status, ticket_type_id, code_id, count_ids FROM places
         WHERE conference_id = $1 AND id = ANY($2::uuid[]) AND status <> 'released'
       ), released AS (
         UPDATE places SET status = 'released', released_at = $3 FROM gone WHERE places.id = gone.id
       ), counted AS (
         UPDATE counts SET taken = taken - less.places
         FROM (SELECT count_id, count(*) AS places FROM gone, unnest(count_ids) AS count_id
           WHERE status = ANY($4::text[]) GROUP BY count_id) less
         WHERE counts.id = less.count_id
       )
       SELECT id, status, ticket_type_id AS "ticketTypeId", code_id AS "codeId" FROM gone`,
      [catalogue.conference.id, placeIds, dateOf(this.clock()), takingStatuses],
    );
    await this.keepAgain(manager, catalogue, gone);
    return gone.length;
  }

  /** The places of codes that keep places are not free for others. */
  private async keepAgain(
    manager: EntityManager,
    catalogue: Catalogue,
    gone: readonly Gone[],
  ): Promise<void> {
    const now = this.clock();
    for (const code of catalogue.codes) {
      if (!code.reserves || !isInForce(code, now)) continue;
      const wanted = gone
        .filter(({ codeId, status }) => codeId === code.id && (status === 'held' || status === 'confirmed'))
        .map(({ ticketTypeId }) => ({ ticketTypeId, delegateId: null }));
      if (wanted.length === 0) continue;
      const taking: Taking = {
        category: 'non-member',
        organisationId: code.organisationId,
        organisationKey: code.organisationId,
        discountPercent: 0,
        status: 'reserved',
        code,
        now,
        on: dayThere(catalogue.conference, now),
        isNew: false,
        // They were the code's before, whatever the limits are now.
        isOver: true,
      };
      const conferenceId = catalogue.conference.id;
      const counts = await readCounts(manager, conferenceId, limitsOf(catalogue, taking, wanted));
      const decision = decide(catalogue, taking, wanted, counts, []);
      if (!decision.ok) continue;
      const owner = { conferenceId, bookingId: null, organisationId: code.organisationId, offerId: null };
      await writePlaces(
        manager,
        { ...owner, madeAt: now },
        decision.places,
        [...decision.more.values()],
        counts,
      );
    }
  }
}
