import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { conflict, dateOf, type Actor } from '#platform';
import { ApplicationRow } from '../applications/application.entity.js';
import { MoveReservesUp } from '../offers/move-reserves-up.js';
import { TellApplicants } from '../offers/tell-applicants.js';
import { WriteOffers } from '../offers/write-offers.js';
import { CLOCK, type Clock } from '../tokens.js';
import { ChangeSelection } from './change-selection.js';
import { reasonInWords } from './in-words.js';
import { OutcomeRow, SelectionRow } from './selection.entities.js';

/** Tells every applicant what became of their application, and why, and offers those their places who have one. */
@Injectable()
export class TellSelection {
  constructor(
    private readonly change: ChangeSelection,
    private readonly offers: WriteOffers,
    private readonly tell: TellApplicants,
    private readonly moveUp: MoveReservesUp,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * It is done once: a second time is refused. Whoever has withdrawn since the run is told nothing, and their place goes to
   * the next reserve.
   *
   * @param seen the selection’s version; `null`: whichever it is
   * @returns how many are told
   * @throws Problem 404; 409 `selection-not-run`, `edited-meanwhile`, `selection-told`
   */
  run(actor: Actor, visitId: string, seen: number | null): Promise<number> {
    return this.change.run(actor, visitId, seen, async ({ manager, visit, selection }) => {
      if (selection.runAt === null)
        throw conflict('selection-not-run', 'Run the selection first, and look at its result.');
      const { requestId: correlationId } = actor;
      const rows = await manager.findBy(OutcomeRow, { visitId: visit.id });
      const applications = await manager.findBy(ApplicationRow, {
        id: In(rows.map(({ applicationId }) => applicationId)),
        status: 'submitted',
      });
      const byId = new Map(applications.map((application) => [application.id, application]));
      const there = rows
        .toSorted((one, other) => one.rank - other.rank)
        .filter(({ applicationId }) => byId.has(applicationId));
      const toldAt = dateOf(this.clock());
      // What follows asks whether all have been told.
      await manager.update(SelectionRow, { visitId: visit.id }, { toldAt });
      await this.offers.run(
        manager,
        visit,
        there.flatMap(({ applicationId, countsAs, lifts, funded, ...row }) =>
          countsAs === null ? [] : [{ applicationId, countsAs, lifts, funded, why: whyOf(row) }],
        ),
        { occasion: 'selected', correlationId },
      );
      await this.tell.refused(
        manager,
        visit,
        there.flatMap(({ applicationId, outcome, position, ...row }) => {
          const application = byId.get(applicationId);
          return application === undefined || outcome === 'place'
            ? []
            : [{ application, position, why: whyOf(row) }];
        }),
        correlationId,
      );
      await this.moveUp.run(manager, visit, correlationId);
      return {
        result: there.length,
        columns: { toldAt },
        action: `All applicants told the result: ${there.length}`,
      };
    });
  }
}

/** What an applicant reads of why: what staff said, or what the rules led to. */
export const whyOf = ({ overrideWhy, reason }: Pick<OutcomeRow, 'overrideWhy' | 'reason'>): string =>
  overrideWhy ?? reasonInWords(reason);
