import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import type { Schedule } from '#messaging';
import { byItself, newRequestId, Transactions, type Log } from '#platform';
import { dayOf } from '../set-up/domain/days.js';
import { CLOCK, LOG, type Clock } from '../tokens.js';
import { ChangeConference } from './change-conference.js';
import { statusOf } from './conference-rows.js';
import { endsByItself } from './domain/status.js';

/** Lets conferences be over once their last day is, by the clock where they are held. */
@Injectable()
export class EndConferences implements Schedule {
  readonly name = 'end-conferences';
  readonly every = 60_000;

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly change: ChangeConference,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async run(_dueAt: Temporal.Instant, stopping: AbortSignal): Promise<void> {
    const now = this.clock();
    for (const id of await this.candidates(now)) {
      stopping.throwIfAborted();
      if (await this.end(id, now)) this.log.info({ conference: id }, 'a conference is over');
    }
  }

  /** Those whose last day may be over somewhere; {@link end} looks at their own clock. */
  private async candidates(now: Temporal.Instant): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      'SELECT id FROM conferences WHERE status = ANY ($1) AND last_day <= $2 ORDER BY id',
      [endsByItself, now.toZonedDateTimeISO('UTC').toPlainDate().toString()],
    );
    return rows.map(({ id }) => id);
  }

  private end(id: string, now: Temporal.Instant): Promise<boolean> {
    return this.transactions.run(async (manager) => {
      const row = await this.change.open(manager, id, null);
      const status = statusOf(row);
      // Staff may have moved or cancelled it meanwhile.
      if (!endsByItself.includes(status) || dayOf(now, row.zone) <= row.lastDay) return false;
      await this.change.write(
        manager,
        row,
        { status: 'over', statusReason: null },
        {
          actor: { identity: byItself('Conference registration'), requestId: newRequestId() },
          action: 'conference-over',
          changes: [],
        },
      );
      return true;
    });
  }
}
