import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v5 as uuidv5 } from 'uuid';
import { recipientsAtOnce } from '#contracts';
import { Outbox } from '#messaging';
import { named, told, type Reader, type Sending } from './mail.js';

/** One mail to many readers. */
export interface WantedMailing extends Sending {
  /** A UUID fixed for this mailing. */
  readonly mailingId: string;
  /** As staff know it: "Annual Conference 2027: how to get there". */
  readonly title: string;
  /** A person, or an address, that is there twice gets one mail. */
  readonly readers: readonly Reader[];
}

/** What tells one reader from another: who they are, else where their mail goes. */
const keyOf = ({ personId, to }: Reader): string => personId ?? to.address.trim().toLowerCase();

/** Asks the mailer to send the same to many, in the caller's transaction: all of them are asked for, or none. */
@Injectable()
export class AskForMailing {
  constructor(private readonly outbox: Outbox) {}

  /** @returns how many readers it goes to */
  async run(manager: EntityManager, mailing: WantedMailing): Promise<number> {
    const { mailingId, title, correlationId } = mailing;
    const readers = new Map<string, Reader>();
    for (const reader of mailing.readers) {
      const key = keyOf(reader);
      if (!readers.has(key)) readers.set(key, reader);
    }
    const recipients = [...readers].map(([key, reader]) => ({
      mailId: uuidv5(key, mailingId),
      ...named(reader),
    }));
    await this.outbox.add(manager, {
      type: 'conference-registration.mailing-requested.v1',
      aggregate: { id: mailingId, version: 1 },
      correlationId,
      payload: { mailingId, title, total: recipients.length, ...told(mailing) },
    });
    const parts = Math.ceil(recipients.length / recipientsAtOnce);
    await this.outbox.addAll(
      manager,
      Array.from({ length: parts }, (_, part) => ({
        type: 'conference-registration.mailing-addressed.v1' as const,
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
