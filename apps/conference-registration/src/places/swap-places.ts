import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Catalogue } from '../catalogue/domain/catalogue.js';
import type { Wanted } from './domain/wanted.js';
import type { PlaceRow } from './place.entity.js';
import { PLACES_FREED, type PlacesFreed } from './places-freed.js';
import { ReleasePlaces } from './release-places.js';
import { TakePlaces, type TakenFor } from './take-places.js';

/**
 * Exchanges places for others, under the conference's lock. Of a limit that both take from nothing becomes free in between:
 * whoever waits does not get it, and whoever exchanges keeps it. Only what is left over goes to those who wait.
 */
@Injectable()
export class SwapPlaces {
  constructor(
    private readonly takePlaces: TakePlaces,
    private readonly releasePlaces: ReleasePlaces,
    @Inject(PLACES_FREED) private readonly placesFreed: PlacesFreed,
  ) {}

  /**
   * @param catalogue as `LockPlaces` gave it to this transaction
   * @param placeIds what is given back; what was before is passed over
   * @returns the places in the order in which they were wanted
   * @throws Problem 409 as `TakePlaces`
   */
  async run(
    manager: EntityManager,
    catalogue: Catalogue,
    placeIds: readonly string[],
    wanted: readonly Wanted[],
    taken: TakenFor,
  ): Promise<PlaceRow[]> {
    const stood = await countsOf(manager, placeIds);
    const released = await this.releasePlaces.giveBack(manager, catalogue, placeIds);
    const places = await this.takePlaces.run(manager, catalogue, wanted, { ...taken, stood });
    if (released > 0) await this.placesFreed.freed(manager, catalogue);
    return places;
  }
}

/** How many the limits have given out that places take something from, by the counts' ids. */
async function countsOf(
  manager: EntityManager,
  placeIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (placeIds.length === 0) return new Map();
  const rows: { id: string; taken: number }[] = await manager.query(
    `SELECT id, taken FROM counts WHERE id IN (SELECT unnest(count_ids) FROM places WHERE id = ANY($1::uuid[]))`,
    [placeIds],
  );
  return new Map(rows.map(({ id, taken }) => [id, taken]));
}
