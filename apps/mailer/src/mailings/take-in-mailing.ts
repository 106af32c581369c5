import type { EntityManager } from 'typeorm';
import type { Message } from '#contracts';
import { neededBy } from '../messages/take-in-mail.js';
import type { Recipient, TakeIn } from '../mails/take-in.js';
import { MailingRow } from './mailing.entity.js';

type Requested = 'events-calendar.mailing-requested.v1' | 'conference-registration.mailing-requested.v1';

/** Keeps what a mailing says, whoever asks for it; its readers follow. */
export async function keepMailing(manager: EntityManager, message: Message<Requested>): Promise<void> {
  const { mailingId, kind, title, subject, html, text, calendar, due, total } = message.payload;
  await manager.query(
    `INSERT INTO mailings (id, kind, title, subject, html, text, calendar_method, calendar_content, due_at, needed_by,
       total, asked_at, correlation_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
     ON CONFLICT (id) DO NOTHING`,
    [
      mailingId,
      kind,
      title,
      subject,
      html,
      text,
      calendar?.method ?? null,
      calendar?.content ?? null,
      due,
      neededBy(message),
      total,
      message.at,
      message.correlationId,
    ],
  );
}

/**
 * Takes in the mails of a mailing's next readers.
 *
 * @throws Error when what the mailing says has not come yet; the message comes again then
 */
export async function takeInMailing(
  takeIn: TakeIn,
  manager: EntityManager,
  mailingId: string,
  recipients: readonly Recipient[],
  correlationId: string,
): Promise<void> {
  const mailing = await manager.findOne(MailingRow, {
    where: { id: mailingId },
    select: { id: true, kind: true, subject: true, dueAt: true, neededBy: true, askedAt: true },
  });
  if (mailing === null) throw new Error(`what the mailing ${mailingId} says has not come yet`);
  await takeIn.run(manager, recipients, {
    kind: mailing.kind,
    subject: mailing.subject,
    content: null,
    mailingId,
    due: mailing.dueAt?.toISOString() ?? null,
    neededBy: mailing.neededBy.toISOString(),
    askedAt: mailing.askedAt.toISOString(),
    correlationId,
  });
}
