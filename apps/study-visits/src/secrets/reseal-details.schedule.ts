import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Schedule } from '#messaging';
import { ResealDetails } from './reseal-details.js';

/** Each hour, and as the service starts, what older keys sealed is sealed with the first. */
@Injectable()
export class ResealOlderDetails implements Schedule {
  readonly name = 'reseal-sensitive-details';
  readonly every = 60 * 60_000;

  constructor(private readonly reseal: ResealDetails) {}

  async run(_dueAt: Temporal.Instant, signal: AbortSignal): Promise<void> {
    await this.reseal.run(signal);
  }
}
