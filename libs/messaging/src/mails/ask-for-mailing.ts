import type { EntityManager } from 'typeorm';
import { v5 as uuidv5 } from 'uuid';
import { recipientsAtOnce } from '#contracts';
import type { Outbox } from '../outbox.js';
import type { MailingApp } from './mail-apps.js';
import { readerInMessage, sendingInMessage, type MailReader, type MailSending } from './mail.js';

/** One mail to many readers. */
export interface WantedMailing extends MailSending {
  /** A UUID fixed for this mailing. */
  readonly mailingId: string;
  /** As staff know it: "Annual Conference 2027: how to get there". */
  readonly title: string;
  /** A person, or an address, that is there twice gets one mail. */
  readonly readers: readonly MailReader[];
}

/** What tells one reader from another: who they are, else where their mail goes. */
const keyOf = ({ personId, to }: MailReader): string => personId ?? to.address.trim().toLowerCase();

/** Asks the mailer to send the same to many, in the caller's transaction: all of them are asked for, or none. */
export class AskForMailing {
  constructor(
    private readonly outbox: Outbox,
    private readonly app: MailingApp,
  ) {}

  /** @returns how many readers it goes to */
  async run(manager: EntityManager, mailing: WantedMailing): Promise<number> {
    const { mailingId, title, correlationId } = mailing;
    const readers = new Map<string, MailReader>();
    for (const reader of mailing.readers) {
      const key = keyOf(reader);
      if (!readers.has(key)) readers.set(key, reader);
    }
    const recipients = [...readers].map(([key, reader]) => ({
      mailId: uuidv5(key, mailingId),
      ...readerInMessage(reader),
    }));
    await this.outbox.add(manager, {
      type: `${this.app}.mailing-requested.v1`,
      aggregate: { id: mailingId, version: 1 },
      correlationId,
      payload: { mailingId, title, total: recipients.length, ...sendingInMessage(mailing) },
    });
    const parts = Math.ceil(recipients.length / recipientsAtOnce);
    await this.outbox.addAll(
      manager,
      Array.from({ length: parts }, (_, part) => ({
        type: `${this.app}.mailing-addressed.v1` as const,
        aggregate: { id: mailingId, version: part + 2 },
        correlationId,
        payload: {
          mailingId,
          recipients: recipients.slice(part * recipientsAtOnce, (part + 1) * recipientsAtOnce),
        },
      })),
    );
    return recipients.length;
  }
}
