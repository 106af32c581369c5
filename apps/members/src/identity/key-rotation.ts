import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { Log } from '#platform';
import { LOG } from '../tokens.js';
import { SigningKeys } from './signing-keys.js';

/** How often the keys are looked after, in milliseconds; they change much more slowly. */
const every = 10 * 60_000;

/**
 * Looks after the signing keys for as long as the service runs. It is no `Schedule`: every process reads the keys that it signs
 * with by this, not one of the replicas for all.
 */
@Injectable()
export class KeyRotation implements OnModuleInit, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly keys: SigningKeys,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** The first key is there before anybody is vouched for. */
  async onModuleInit(): Promise<void> {
    await this.keys.check();
    this.timer = setInterval(() => {
      this.keys.check().catch((error: unknown) => {
        this.log.error({ err: error }, 'the signing keys could not be looked after; trying again later');
      });
    }, every);
    this.timer.unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }
}
