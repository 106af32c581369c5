import { Client } from 'pg';
import type { Log } from '../logging/log.js';

/** How often the listening connection is tried, and how long it may take to answer, in milliseconds. */
const heartbeat = { every: 5000, within: 2000 };
const reconnectAfter = 500;

/**
 * Counts the changes that PostgreSQL announces on a channel (LISTEN/NOTIFY), so that what was made from the data can
 * be used again until the data changes, in every replica. While the announcements cannot be relied on (connection
 * lost, heartbeat late) {@link version} is `null`, and nothing may be used again.
 */
export class ChangeNotices {
  private client: Client | null = null;
  private count = 0;
  private listening = false;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly url: string,
    private readonly channel: string,
    private readonly log: Log,
  ) {}

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
    void this.connect();
  }

  async stop(): Promise<void> {
    clearTimeout(this.timer);
    const client = this.client;
    this.lose();
    await client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    const client = new Client({
      connectionString: this.url,
      connectionTimeoutMillis: heartbeat.within,
      query_timeout: heartbeat.within,
      application_name: `${this.channel} notices`,
    });
    this.client = client;
    client.on('notification', () => {
      this.count += 1;
    });
    client.on('error', (error) => this.retry(client, error));
    client.on('end', () => this.retry(client, new Error('connection ended')));
    try {
      await client.connect();
      await client.query(`LISTEN ${client.escapeIdentifier(this.channel)}`);
      // Told to stop meanwhile.
      if (this.client !== client) return;
      // What changed while nobody listened is unknown: count it as one change.
      this.count += 1;
      this.listening = true;
      this.beat(client);
    } catch (error) {
      this.retry(client, error);
    }
  }

  private beat(client: Client): void {
    this.timer = setTimeout(() => {
      client.query('SELECT 1').then(
        () => {
          if (this.client === client) this.beat(client);
        },
        (error: unknown) => this.retry(client, error),
      );
    }, heartbeat.every);
    this.timer.unref();
  }

  private retry(client: Client, error: unknown): void {
    if (this.client !== client) return;
    this.log.warn({ err: error, channel: this.channel }, 'change notices are not arriving; connecting again');
    this.lose();
    client.end().catch(() => undefined);
    this.timer = setTimeout(() => void this.connect(), reconnectAfter);
  }

  private lose(): void {
    clearTimeout(this.timer);
    this.listening = false;
    this.client = null;
  }
}
