import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import type { System } from '#launcher';

/** What a page says, and what it is made of. */
export interface ReadPage {
  readonly status: number;
  readonly html: string;
  /** Without tags. */
  readonly words: string;
  readonly location: string | null;
}

/** A mail that is asked for in a message. */
export interface AskedMail {
  readonly messageId: string;
  readonly mailId: string;
  readonly address: string;
  readonly requestId: string;
}

/** Sends messages as `members` does, right ones and wrong ones, and looks into the tables of all. */
export class MessagesStage {
  private readonly pools = new Map<string, pg.Pool>();

  constructor(private readonly system: System) {}

  async close(): Promise<void> {
    await Promise.all([...this.pools.values()].map((pool) => pool.end()));
  }

  async ask<Row extends pg.QueryResultRow>(
    app: string,
    query: string,
    values: readonly unknown[] = [],
  ): Promise<Row[]> {
    let pool = this.pools.get(app);
    if (!pool) {
      pool = new pg.Pool({ connectionString: this.system.databaseUrl(app), max: 2 });
      this.pools.set(app, pool);
    }
    return (await pool.query<Row>(query, [...values])).rows;
  }

  /** Puts a message into the outbox of `members`, whatever it holds. @returns its id */
  async send(
    type: string,
    payload: unknown,
    { requestId, to }: { readonly requestId: string; readonly to: readonly string[] },
  ): Promise<string> {
    const id = uuidv7();
    await this.ask(
      'members',
      `INSERT INTO outbox (id, type, aggregate_id, aggregate_version, correlation_id, at, payload, consumers)
       VALUES ($1, $2, $3, 1, $4, clock_timestamp(), $5, $6)`,
      [id, type, randomUUID(), requestId, JSON.stringify(payload), to],
    );
    return id;
  }

  /** Asks for a mail; unless it is a right one, its kind is none that there is, so that nobody can handle it. */
  async mail(isRight: boolean): Promise<AskedMail> {
    const mailId = randomUUID();
    const asked = { mailId, address: `secret-${mailId}@example.org`, requestId: `request-${mailId}` };
    const messageId = await this.send(
      'members.mail-requested.v1',
      {
        mailId,
        kind: isRight ? 'sign-in' : 'no-such-kind',
        personId: null,
        to: { name: 'Sam Secret', address: asked.address },
        subject: 'Secret subject',
        html: '<p>Secret words</p>',
        text: 'Secret words',
        calendar: null,
        due: null,
        neededBy: null,
      },
      { requestId: asked.requestId, to: ['mailer'] },
    );
    return { ...asked, messageId };
  }

  /** Mends a dead letter of the mailer, as a new version of the program would. */
  async mend(messageIds: readonly string[]): Promise<void> {
    await this.ask(
      'mailer',
      `UPDATE dead_letters SET message = jsonb_set(message, '{payload,kind}', '"sign-in"') WHERE id = ANY ($1)`,
      [messageIds],
    );
  }

  /** How a message stands with the mailer. */
  async stateOf(messageId: string): Promise<'dead' | 'on its way' | 'handled' | 'nowhere'> {
    const [letter] = await this.ask<{ requeued_at: Date | null }>(
      'mailer',
      'SELECT requeued_at FROM dead_letters WHERE id = $1',
      [messageId],
    );
    if (letter) return letter.requeued_at === null ? 'dead' : 'on its way';
    const handled = await this.ask('mailer', 'SELECT FROM inbox WHERE message_id = $1', [messageId]);
    return handled.length > 0 ? 'handled' : 'nowhere';
  }

  /** Asks for one of the mailer's pages, at its own port. */
  async page(
    path: string,
    headers: Record<string, string>,
    method: 'GET' | 'POST' = 'GET',
  ): Promise<ReadPage> {
    const response = await fetch(`${this.system.urls['mailer']}${path}`, {
      method,
      redirect: 'manual',
      headers: { accept: 'text/html', 'sec-fetch-site': 'same-origin', ...headers },
    });
    const html = await response.text();
    const main = /<main[^]*<\/main>/.exec(html)?.[0] ?? html;
    const words = main
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .replaceAll(' .', '.')
      .replaceAll(' ,', ',');
    return { status: response.status, html, words, location: response.headers.get('location') };
  }
}
