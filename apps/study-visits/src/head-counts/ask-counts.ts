import { Inject, Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { homeZone } from '#checks';
import { lockPeopleForChanges, notedActor } from '#people';
import { conflict, doneBy, nameOfActor } from '#platform';
import { keptForDays } from '../secrets/erase-details.js';
import { CLOCK, type Clock } from '../tokens.js';
import { noSuchTraveller } from '../travellers/read-travellers.js';
import { OpenTraveller } from '../travellers/open-traveller.js';
import type { Visit } from '../visits/domain/visit.js';
import { FindVisit } from '../visits/find-visit.js';
import type { CountAsker, Counter } from './counts.js';

interface Asked {
  readonly visit: Visit;
  readonly by: Counter;
}

/** Finds the visit whose heads somebody counts, and who they are. */
@Injectable()
export class AskCounts {
  constructor(
    private readonly visits: FindVisit,
    private readonly travellers: OpenTraveller,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Problem 404, also for travellers who do not lead the visit, or who withdrew */
  async visitOf(asker: CountAsker, manager?: EntityManager): Promise<Visit> {
    if ('actor' in asker) return this.visits.byId(asker.visitId, manager);
    return (await this.leader(asker.secret, manager)).visit;
  }

  /**
   * The same for a change, whose transaction this begins: the people are locked.
   *
   * @throws Problem 404; 409 `visit-cancelled`, `visit-long-over`
   */
  async forChange(asker: CountAsker, manager: EntityManager): Promise<Asked> {
    await lockPeopleForChanges(manager);
    const asked =
      'actor' in asker ? await this.asStaff(asker, manager) : await this.asLeader(asker.secret, manager);
    this.mustBeCounted(asked.visit);
    return asked;
  }

  private async asStaff(
    { actor, visitId }: Extract<CountAsker, { readonly actor: unknown }>,
    manager: EntityManager,
  ): Promise<Asked> {
    const noted = await notedActor(manager, actor);
    const { actorId, personId } = doneBy(noted);
    const by = { personId: actorId ?? personId, travellerId: null, name: nameOfActor(noted.identity) };
    return { visit: await this.visits.byId(visitId, manager), by };
  }

  private async asLeader(secret: string, manager: EntityManager): Promise<Asked> {
    const { visit, traveller } = await this.leader(secret, manager);
    // A leader whom the site knows is found by the traveller, as those are whom it does not.
    return { visit, by: { personId: null, travellerId: traveller.id, name: traveller.name } };
  }

  private async leader(secret: string, manager: EntityManager | undefined) {
    const opened = await this.travellers.read({ secret }, manager);
    const { part, status } = opened.traveller;
    if (part !== 'leader' || status !== 'confirmed') throw noSuchTraveller();
    return opened;
  }

  /** What is erased by then must not come back by a phone that was in a drawer. */
  private mustBeCounted({ status, lastDay }: Visit): void {
    if (status === 'cancelled') {
      throw conflict('visit-cancelled', 'The visit is called off, so nobody is counted.');
    }
    const today = this.clock().toZonedDateTimeISO(homeZone).toPlainDate();
    const last = Temporal.PlainDate.from(lastDay).add({ days: keptForDays });
    if (Temporal.PlainDate.compare(today, last) >= 0) {
      throw conflict(
        'visit-long-over',
        `The visit has been over for ${keptForDays} days, so its head counts are erased.`,
      );
    }
  }
}
