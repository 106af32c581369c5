import { Inject, Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { v7 as uuidv7 } from 'uuid';
import { homeZone } from '#checks';
import type { Schedule } from '#messaging';
import type { Log } from '#platform';
import { LOG } from '../tokens.js';
import { AskTravellers } from './ask-travellers.js';

/** Each morning those who are back are asked how it was. */
@Injectable()
export class AskHowItWas implements Schedule {
  readonly name = 'ask-how-it-was';
  readonly every = { dailyAt: '10:00', zone: homeZone };

  constructor(
    private readonly ask: AskTravellers,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async run(_dueAt: Temporal.Instant, stopping: AbortSignal): Promise<void> {
    const sent = await this.ask.run(uuidv7(), stopping);
    if (sent > 0) this.log.info({ sent }, 'travellers asked how a visit was');
  }
}
