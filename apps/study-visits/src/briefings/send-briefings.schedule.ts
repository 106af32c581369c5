import { Inject, Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { v7 as uuidv7 } from 'uuid';
import type { Schedule } from '#messaging';
import type { Log } from '#platform';
import { LOG } from '../tokens.js';
import { SendBriefings } from './send-briefings.js';

/** Looks every five minutes whose evening before a day it is: each visit has its own clock and its own time. */
@Injectable()
export class BriefEachEvening implements Schedule {
  readonly name = 'brief-travellers';
  readonly every = 5 * 60_000;

  constructor(
    private readonly send: SendBriefings,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async run(_dueAt: Temporal.Instant, signal: AbortSignal): Promise<void> {
    const sent = await this.send.run(uuidv7(), signal);
    if (sent > 0) this.log.info({ sent }, 'travellers sent what their next day will be');
  }
}
