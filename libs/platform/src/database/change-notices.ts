import type { Log } from '../logging/log.js';
import { Listener } from './listener.js';

/**
 * Counts the changes that PostgreSQL announces on a channel (LISTEN/NOTIFY), so that what was made from the data can
 * be used again until the data changes, in every replica. While the announcements cannot be relied on (connection
 * lost, heartbeat late) {@link version} is `null`, and nothing may be used again.
 */
export class ChangeNotices {
  private readonly listener: Listener;
  private count = 0;
  private listening = false;

  constructor(url: string, channel: string, log: Log) {
    const hearer = {
      listening: () => {
        // What changed while nobody listened is unknown: count it as one change.
        this.count += 1;
        this.listening = true;
      },
      heard: () => {
        this.count += 1;
      },
      lost: () => {
        this.listening = false;
      },
    };
    this.listener = new Listener(url, channel, hearer, log);
  }

  /** Rises with every change; `null` while changes might be missed. */
  version(): number | null {
    return this.listening ? this.count : null;
  }

  /** Counts a change at once that this process made itself, rather than when its notice arrives. */
  changedHere(): void {
    this.count += 1;
  }

  /** Connects in the background and keeps connecting; never throws. */
  start(): void {
    this.listener.start();
  }

  stop(): Promise<void> {
    return this.listener.stop();
  }
}
