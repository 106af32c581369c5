import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { dateOf } from '#platform';
import { isInForce, type Catalogue } from '../catalogue/domain/catalogue.js';
import { noSuchConference, ReadCatalogue } from '../catalogue/read-catalogue.js';
import { CLOCK, type Clock } from '../tokens.js';
import { LapseHolds } from './lapse-holds.js';

/**
 * The lock of a conference, under which everything is done that changes how many places are taken or what it offers. It is
 * the first lock of its transaction, but for that of the people; the booking's, the customer's and the number series' come
 * after it, in that order.
 */
@Injectable()
export class LockPlaces {
  constructor(
    private readonly catalogues: ReadCatalogue,
    private readonly lapse: LapseHolds,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Waits for the lock; it is held until the transaction ends. Places that nobody may keep any longer are given back first.
   *
   * @returns what the conference offers, which nobody else can change meanwhile
   * @throws Problem 404
   */
  async run(manager: EntityManager, conferenceId: string): Promise<Catalogue> {
    const now = this.clock();
    // Whether holds have run out may be told from the moment before the lock is had: none runs out later than its time, and
    // what has been given back meanwhile is not given back again.
    const [row]: { version: number | null; lapsed: boolean }[] = await manager.query(
      `SELECT lock_places($1) AS version, EXISTS (
         SELECT FROM bookings WHERE conference_id = $1 AND status = 'held' AND held_until <= $2) AS lapsed`,
      [conferenceId, dateOf(now)],
    );
    if (!row || row.version === null) throw noSuchConference();
    const catalogue = await this.catalogues.at(manager, conferenceId, row.version);
    if (row.lapsed) await this.lapse.bookings(manager, catalogue);
    const ended = catalogue.codes.filter((code) => code.reserves && !isInForce(code, now));
    if (ended.length > 0) {
      await this.lapse.codes(
        manager,
        catalogue,
        ended.map(({ id }) => id),
      );
    }
    return catalogue;
  }
}
