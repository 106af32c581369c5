import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import type { MessageType, PayloadOf } from '#contracts';
import type { System } from '#launcher';

type Requested = PayloadOf<'members.mail-requested.v1'>;
/** A mail that is asked for with the address it goes to. */
type Asked = Requested & { readonly to: NonNullable<Requested['to']> };

/** What the log says of a mail. */
export interface LoggedMail {
  readonly id: string;
  readonly person_id: string | null;
  readonly to_name: string | null;
  readonly to_address: string | null;
  readonly subject: string | null;
  readonly html: string | null;
  readonly text: string | null;
  readonly message_id: string;
  readonly status: string;
  readonly attempts: number;
  readonly last_answer: string | null;
  readonly sent_at: Date | null;
}

/** As long as anything may take on a busy machine, in milliseconds. */
const patience = 60_000;

/** Asks for mails as `members` does, and reads what the mailer makes of it. */
export class Asking {
  private constructor(
    private readonly members: pg.Pool,
    private readonly mailer: pg.Pool,
  ) {}

  static in(system: System): Asking {
    const pool = (app: string) => new pg.Pool({ connectionString: system.databaseUrl(app), max: 3 });
    return new Asking(pool('members'), pool('mailer'));
  }

  async close(): Promise<void> {
    await Promise.all([this.members.end(), this.mailer.end()]);
  }

  /** Puts a message into the outbox of `members`, whoever else would send it. @returns its id */
  async send<Type extends MessageType>(
    type: Type,
    payload: PayloadOf<Type>,
    aggregate: { readonly id: string; readonly version: number } = { id: randomUUID(), version: 1 },
  ): Promise<string> {
    const id = uuidv7();
    await this.members.query(
      `INSERT INTO outbox (id, type, aggregate_id, aggregate_version, correlation_id, at, payload, consumers)
       VALUES ($1, $2, $3, $6, $4, clock_timestamp(), $5, '{mailer}')`,
      [id, type, aggregate.id, `request-${id}`, JSON.stringify(payload), aggregate.version],
    );
    return id;
  }

  /** Asks for a mail that is good unless the change says otherwise. @returns what was asked */
  async mail(change: Partial<Asked> = {}): Promise<Asked> {
    const mailId = change.mailId ?? randomUUID();
    const asked: Asked = {
      mailId,
      kind: 'sign-in',
      personId: null,
      to: { name: 'Sam Example', address: `${mailId}@example.org` },
      subject: 'Sign in to Network events',
      html: '<!DOCTYPE html><html lang="en-GB"><title>Sign in</title><p>Hello Siân</p></html>',
      text: 'Hello Siân\n\nhttps://events.example.org/a\n',
      calendar: null,
      due: null,
      neededBy: null,
      ...change,
    };
    await this.send('members.mail-requested.v1', asked);
    return asked;
  }

  /** Has the relay deliver a message once more, as after a crash at the wrong moment. */
  async deliverAgain(messageId: string): Promise<void> {
    await this.members.query(
      'UPDATE outbox SET delivered_at = NULL, claim = NULL, leased_until = NULL WHERE id = $1',
      [messageId],
    );
    await this.members.query(`SELECT pg_notify('members_outbox', '')`);
    await this.so(async () => {
      const { rows } = await this.members.query(
        'SELECT FROM outbox WHERE id = $1 AND delivered_at IS NOT NULL',
        [messageId],
      );
      return rows.length > 0;
    });
  }

  async logged(mailId: string): Promise<LoggedMail | undefined> {
    const { rows } = await this.mailer.query<LoggedMail>('SELECT * FROM mails WHERE id = $1', [mailId]);
    return rows[0];
  }

  /** What the mail's history says, the oldest first. */
  async history(mailId: string): Promise<{ readonly status: string; readonly answer: string | null }[]> {
    const { rows } = await this.mailer.query<{ status: string; answer: string | null }>(
      'SELECT status, answer FROM mail_attempts WHERE mail_id = $1 ORDER BY number',
      [mailId],
    );
    return rows;
  }

  async ask<Row extends pg.QueryResultRow>(query: string, values: readonly unknown[] = []): Promise<Row[]> {
    return (await this.mailer.query<Row>(query, [...values])).rows;
  }

  /** Waits until the log says so of the mail. */
  async until(mailId: string, ...statuses: readonly string[]): Promise<LoggedMail> {
    let last: LoggedMail | undefined;
    await this.so(
      async () => {
        last = await this.logged(mailId);
        return last !== undefined && statuses.includes(last.status);
      },
      () => `the mail is ${statuses.join(' or ')}: ${JSON.stringify(last)}`,
    );
    if (!last) throw new Error('there is one by now');
    return last;
  }

  /** Waits until something is so. */
  async so(
    isSo: () => boolean | Promise<boolean>,
    words: () => string = () => String(isSo),
    within = patience,
  ): Promise<void> {
    const end = performance.now() + within;
    while (!(await isSo())) {
      if (performance.now() > end) throw new Error(`not so after ${within} ms: ${words()}`);
      await wait(20);
    }
  }

  /** Lets the time pass that a mail has to wait, or that a claim of a sender that is gone lasts. */
  async pass(mailId: string): Promise<void> {
    await this.mailer.query(
      `UPDATE mails SET next_attempt_at = least(next_attempt_at, now()), claimed_until = least(claimed_until, now())
       WHERE id = $1 AND next_attempt_at IS NOT NULL`,
      [mailId],
    );
    await this.mailer.query(`SELECT pg_notify('mailer_mails', '')`);
  }
}
