import { Client } from 'pg';
import type { Log } from '../logging/log.js';

/** How often the listening connection is tried, and how long it may take to answer, in milliseconds. */
const heartbeat = { every: 5000, within: 2000 };
const reconnectAfter = 500;

/** What is told of a channel. */
export interface Hearer {
  /** From now on nothing is missed. What was announced before, or while nobody listened, is unknown. */
  readonly listening?: () => void;
  /** Something was announced. */
  readonly heard: (payload: string) => void;
  /** From now on announcements might be missed, until `listening` is told again. */
  readonly lost?: () => void;
}

/**
 * Hears what PostgreSQL announces on a channel (LISTEN/NOTIFY), on a connection of its own that is made anew whenever it
 * is lost or does not answer.
 */
export class Listener {
  private client: Client | null = null;
  private isListening = false;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly url: string,
    private readonly channel: string,
    private readonly hearer: Hearer,
    private readonly log: Log,
  ) {}

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
    client.on('notification', ({ payload = '' }) => this.hearer.heard(payload));
    client.on('error', (error) => this.retry(client, error));
    client.on('end', () => this.retry(client, new Error('connection ended')));
    try {
      await client.connect();
      await client.query(`LISTEN ${client.escapeIdentifier(this.channel)}`);
      // Told to stop meanwhile.
      if (this.client !== client) return;
      this.isListening = true;
      this.hearer.listening?.();
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
    this.client = null;
    if (!this.isListening) return;
    this.isListening = false;
    this.hearer.lost?.();
  }
}
