import { Inject, Injectable } from '@nestjs/common';
import type { CalendarEvent } from '../events/domain/event.js';
import { CLOCK, type Clock } from '../tokens.js';
import { listOf } from './domain/staff-list.js';
import { FindEvents, type ListedEvent } from './find-events.js';

/** As many coming events are offered; others can be typed. */
const mostOffered = 200;

/** Events that may take the place of one that is off. */
@Injectable()
export class FindReplacements {
  constructor(
    private readonly events: FindEvents,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What is coming and published, but for the event itself. */
  async find(event: Pick<CalendarEvent, 'ref'>): Promise<readonly ListedEvent[]> {
    const now = this.clock();
    const { items } = await this.events.list(listOf({ status: 'published' }), now, mostOffered);
    return items.filter((other) => other.ref !== event.ref);
  }
}
