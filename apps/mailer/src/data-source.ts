import type { DataSource } from 'typeorm';
import { messageEntities } from '#messaging';
import { postgresDataSource } from '#platform';
import { MailAttemptRow } from './mails/mail-attempt.entity.js';
import { MailRow } from './mails/mail.entity.js';
import { CreateMails1763780450000 } from './migrations/1763780450000-create-mails.js';
import { CreateMessages1763780451000 } from './migrations/1763780451000-create-messages.js';
import { TimeMessages1763780485000 } from './migrations/1763780485000-time-messages.js';

/** @param databaseUrl the address of the service's own role */
export function createDataSource(databaseUrl: string): DataSource {
  return postgresDataSource({
    url: databaseUrl,
    schema: 'mailer',
    entities: [MailRow, MailAttemptRow, ...messageEntities],
    migrations: [CreateMails1763780450000, CreateMessages1763780451000, TimeMessages1763780485000],
  });
}
