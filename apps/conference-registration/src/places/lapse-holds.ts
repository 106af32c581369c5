import { Inject, Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { byItself, dateOf, newRequestId } from '#platform';
import { BookingHistory } from '../bookings/booking-history.js';
import { BookingHistoryRow } from '../bookings/booking-history.entity.js';
import type { Catalogue } from '../catalogue/domain/catalogue.js';
import { CLOCK, type Clock } from '../tokens.js';
import { ReleasePlaces } from './release-places.js';

/** Gives back what nobody may keep any longer, under the conference's lock. */
@Injectable()
export class LapseHolds {
  constructor(
    private readonly releasePlaces: ReleasePlaces,
    private readonly history: BookingHistory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The places of bookings whose time has run out; what was filled in is kept. */
  async bookings(manager: EntityManager, catalogue: Catalogue): Promise<void> {
    // A booking that somebody is writing to just now is left for the next time.
    const lapsed: { id: string }[] = await manager.query(
      `WITH over AS (
         SELECT id FROM bookings WHERE conference_id = $1 AND status = 'held' AND held_until <= $2 FOR UPDATE SKIP LOCKED
       ), lapsed AS (
         UPDATE bookings SET status = 'lapsed', version = version + 1 FROM over WHERE bookings.id = over.id
       )
       SELECT id FROM over`,
      [catalogue.conference.id, dateOf(this.clock())],
    );
    if (lapsed.length === 0) return;
    const ids = lapsed.map(({ id }) => id);
    const actor = { identity: byItself('The site'), requestId: newRequestId() };
    await manager.insert(
      BookingHistoryRow,
      ids.map((bookingId) => this.history.row({ bookingId, act: 'hold-ran-out', actor })),
    );
    const places: { id: string }[] = await manager.query(
      `SELECT id FROM places WHERE booking_id = ANY($1::uuid[]) AND status <> 'released'`,
      [ids],
    );
    await this.releasePlaces.run(
      manager,
      catalogue,
      places.map(({ id }) => id),
    );
  }

  /** What codes keep that have expired or were ended. */
  async codes(manager: EntityManager, catalogue: Catalogue, codeIds: readonly string[]): Promise<void> {
    const places: { id: string }[] = await manager.query(
      `SELECT id FROM places WHERE code_id = ANY($1::uuid[]) AND status = 'reserved'`,
      [codeIds],
    );
    await this.releasePlaces.run(
      manager,
      catalogue,
      places.map(({ id }) => id),
    );
  }

  /** Conferences with bookings whose time has run out. */
  async conferences(manager: EntityManager, now: Temporal.Instant): Promise<string[]> {
    const rows: { id: string }[] = await manager.query(
      `SELECT DISTINCT conference_id AS id FROM bookings WHERE status = 'held' AND held_until <= $1`,
      [dateOf(now)],
    );
    return rows.map(({ id }) => id);
  }
}
