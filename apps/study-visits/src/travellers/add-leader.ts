import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { FindPerson, notedActor } from '#people';
import { conflict, valueOf, type Actor } from '#platform';
import { mustNotBeOver } from '../visits/change-visit.js';
import { LockVisit } from '../visits/lock-visit.js';
import { VisitHistory } from '../visits/visit-history.js';
import { checkNamed, type NameInput } from './domain/named.js';
import type { Traveller } from './domain/traveller.js';
import { TravellerRow } from './traveller.entity.js';
import { WriteToTraveller } from './write-to-traveller.js';
import { WriteTraveller } from './write-traveller.js';

/** Adds somebody who leads the visit: they travel with it and take no place. */
@Injectable()
export class AddLeader {
  constructor(
    private readonly lock: LockVisit,
    private readonly people: FindPerson,
    private readonly add: WriteTraveller,
    private readonly write: WriteToTraveller,
    private readonly history: VisitHistory,
  ) {}

  /**
   * @param manager of a transaction that holds no lock yet
   * @throws Problem 404; 409 `is-traveller` where somebody with this address travels already, `visit-ended`; 422
   */
  async run(
    manager: EntityManager,
    actor: Actor,
    visitId: string,
    input: NameInput & { readonly organisationName: string },
  ): Promise<Traveller> {
    const noted = await notedActor(manager, actor);
    const visit = await this.lock.run(manager, visitId);
    mustNotBeOver(visit);
    const named = valueOf(checkNamed(input));
    const address = named.email.toLowerCase();
    const there = await manager
      .createQueryBuilder(TravellerRow, 'traveller')
      .where(
        `traveller.visitId = :visit AND traveller.status = 'confirmed' AND lower(traveller.email) = :address`,
        {
          visit: visit.id,
          address,
        },
      )
      .getOne();
    if (there !== null)
      throw conflict('is-traveller', `${there.name} travels with this visit already, with this address.`);
    const person = (await this.people.byEmails([address], manager)).get(address);
    const leader = await this.add.run(
      manager,
      visit,
      {
        ...named,
        part: 'leader',
        organisationId: null,
        organisationName: input.organisationName.trim().slice(0, 200),
        category: null,
        countsAs: null,
        funded: false,
        applicationId: null,
        personId: person?.id ?? null,
        replaces: null,
      },
      actor.requestId,
    );
    await this.write.added(manager, visit, leader, 'leader', actor.requestId);
    await this.history.note(manager, visit.id, {
      actor: noted,
      action: `Leader added: traveller ${leader.number}`,
      changes: [],
    });
    return leader;
  }
}
