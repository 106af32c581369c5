import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { notedActor } from '#people';
import { conflict, dateOf, instantOf, Transactions, type Actor } from '#platform';
import type { Temporal } from 'temporal-polyfill';
import { ConferenceHistory } from '../../conferences/conference-history.js';
import { LockPlaces } from '../../places/lock-places.js';
import { CLOCK, type Clock } from '../../tokens.js';
import { ConferenceCancellationRow } from './conference-cancellation.entity.js';

/** How far the cancelling of a conference's bookings has come. */
export interface CancellationProgress {
  /** `null`: nobody has asked for it. */
  readonly askedAt: Temporal.Instant | null;
  readonly isDone: boolean;
  /** Bookings that are cancelled by it so far, and that are still booked. */
  readonly cancelled: number;
  readonly left: number;
  /** What was credited since, VAT included. */
  readonly creditedPence: number;
}

/** Asks for all bookings of a cancelled conference to be cancelled, and says how far that is. */
@Injectable()
export class CancelAll {
  constructor(
    private readonly transactions: Transactions,
    private readonly lockPlaces: LockPlaces,
    private readonly history: ConferenceHistory,
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * It is done by {@link CancelBookings}, booking by booking. Asked for twice, it is done once.
   *
   * @throws Problem 404; 409 `not-cancelled` for a conference that takes place
   */
  async ask(actor: Actor, conferenceId: string): Promise<void> {
    await this.transactions.run(async (manager) => {
      const noted = await notedActor(manager, actor);
      const { conference } = await this.lockPlaces.run(manager, conferenceId);
      if (conference.status !== 'cancelled') {
        throw conflict(
          'not-cancelled',
          'The conference is not cancelled. Cancel it first, with the reason that everybody reads.',
        );
      }
      const added: unknown[] = await manager.query(
        `INSERT INTO conference_cancellations (conference_id, asked_at) VALUES ($1, $2)
         ON CONFLICT DO NOTHING RETURNING conference_id`,
        [conferenceId, dateOf(this.clock())],
      );
      if (added.length === 0) return;
      await this.history.changed(manager, conferenceId, {
        actor: noted,
        action: 'all-bookings-cancelled',
        changes: [],
      });
    });
  }

  async progress(conferenceId: string): Promise<CancellationProgress> {
    const { manager } = this.dataSource;
    const row = await manager.findOneBy(ConferenceCancellationRow, { conferenceId });
    return {
      askedAt: row === null ? null : instantOf(row.askedAt),
      isDone: (row?.endedAt ?? null) !== null,
      ...(await counted(manager, conferenceId, row?.askedAt ?? null)),
    };
  }
}

async function counted(manager: EntityManager, conferenceId: string, since: Date | null) {
  const [row = { cancelled: 0, left: 0, creditedPence: 0 }] = await manager.query<
    { cancelled: number; left: number; creditedPence: number }[]
  >(
    `SELECT count(*) FILTER (WHERE status IN ('confirmed', 'applied'))::int AS left,
       count(*) FILTER (WHERE status = 'cancelled' AND confirmed_at IS NOT NULL AND cancelled_at >= $2)::int AS cancelled,
       coalesce((SELECT sum(gross_pence) FROM documents WHERE conference_id = $1 AND series = 'credit-note'
         AND issued_at >= $2), 0)::int AS "creditedPence"
     FROM bookings WHERE conference_id = $1`,
    [conferenceId, since],
  );
  return row;
}
