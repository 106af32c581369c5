import { Inject, Injectable } from '@nestjs/common';
import { FindPerson, lockPeopleForChanges, notedActor } from '#people';
import { conflict, dateOf, Transactions, valueOf, type Actor } from '#platform';
import { MoveCharges } from '../invoicing/move-charges.js';
import { OfferRow } from '../offers/offer.entity.js';
import { CLOCK, type Clock } from '../tokens.js';
import { mustNotBeOver } from '../visits/change-visit.js';
import { VisitHistory } from '../visits/visit-history.js';
import { checkNamed, type NameInput } from './domain/named.js';
import type { Traveller } from './domain/traveller.js';
import { OpenTraveller, type AnyTraveller } from './open-traveller.js';
import { TellTraveller } from './tell-traveller.js';
import { travellerOf } from './traveller-of.js';
import { TravellerRow } from './traveller.entity.js';
import { visitBegun } from './withdraw-traveller.js';
import { WriteToTraveller } from './write-to-traveller.js';
import { WriteTraveller } from './write-traveller.js';

/**
 * Puts a colleague of the same organisation in somebody’s place. It stays the same place: of the same kind, funded or not, with a limit
 * set aside or not; and the money stays as it is.
 */
@Injectable()
export class ReplaceTraveller {
  constructor(
    private readonly transactions: Transactions,
    private readonly open: OpenTraveller,
    private readonly people: FindPerson,
    private readonly add: WriteTraveller,
    private readonly tell: TellTraveller,
    private readonly write: WriteToTraveller,
    private readonly charges: MoveCharges,
    private readonly history: VisitHistory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @param actor staff, or who books for their organisation; `null`: the traveller, by their own link
   * @returns who travels now
   * @throws Problem 404; 409 `has-withdrawn`, `no-organisation`, `visit-begun`, `visit-ended`; 422
   */
  run(actor: Actor | null, which: AnyTraveller, input: NameInput, correlationId: string): Promise<Traveller> {
    return this.transactions.run(async (manager) => {
      const noted = actor === null ? null : await notedActor(manager, actor);
      if (noted === null) await lockPeopleForChanges(manager);
      const { traveller: before, visit } = await this.open.forChange(which, manager);
      if (before.status === 'withdrawn')
        throw conflict('has-withdrawn', 'They travel no longer, so nobody can come in their place.');
      if (before.part === 'leader' || before.organisationName === '') {
        throw conflict(
          'no-organisation',
          'Only somebody of the same organisation can come in a delegate’s place, and they are of none.',
        );
      }
      mustNotBeOver(visit);
      if (this.clock().toZonedDateTimeISO(visit.zone).toPlainDate().toString() >= visit.firstDay)
        throw visitBegun();
      const named = valueOf(checkNamed(input));
      const address = named.email.toLowerCase();
      const person = (await this.people.byEmails([address], manager)).get(address);
      await manager.update(
        TravellerRow,
        { id: before.id },
        { status: 'withdrawn', withdrawnAt: dateOf(this.clock()), version: before.version + 1 },
      );
      const gone = travellerOf(await manager.findOneByOrFail(TravellerRow, { id: before.id }));
      await this.tell.now(manager, visit, gone, correlationId);
      const { part, organisationId, organisationName, category, countsAs, funded } = before;
      const after = await this.add.run(
        manager,
        visit,
        {
          ...named,
          part,
          organisationId,
          organisationName,
          category,
          countsAs,
          funded,
          applicationId: null,
          personId: person?.id ?? null,
          replaces: before.id,
        },
        correlationId,
      );
      await manager.update(OfferRow, { travellerId: before.id }, { travellerId: after.id });
      await this.charges.run(manager, before.id, after.id);
      await this.write.added(manager, visit, after, 'substitute', correlationId);
      if (noted !== null) {
        await this.history.note(manager, visit.id, {
          actor: noted,
          action: `Traveller ${after.number} comes in the place of ${before.number}`,
          changes: [],
        });
      }
      return after;
    });
  }
}
