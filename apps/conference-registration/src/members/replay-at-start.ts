import { randomUUID } from 'node:crypto';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Log } from '#platform';
import { LOG } from '../tokens.js';
import { RequestReplay } from './request-replay.js';

/** Fills an empty read model: asks for all of it when the service starts and has been told nothing yet. */
@Injectable()
export class ReplayAtStart implements OnApplicationBootstrap {
  constructor(
    private readonly replay: RequestReplay,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const correlationId = randomUUID();
    if (await this.replay.ifNothingIsKnown(correlationId)) {
      this.log.info({ correlationId }, 'nothing is known of people and organisations yet; asking members');
    }
  }
}
