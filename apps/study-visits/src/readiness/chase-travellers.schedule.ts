import { Inject, Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { v7 as uuidv7 } from 'uuid';
import { homeZone } from '#checks';
import type { Schedule } from '#messaging';
import type { Log } from '#platform';
import { LOG } from '../tokens.js';
import { ChaseTravellers } from './chase-travellers.js';

/** Each morning travellers hear what is still missing of them. */
@Injectable()
export class ChaseEachDay implements Schedule {
  readonly name = 'chase-travellers';
  readonly every = { dailyAt: '08:30', zone: homeZone };

  constructor(
    private readonly chase: ChaseTravellers,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async run(_dueAt: Temporal.Instant, signal: AbortSignal): Promise<void> {
    const sent = await this.chase.run(uuidv7(), signal);
    if (sent > 0) this.log.info({ sent }, 'travellers written to of what is missing');
  }
}
