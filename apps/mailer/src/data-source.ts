import type { DataSource } from 'typeorm';
import { messageEntities, scheduleEntities } from '#messaging';
import { postgresDataSource } from '#platform';
import { mailingEntities } from './mailings/mailings.js';
import { MailAttemptRow } from './mails/mail-attempt.entity.js';
import { MailRow } from './mails/mail.entity.js';
import { CreateMails1763780450000 } from './migrations/1763780450000-create-mails.js';
import { CreateMessages1763780451000 } from './migrations/1763780451000-create-messages.js';
import { CreateMailings1763780460000 } from './migrations/1763780460000-create-mailings.js';
import { CreateSuppressedAddresses1763780470000 } from './migrations/1763780470000-create-suppressed-addresses.js';
import { FindSingleMails1763780471000 } from './migrations/1763780471000-find-single-mails.js';
import { TimeMessages1763780485000 } from './migrations/1763780485000-time-messages.js';
import { CreateScheduleRuns1763780486000 } from './migrations/1763780486000-create-schedule-runs.js';
import { peopleEntities } from './people/people.js';
import { SwitchedOffRow } from './preferences/switched-off.entity.js';
import { SuppressedAddressRow } from './suppression/suppressed-address.entity.js';

/** @param databaseUrl the address of the service's own role */
export function createDataSource(databaseUrl: string): DataSource {
  return postgresDataSource({
    url: databaseUrl,
    schema: 'mailer',
    entities: [
      MailRow,
      MailAttemptRow,
      SwitchedOffRow,
      SuppressedAddressRow,
      ...mailingEntities,
      ...peopleEntities,
      ...messageEntities,
      ...scheduleEntities,
    ],
    migrations: [
      CreateMails1763780450000,
      CreateMessages1763780451000,
      CreateMailings1763780460000,
      CreateSuppressedAddresses1763780470000,
      FindSingleMails1763780471000,
      TimeMessages1763780485000,
      CreateScheduleRuns1763780486000,
    ],
  });
}
