import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { checkOptionalText } from '#checks';
import { lockPeopleForChanges, notedActor } from '#people';
import { conflict, dateOf, Transactions, valueOf, type Actor, type Problem } from '#platform';
import { AskForCredit } from '../invoicing/ask-for-credit.js';
import { MoveReservesUp } from '../offers/move-reserves-up.js';
import { OfferRow } from '../offers/offer.entity.js';
import { CLOCK, type Clock } from '../tokens.js';
import type { Visit } from '../visits/domain/visit.js';
import { mustNotBeOver } from '../visits/change-visit.js';
import { VisitHistory } from '../visits/visit-history.js';
import { refundPercent, stillCharged } from './domain/refund.js';
import type { Traveller } from './domain/traveller.js';
import { OpenTraveller, type AnyTraveller } from './open-traveller.js';
import { TellTraveller } from './tell-traveller.js';
import { travellerOf } from './traveller-of.js';
import { TravellerRow } from './traveller.entity.js';
import { WriteToTraveller } from './write-to-traveller.js';

/** What withdrawing now would cost. */
export interface Cost {
  /** Of the price that need not be paid. */
  readonly percent: number;
  /** What has to be paid in all, in pence. */
  readonly chargedPence: number;
}

/** 409: there is nothing to withdraw from any more. */
export const visitBegun = (): Problem =>
  conflict('visit-begun', 'The visit has begun, so who travels stays as it is. Ring whoever leads it.');

/** Takes somebody off those who travel, by the visit’s stated rules; the place goes to the next reserve. */
@Injectable()
export class WithdrawTraveller {
  constructor(
    private readonly transactions: Transactions,
    private readonly open: OpenTraveller,
    private readonly tell: TellTraveller,
    private readonly write: WriteToTraveller,
    private readonly credit: AskForCredit,
    private readonly moveUp: MoveReservesUp,
    private readonly history: VisitHistory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What it would cost today; a funded place and a leader’s cost nothing in any case. */
  cost(visit: Visit, { funded, part }: Pick<Traveller, 'funded' | 'part'>): Cost {
    const percent = refundPercent(visit.refunds, visit.firstDay, this.today(visit));
    const isFree = funded || part === 'leader';
    return { percent, chargedPence: isFree ? 0 : stillCharged(visit.pricePence, percent) };
  }

  /**
   * Does nothing the second time.
   *
   * @param actor staff, or who books for their organisation; `null`: the traveller, by their own link
   * @throws Problem 404; 409 `visit-begun`, `visit-ended`; 422
   */
  run(actor: Actor | null, which: AnyTraveller, why: string, correlationId: string): Promise<Traveller> {
    return this.transactions.run(async (manager) => {
      const noted = actor === null ? null : await notedActor(manager, actor);
      if (noted === null) await lockPeopleForChanges(manager);
      const { traveller, visit } = await this.open.forChange(which, manager);
      if (traveller.status === 'withdrawn') return traveller;
      mustNotBeOver(visit);
      if (this.today(visit) >= visit.firstDay) throw visitBegun();
      const reason = valueOf(checkOptionalText(why, 'why', { longest: 1000, manyLines: true }));
      const { percent, chargedPence } = this.cost(visit, traveller);
      const after = await this.end(manager, traveller, reason);
      await this.tell.now(manager, visit, after, correlationId);
      await this.write.withdrawn(manager, visit, traveller, chargedPence, correlationId);
      if (noted !== null) {
        await this.history.note(manager, visit.id, {
          actor: noted,
          action: `Traveller ${traveller.number} withdrawn`,
          reason,
          changes: [],
        });
      }
      await this.moveUp.run(manager, visit, correlationId);
      await this.credit.run(manager, {
        travellerId: traveller.id,
        percent,
        reason: `Withdrawn from ${visit.title}`,
        correlationId,
      });
      return after;
    });
  }

  private async end(
    manager: EntityManager,
    { id, version }: Traveller,
    why: string | null,
  ): Promise<Traveller> {
    await manager.update(
      TravellerRow,
      { id },
      {
        status: 'withdrawn',
        withdrawnAt: dateOf(this.clock()),
        withdrawnWhy: why,
        version: version + 1,
      },
    );
    await manager
      .createQueryBuilder()
      .update(OfferRow)
      .set({ status: 'withdrawn', travellerId: null, version: () => 'version + 1' })
      .where({ travellerId: id })
      .execute();
    return travellerOf(await manager.findOneByOrFail(TravellerRow, { id }));
  }

  private today(visit: Visit): string {
    return this.clock().toZonedDateTimeISO(visit.zone).toPlainDate().toString();
  }
}
