import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import type { Message } from '#contracts';
import type { MessageHandler } from '#messaging';
import { reasonNotToSend } from '../sending/domain/sendable.js';
import { lastMoment } from '../sending/domain/retry.js';
import { Postman } from '../sending/postman.js';

const oneLine = (text: string) => text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ');

/** Takes a mail in; it is sent once this is committed. */
@Injectable()
export class OnMailRequested implements MessageHandler<'members.mail-requested.v1'> {
  readonly type = 'members.mail-requested.v1';

  constructor(private readonly postman: Postman) {}

  async handle(manager: EntityManager, message: Message<'members.mail-requested.v1'>): Promise<void> {
    const { mailId, kind, personId, to, subject, html, text, neededBy } = message.payload;
    const reason = reasonNotToSend({ toName: to.name, toAddress: to.address, subject });
    const until = lastMoment(
      Temporal.Instant.from(message.at),
      neededBy === null ? null : Temporal.Instant.from(neededBy),
    );
    await manager.query(
      `WITH taken AS (
         INSERT INTO mails (id, kind, person_id, to_name, to_address, subject, html, text, message_id, status,
           needed_by, asked_at, attempts, last_answer, next_attempt_at, correlation_id)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, CASE WHEN $13::text IS NULL THEN 'asked' ELSE 'refused' END,
           $10, $11, CASE WHEN $13 IS NULL THEN 0 ELSE 1 END, $13, CASE WHEN $13 IS NULL THEN now() END, $12)
         ON CONFLICT (id) DO NOTHING
         RETURNING id, status, last_answer
       )
       INSERT INTO mail_attempts (mail_id, number, at, status, answer)
       SELECT id, 1, now(), status, last_answer FROM taken WHERE status = 'refused'`,
      [
        mailId,
        kind,
        personId,
        to.name === null ? null : oneLine(to.name),
        oneLine(to.address),
        oneLine(subject),
        reason === null ? html : null,
        reason === null ? text : null,
        this.postman.messageIdOf(mailId),
        until.toString(),
        message.at,
        message.correlationId,
        reason,
      ],
    );
  }
}
