import type { EntityManager } from 'typeorm';
import type { Outbox } from '../outbox.js';
import type { MailApp } from './mail-apps.js';
import { readerInMessage, sendingInMessage, type MailReader, type MailSending } from './mail.js';

/** One mail to one reader. */
export interface WantedMail extends MailSending {
  /** A UUID fixed for this mail, so that it is sent once however often it is asked for. */
  readonly mailId: string;
  readonly reader: MailReader;
}

/** Asks the mailer for a mail, in the caller's transaction: it is sent exactly if that commits. */
export class AskForMail {
  constructor(
    private readonly outbox: Outbox,
    private readonly app: MailApp,
  ) {}

  async run(manager: EntityManager, mail: WantedMail): Promise<void> {
    await this.all(manager, [mail]);
  }

  /** Many different mails in few statements. */
  async all(manager: EntityManager, mails: readonly WantedMail[]): Promise<void> {
    await this.outbox.addAll(
      manager,
      mails.map((mail) => mailRequest(this.app, mail)),
    );
  }
}

/** The message that asks for a mail, for whoever sends it together with others. */
export const mailRequest = <App extends MailApp>(app: App, mail: WantedMail) => ({
  type: `${app}.mail-requested.v1` as const,
  aggregate: { id: mail.mailId, version: 1 },
  correlationId: mail.correlationId,
  payload: { mailId: mail.mailId, ...readerInMessage(mail.reader), ...sendingInMessage(mail) },
});
