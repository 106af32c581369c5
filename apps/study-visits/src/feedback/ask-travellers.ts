import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { homeZone } from '#checks';
import { AskForMail } from '#messaging';
import { lockPeopleForChanges } from '#people';
import { Transactions } from '#platform';
import { dateInWords } from '#ui';
import { visitInMail } from '../readiness/in-words.js';
import type { VisitSettings } from '../settings.js';
import { CLOCK, SETTINGS, type Clock } from '../tokens.js';
import { ReadTravellers } from '../travellers/read-travellers.js';
import { TravellerLinks } from '../travellers/traveller-links.js';
import { LockVisit } from '../visits/lock-visit.js';
import { ownFeedbackPath } from './addresses.js';
import { ownNotePath } from '../learning-notes/addresses.js';
import { lastDayToAnswer, mailDue, openForDays } from './domain/asking.js';
import { howWasItEmail } from './emails/visit-how-was-it.email.js';
import { FeedbackMailRow, FeedbackRow } from './feedback.entity.js';

/** Asks those who travelled how it was: once, and once more whoever has not said it. */
@Injectable()
export class AskTravellers {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly lock: LockVisit,
    private readonly travellers: ReadTravellers,
    private readonly links: TravellerLinks,
    private readonly askForMail: AskForMail,
    @Inject(SETTINGS) private readonly settings: Pick<VisitSettings, 'PUBLIC_URL'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** However often and in however many processes it runs, each has each mail once. @returns how many were sent */
  async run(correlationId: string, stopping?: AbortSignal): Promise<number> {
    const today = this.clock().toZonedDateTimeISO(homeZone).toPlainDate();
    const visits: { id: string }[] = await this.dataSource.query(
      "SELECT id FROM visits WHERE status = 'over' AND last_day >= $1 ORDER BY last_day, id",
      [today.subtract({ days: openForDays }).toString()],
    );
    let sent = 0;
    for (const { id } of visits) {
      stopping?.throwIfAborted();
      sent += await this.visit(id, today.toString(), correlationId);
    }
    return sent;
  }

  private visit(visitId: string, today: string, correlationId: string): Promise<number> {
    return this.transactions.run(async (manager) => {
      await lockPeopleForChanges(manager);
      const visit = await this.lock.run(manager, visitId);
      const travellers = await this.travellers.confirmed(visitId, manager);
      const answers = await manager.findBy(FeedbackRow, { visitId });
      const answered = new Set(answers.map(({ travellerId }) => travellerId));
      const mails = await manager
        .createQueryBuilder(FeedbackMailRow, 'm')
        .where('m.traveller_id = ANY(:ids)', { ids: travellers.map(({ id }) => id) })
        .getMany();
      let sent = 0;
      for (const { id, personId, name, email } of travellers) {
        const on = (step: string) =>
          mails.find((mail) => mail.travellerId === id && mail.step === step)?.sentOn ?? null;
        const asked = {
          today,
          askedOn: on('asked'),
          remindedOn: on('reminded'),
          hasAnswered: answered.has(id),
        };
        const step = mailDue(visit, asked);
        if (step === null || email === null) continue;
        await manager.insert(FeedbackMailRow, { travellerId: id, step, sentOn: today });
        const { PUBLIC_URL: siteUrl } = this.settings;
        const secret = this.links.secretFor(id);
        await this.askForMail.run(manager, {
          mailId: uuidv7(),
          reader: { personId, to: { name, address: email } },
          kind: 'visit-links',
          content: howWasItEmail({
            visit: visitInMail(visit),
            step,
            name,
            until: dateInWords(Temporal.PlainDate.from(lastDayToAnswer(visit))),
            feedbackUrl: siteUrl + ownFeedbackPath(secret),
            noteUrl: siteUrl + ownNotePath(secret),
            siteUrl,
          }),
          correlationId,
        });
        sent += 1;
      }
      return sent;
    });
  }
}
