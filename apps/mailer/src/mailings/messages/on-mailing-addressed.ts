import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Message } from '#contracts';
import type { MessageHandler } from '#messaging';
import { TakeIn } from '../../mails/take-in.js';
import { MailingRow } from '../mailing.entity.js';

type Type = 'events-calendar.mailing-addressed.v1';

/** Takes in the mails of a mailing's next readers. */
@Injectable()
export class OnMailingAddressed implements MessageHandler<Type> {
  readonly type: Type = 'events-calendar.mailing-addressed.v1';

  constructor(private readonly takeIn: TakeIn) {}

  /** @throws Error when what the mailing says has not come yet; the message comes again then */
  async handle(manager: EntityManager, message: Message<Type>): Promise<void> {
    const { mailingId, recipients } = message.payload;
    const mailing = await manager.findOne(MailingRow, {
      where: { id: mailingId },
      select: { id: true, kind: true, subject: true, dueAt: true, neededBy: true, askedAt: true },
    });
    if (mailing === null) throw new Error(`what the mailing ${mailingId} says has not come yet`);
    await this.takeIn.run(
      manager,
      recipients.map((recipient) => ({ ...recipient, to: null })),
      {
        kind: mailing.kind,
        subject: mailing.subject,
        content: null,
        mailingId,
        due: mailing.dueAt?.toISOString() ?? null,
        neededBy: mailing.neededBy.toISOString(),
        askedAt: mailing.askedAt.toISOString(),
        correlationId: message.correlationId,
      },
    );
  }
}
