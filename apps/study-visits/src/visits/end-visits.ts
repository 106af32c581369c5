import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import type { Schedule } from '#messaging';
import { byItself, newRequestId, type Log } from '#platform';
import { CLOCK, LOG, type Clock } from '../tokens.js';
import { ChangeVisit } from './change-visit.js';
import { isPast } from './domain/missing.js';
import { endsByItself } from './domain/status.js';

/** Lets visits that took place be over once their last day is, by the clock there. */
@Injectable()
export class EndVisits implements Schedule {
  readonly name = 'end-visits';
  readonly every = 60_000;

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly change: ChangeVisit,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async run(_dueAt: Temporal.Instant, stopping: AbortSignal): Promise<void> {
    const now = this.clock();
    for (const id of await this.candidates(now)) {
      stopping.throwIfAborted();
      if (await this.end(id, now)) this.log.info({ visit: id }, 'a visit is over');
    }
  }

  /** Those whose last day may be over somewhere; {@link end} looks at their own clock. */
  private async candidates(now: Temporal.Instant): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      'SELECT id FROM visits WHERE status = ANY ($1) AND last_day <= $2 ORDER BY id',
      [endsByItself, now.toZonedDateTimeISO('UTC').toPlainDate().toString()],
    );
    return rows.map(({ id }) => id);
  }

  private async end(id: string, now: Temporal.Instant): Promise<boolean> {
    const actor = { identity: byItself('The study visits'), requestId: newRequestId() };
    const after = await this.change.run(actor, { id, version: null }, async (_, before) =>
      // Staff may have moved or cancelled it meanwhile.
      !endsByItself.includes(before.status) || !isPast(before, now)
        ? null
        : { columns: { status: 'over' }, action: 'Over', changes: [] },
    );
    return after.status === 'over';
  }
}
