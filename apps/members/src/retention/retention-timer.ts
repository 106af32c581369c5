import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import type { Log } from '#platform';
import { LOG } from '../tokens.js';
import { CarryOutRetention } from './carry-out-retention.js';

/** How often it is seen whether the day's retention has been carried out, in milliseconds. */
const every = 3_600_000;

/** The first look comes soon after the start, when the start's own work is over. */
const firstAfter = 60_000;

/** Has the retention carried out every day, whichever replicas run and whenever they were started. */
@Injectable()
export class RetentionTimer implements OnModuleInit, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly retention: CarryOutRetention,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.plan(firstAfter);
  }

  onApplicationShutdown(): void {
    clearTimeout(this.timer);
  }

  private plan(delay: number): void {
    this.timer = setTimeout(() => {
      this.retention
        .run()
        .catch((error: unknown) => this.log.error({ err: error }, 'retention could not be carried out'))
        .finally(() => this.plan(every));
    }, delay);
    this.timer.unref();
  }
}
