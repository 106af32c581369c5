import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import type { Schedule } from '#messaging';
import { newRequestId, type Log } from '#platform';
import { LOG } from '../../tokens.js';
import { reminderDays } from './domain/reminder-days.js';
import { lacksOrder, RemindOfOrder } from './remind-of-order.js';

/** Asks bookers for purchase orders that are missing, every hour; each of them at most once a day. */
@Injectable()
export class RemindOfOrdersSchedule implements Schedule {
  readonly name = 'remind-of-purchase-orders';
  readonly every = 3_600_000;

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly remind: RemindOfOrder,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** @throws AggregateError with what some bookers could not be asked for, once the others have been */
  async run(_dueAt: Temporal.Instant, stopping: AbortSignal): Promise<void> {
    const errors: unknown[] = [];
    for (const bookingId of await this.candidates()) {
      stopping.throwIfAborted();
      const correlationId = newRequestId();
      try {
        const isAsked = await this.remind.run(bookingId, correlationId);
        if (isAsked) this.log.info({ booking: bookingId, correlationId }, 'purchase order asked for');
      } catch (error) {
        this.log.error(
          { err: error, booking: bookingId, correlationId },
          'purchase order could not be asked for',
        );
        errors.push(error);
      }
    }
    if (errors.length > 0) throw new AggregateError(errors, `${errors.length} bookers could not be asked`);
  }

  /** Bookings that may be due; the rest is for {@link RemindOfOrder} to say. */
  private async candidates(): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `SELECT b.id FROM bookings b
       WHERE ${lacksOrder} AND (SELECT count(*) FROM purchase_order_reminders r WHERE r.booking_id = b.id) < $1
       ORDER BY b.id`,
      [reminderDays.length],
    );
    return rows.map(({ id }) => id);
  }
}
