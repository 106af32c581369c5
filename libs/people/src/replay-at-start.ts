import { randomUUID } from 'node:crypto';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { PEOPLE_OF, type PeopleOf } from './people-of.js';
import { RequestReplay } from './request-replay.js';

/** Fills an empty read model: asks for all of it when the service starts and has been told nothing yet. */
@Injectable()
export class ReplayAtStart implements OnApplicationBootstrap {
  constructor(
    private readonly replay: RequestReplay,
    @Inject(PEOPLE_OF) private readonly own: PeopleOf,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const correlationId = randomUUID();
    if (await this.replay.ifNothingIsKnown(correlationId)) {
      this.own.log.info(
        { correlationId },
        'nothing is known of people and organisations yet; asking members',
      );
    }
  }
}
