import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import type { Schedule } from '#messaging';
import { byItself, newRequestId, type Log } from '#platform';
import { CLOCK, LOG, type Clock } from '../tokens.js';
import { ChangeExhibition } from './change-exhibition.js';
import type { Exhibition } from './domain/exhibition.js';
import { endsByItself } from './domain/status.js';

/** Lets exhibitions be over once all of it is, break-down included. */
@Injectable()
export class EndExhibitions implements Schedule {
  readonly name = 'end-exhibitions';
  readonly every = 60_000;

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly change: ChangeExhibition,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async run(_dueAt: Temporal.Instant, stopping: AbortSignal): Promise<void> {
    const now = this.clock();
    for (const id of await this.candidates(now)) {
      stopping.throwIfAborted();
      if (await this.end(id, now)) this.log.info({ exhibition: id }, 'an exhibition is over');
    }
  }

  /** Those whose last day may be over somewhere; {@link end} looks at their own clock. */
  private async candidates(now: Temporal.Instant): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      'SELECT id FROM exhibitions WHERE status = ANY ($1) AND last_day <= $2 ORDER BY id',
      [endsByItself, now.toZonedDateTimeISO('UTC').toPlainDate().toString()],
    );
    return rows.map(({ id }) => id);
  }

  private async end(id: string, now: Temporal.Instant): Promise<boolean> {
    const actor = { identity: byItself('The stands'), requestId: newRequestId() };
    const after = await this.change.run(actor, { id, version: null }, async (_, before) =>
      // Staff may have moved or cancelled it meanwhile.
      !endsByItself.includes(before.status) || !isOver(before, now)
        ? null
        : { columns: { status: 'over' }, action: 'Over', changes: [] },
    );
    return after.status === 'over';
  }
}

/** Over at the end of the day on which the last of it ends. */
function isOver({ days, zone, lastDay }: Exhibition, now: Temporal.Instant): boolean {
  const today = now.toZonedDateTimeISO(zone).toPlainDate().toString();
  const last = days.map(({ day }) => day).reduce((one, other) => (one > other ? one : other), lastDay);
  return today > last && days.every(({ end }) => Temporal.Instant.compare(end, now) <= 0);
}
