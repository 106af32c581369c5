import type { Queues } from '#messaging';
import type { Log } from '#platform';
import { SearchQueue } from '#solver';

/** Puts fills into their queue. */
export class FillQueue extends SearchQueue {
  constructor(queues: Queues, log: Log) {
    super('exhibition-stands-fills', queues, log);
  }
}
