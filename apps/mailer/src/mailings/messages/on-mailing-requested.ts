import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Message } from '#contracts';
import type { MessageHandler } from '#messaging';
import { neededBy } from '../../messages/take-in-mail.js';

type Type = 'events-calendar.mailing-requested.v1';

/** Keeps what a mailing says; its readers follow. */
@Injectable()
export class OnMailingRequested implements MessageHandler<Type> {
  readonly type: Type = 'events-calendar.mailing-requested.v1';

  async handle(manager: EntityManager, message: Message<Type>): Promise<void> {
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
}
