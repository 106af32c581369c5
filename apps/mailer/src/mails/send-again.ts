import { Inject, Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { conflict, Transactions, type Actor, type Log } from '#platform';
import { LOG } from '../tokens.js';
import { reasonNotToSendAgain, usefulUntil } from './domain/send-again.js';
import { PastMails } from './past-mails.js';
import { TakeIn } from './take-in.js';

/** Sends a mail once more, as a mail of its own, to where its reader's mail goes today. */
@Injectable()
export class SendAgain {
  constructor(
    private readonly transactions: Transactions,
    private readonly past: PastMails,
    private readonly takeIn: TakeIn,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /**
   * @param id the mail
   * @param newId what the new one is called; it is sent once, however often it is asked for
   * @throws Problem 404 when there is no such mail, 409 saying why it cannot be sent again
   */
  async run(id: string, newId: string, { identity, requestId }: Actor): Promise<void> {
    await this.transactions.run(async (manager) => {
      const { past, personId, toName, toAddress, subject, dueAt, content } = await this.past.read(
        manager,
        id,
      );
      const now = Temporal.Now.instant();
      const reason = reasonNotToSendAgain(past, now);
      const until = usefulUntil(past, now);
      if (reason !== null || until === null || toAddress === null) {
        throw conflict('not-sent-again', reason ?? 'This mail cannot be sent again.');
      }
      await this.takeIn.run(
        manager,
        [{ mailId: newId, personId, to: { name: toName, address: toAddress } }],
        {
          kind: past.kind,
          subject,
          content,
          mailingId: null,
          againOf: id,
          due: dueAt?.toISOString() ?? null,
          neededBy: until.toString(),
          askedAt: now.toString({ fractionalSecondDigits: 3 }),
          correlationId: requestId,
        },
      );
    });
    this.log.info({ mailId: id, againAs: newId, by: identity.personId, requestId }, 'a mail is sent again');
  }
}
