import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import type { Schedule } from '#messaging';
import { newRequestId, type Log } from '#platform';
import { LOG } from '../tokens.js';
import { mayNeedReminder, RemindOfVisitOrder } from './remind-of-visit-order.js';

/** Asks for purchase orders for study visits that are missing, every hour; for each of them at most once a day. */
@Injectable()
export class RemindOfVisitOrdersSchedule implements Schedule {
  readonly name = 'remind-of-visit-orders';
  readonly every = 3_600_000;

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly remind: RemindOfVisitOrder,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** @throws AggregateError with what could not be asked for, once the others have been */
  async run(_dueAt: Temporal.Instant, stopping: AbortSignal): Promise<void> {
    const errors: unknown[] = [];
    const rows: { id: string }[] = await this.dataSource.query(mayNeedReminder);
    for (const { id } of rows) {
      stopping.throwIfAborted();
      const correlationId = newRequestId();
      try {
        const isAsked = await this.remind.run(id, correlationId);
        if (isAsked) this.log.info({ charge: id, correlationId }, 'purchase order for a visit asked for');
      } catch (error) {
        this.log.error({ err: error, charge: id, correlationId }, 'purchase order could not be asked for');
        errors.push(error);
      }
    }
    if (errors.length > 0) throw new AggregateError(errors, `${errors.length} could not be asked for`);
  }
}
