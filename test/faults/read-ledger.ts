import { v5 as uuidv5 } from 'uuid';
import { ask } from './ask.ts';
import type { Follower } from './followers.ts';
import type { Ledger, OwedMail } from './ledger.ts';
import { mailDomain, type Site } from './site.ts';

/** What the run itself knows. */
export interface Done {
  readonly ref: string;
  readonly edits: number;
  /** The event's version before the first of them. */
  readonly firstVersion: number;
  readonly followers: readonly Follower[];
}

/** What stands in the tables of all services and at the mail server when all is quiet. */
export async function readLedger(
  site: Site,
  { ref, edits, firstVersion, followers }: Done,
): Promise<Omit<Ledger, 'outages' | 'left'> & { readonly mailings: number }> {
  const { adminUrl } = site.database;
  const [event] = await ask<{ id: string; version: number; sequence: number }>(
    adminUrl,
    'SELECT id, version, sequence FROM events_calendar.events WHERE ref = $1',
    [ref],
  );
  if (!event) throw new Error(`the event ${ref} is gone`);
  const told = await ask<{ version: number }>(
    adminUrl,
    `SELECT aggregate_version AS version FROM events_calendar.outbox
     WHERE type IN ('events-calendar.event-changed.v1', 'events-calendar.event-cancelled.v1')
       AND aggregate_id = $1 AND aggregate_version > $2`,
    [event.id, firstVersion],
  );
  const [counted] = await ask<{ edits: number }>(
    adminUrl,
    `SELECT coalesce(sum(edits), 0)::int AS edits FROM events_calendar.notices WHERE event_id = $1 AND why = 'changed'`,
    [event.id],
  );
  const mailings = await ask<{ id: string }>(
    adminUrl,
    'SELECT id FROM events_calendar.told_mailings WHERE event_id = $1',
    [event.id],
  );
  const attempts = await ask<{ messageId: string; attempts: number }>(
    adminUrl,
    'SELECT message_id AS "messageId", attempts FROM mailer.mails',
  );
  return {
    edits,
    versions: event.version - firstVersion,
    told: told.map(({ version }) => version),
    counted: counted?.edits ?? 0,
    sequence: event.sequence,
    mailings: mailings.length,
    owed: mailings.flatMap(({ id }) => followers.map((follower) => owedMail(id, follower))),
    receipts: site.receipts(),
    attempts: new Map(attempts.map(({ messageId, attempts }) => [messageId, attempts])),
  };
}

/** What a mailing owes a follower: which mail that is follows from both, so that nobody need ask the mailer. */
function owedMail(mailingId: string, { id, address }: Follower): OwedMail {
  return { messageId: `<${uuidv5(id, mailingId)}@${mailDomain}>`, to: address };
}
