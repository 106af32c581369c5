import type { Provider } from '@nestjs/common';
import { Outbox } from '../outbox.js';
import { AskForMail } from './ask-for-mail.js';
import { AskForMailing } from './ask-for-mailing.js';
import type { MailApp, MailingApp } from './mail-apps.js';

/** For the providers of an app that asks for mails: {@link AskForMail}. */
export const mailProviders = (app: MailApp): Provider[] => [
  { provide: AskForMail, inject: [Outbox], useFactory: (outbox: Outbox) => new AskForMail(outbox, app) },
];

/** For one that asks for mails to many besides: {@link AskForMailing}. */
export const mailingProviders = (app: MailingApp): Provider[] => [
  ...mailProviders(app),
  {
    provide: AskForMailing,
    inject: [Outbox],
    useFactory: (outbox: Outbox) => new AskForMailing(outbox, app),
  },
];
