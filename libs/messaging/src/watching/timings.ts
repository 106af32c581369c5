import type { DataSource } from 'typeorm';
import type { Log } from '#platform';

/** How often what was noted is written down, in milliseconds. */
const writeEvery = 1000;

/** As much is noted between two writes at most; what is more is left out. */
const most = 20_000;

/**
 * Notes in the inbox how long messages took. Not in the transactions that handle them, each of which it would make longer,
 * but together a moment later: if the process is killed before, it is not known of the last ones.
 */
export class Timings {
  private noted: { readonly id: string; readonly ms: number }[] = [];
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly log: Log,
  ) {}

  /** @param ms how long it took to handle the message, in milliseconds */
  note(id: string, ms: number): void {
    if (this.noted.length >= most) return;
    this.noted.push({ id, ms });
    this.timer ??= setTimeout(() => void this.write(), writeEvery);
  }

  /** Writes down what has been noted so far. Never throws: nothing but a number on a page depends on it. */
  async write(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const noted = this.noted;
    this.noted = [];
    if (noted.length === 0) return;
    try {
      await this.dataSource.query(
        `UPDATE inbox SET took_ms = noted.ms FROM unnest($1::uuid[], $2::integer[]) AS noted (id, ms)
         WHERE message_id = noted.id`,
        [noted.map(({ id }) => id), noted.map(({ ms }) => ms)],
      );
    } catch (error) {
      this.log.warn({ err: error, messages: noted.length }, 'how long messages took could not be noted');
    }
  }
}
