import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Log } from '#platform';
import { LOG } from '../tokens.js';

/** How long the log of mails is kept, in days. */
export const keptDays = 90;

/** In milliseconds. */
const every = 3_600_000;

/** Deletes what the log has kept long enough. However many replicas do it, it is done once. */
@Injectable()
export class ForgetOldMails implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.run(), every);
    void this.run();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  async run(): Promise<void> {
    try {
      await this.dataSource.query(
        `DELETE FROM mails WHERE asked_at < now() - make_interval(days => $1) AND next_attempt_at IS NULL`,
        [keptDays],
      );
    } catch (error) {
      this.log.warn({ err: error }, 'old mails could not be deleted; trying again in an hour');
    }
  }
}
