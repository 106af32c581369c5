import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Message } from '#contracts';
import { Outbox, type MessageHandler } from '#messaging';
import { plural } from '#ui';

/** Forgets who a person's mails were for and what they said; that there were mails stays in the log. */
@Injectable()
export class OnPersonErased implements MessageHandler<'members.person-erased.v1'> {
  readonly type = 'members.person-erased.v1';

  constructor(private readonly outbox: Outbox) {}

  async handle(manager: EntityManager, message: Message<'members.person-erased.v1'>): Promise<void> {
    const { id: personId, erasureId } = message.payload;
    const mails = await this.forgetMails(manager, personId);
    const letters = await this.deleteDeadLetters(manager, personId);
    const did = [
      `${plural(mails, 'mail')} made anonymous`,
      ...(letters > 0 ? [`${plural(letters, 'message')} deleted that could not be handled`] : []),
    ];
    await this.outbox.add(manager, {
      type: 'mailer.person-erasure-done.v1',
      aggregate: { id: erasureId, version: 1 },
      correlationId: message.correlationId,
      payload: { erasureId, personId, did: did.join(', ') },
    });
  }

  /** The person's mails, and those to an address of theirs that name nobody, as invitations do. */
  private async forgetMails(manager: EntityManager, personId: string): Promise<number> {
    const [forgotten] = await manager.query<{ count: number }[]>(
      `WITH forgotten AS (
         UPDATE mails SET person_id = NULL, to_name = NULL, to_address = NULL, subject = NULL, html = NULL, text = NULL,
           last_answer = NULL, next_attempt_at = NULL, claim = NULL, claimed_until = NULL,
           status = CASE WHEN next_attempt_at IS NULL THEN status ELSE 'withdrawn' END
         WHERE person_id = $1 OR (person_id IS NULL AND to_address IN (SELECT to_address FROM mails WHERE person_id = $1))
         RETURNING id
       ), silenced AS (
         UPDATE mail_attempts SET answer = NULL WHERE mail_id IN (SELECT id FROM forgotten)
       )
       SELECT count(*)::int AS count FROM forgotten`,
      [personId],
    );
    return forgotten?.count ?? 0;
  }

  private async deleteDeadLetters(manager: EntityManager, personId: string): Promise<number> {
    const [deleted] = await manager.query<{ count: number }[]>(
      `WITH deleted AS (
         DELETE FROM dead_letters WHERE message -> 'payload' ->> 'personId' = $1 RETURNING id
       )
       SELECT count(*)::int AS count FROM deleted`,
      [personId],
    );
    return deleted?.count ?? 0;
  }
}
