import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Outbox } from '#messaging';
import { named, told, type Reader, type Sending } from './mail.js';

/** One mail to one reader. */
export interface WantedMail extends Sending {
  /** A UUID fixed for this mail, so that it is sent once however often it is asked for. */
  readonly mailId: string;
  readonly reader: Reader;
}

/** Asks the mailer for a mail, in the caller's transaction: it is sent exactly if that commits. */
@Injectable()
export class AskForMail {
  constructor(private readonly outbox: Outbox) {}

  async run(manager: EntityManager, mail: WantedMail): Promise<void> {
    await this.all(manager, [mail]);
  }

  /** Many different mails in few statements. */
  async all(manager: EntityManager, mails: readonly WantedMail[]): Promise<void> {
    await this.outbox.addAll(manager, mails.map(requestFor));
  }
}

/** The message that asks for a mail, for whoever sends it together with others. */
export const requestFor = (mail: WantedMail) => ({
  type: 'exhibition-stands.mail-requested.v1' as const,
  aggregate: { id: mail.mailId, version: 1 },
  correlationId: mail.correlationId,
  payload: { mailId: mail.mailId, ...named(mail.reader), ...told(mail) },
});
