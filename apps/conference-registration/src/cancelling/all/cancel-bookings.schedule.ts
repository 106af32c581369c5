import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import type { Schedule } from '#messaging';
import { lockPeopleForChanges } from '#people';
import { byItself, dateOf, newRequestId, Transactions, type Log } from '#platform';
import { BookingRow } from '../../bookings/booking.entity.js';
import { GiveUpBooking } from '../../bookings/give-up-booking.js';
import { LockPlaces } from '../../places/lock-places.js';
import { CLOCK, LOG, type Clock } from '../../tokens.js';
import { CancelDelegates } from '../cancel-delegates.js';

/**
 * Cancels the bookings of conferences that do not take place, where staff have asked for it: each in a transaction of its own,
 * so that a process that dies in the midst of it leaves some cancelled and the others for the next run. Those that are being
 * filled in are given up, as nobody can confirm them any more; whoever had begun to before that is waited for.
 */
@Injectable()
export class CancelBookings implements Schedule {
  readonly name = 'cancel-bookings-of-cancelled-conferences';
  readonly every = 5000;

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly lockPlaces: LockPlaces,
    private readonly cancelDelegates: CancelDelegates,
    private readonly giveUp: GiveUpBooking,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async run(_dueAt: Temporal.Instant, stopping: AbortSignal): Promise<void> {
    const open: { conferenceId: string }[] = await this.dataSource.query(
      `SELECT conference_id AS "conferenceId" FROM conference_cancellations WHERE ended_at IS NULL`,
    );
    for (const { conferenceId } of open) await this.conference(conferenceId, stopping);
  }

  /** One booking that cannot be cancelled keeps no other from it; it is tried again with the next run. */
  private async conference(conferenceId: string, stopping: AbortSignal): Promise<void> {
    const failures: unknown[] = [];
    const bookings: { id: string }[] = await this.dataSource.query(
      `SELECT id FROM bookings WHERE conference_id = $1 AND status IN ('held', 'confirmed', 'applied') ORDER BY id`,
      [conferenceId],
    );
    for (const { id } of bookings) {
      stopping.throwIfAborted();
      try {
        await this.booking(conferenceId, id);
      } catch (error) {
        this.log.error(
          { err: error, booking: id },
          'a booking of a cancelled conference is not cancelled yet',
        );
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
    await this.dataSource.query(
      'UPDATE conference_cancellations SET ended_at = $2 WHERE conference_id = $1 AND ended_at IS NULL',
      [conferenceId, dateOf(this.clock())],
    );
  }

  private booking(conferenceId: string, id: string): Promise<void> {
    return this.transactions.run(async (manager) => {
      await lockPeopleForChanges(manager);
      const catalogue = await this.lockPlaces.run(manager, conferenceId);
      const booking = await manager.findOne(BookingRow, {
        where: { id },
        lock: { mode: 'pessimistic_write' },
      });
      if (booking === null) return;
      const actor = { identity: byItself('The site'), requestId: newRequestId() };
      if (booking.status === 'held') {
        await this.giveUp.within(manager, actor, catalogue, booking);
        return;
      }
      // Whoever booked may have cancelled it meanwhile.
      if (booking.status !== 'confirmed' && booking.status !== 'applied') return;
      const { statusReason } = catalogue.conference;
      await this.cancelDelegates.inBooking(
        manager,
        actor,
        { booking, catalogue },
        {
          delegates: 'all',
          expectedRefundPence: null,
          percent: 100,
          reason: `The conference is cancelled${statusReason === null ? '' : `: ${statusReason}`}`,
          as: 'cancelled',
          because: 'conference-cancelled',
        },
      );
    });
  }
}
