import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { Transactions, valueOf, type Actor } from '#platform';
import { homeDay } from '../domain/home-day.js';
import { CLOCK, type Clock } from '../tokens.js';
import { diff } from './domain/changes.js';
import { createOrganisation, type NewOrganisationInput } from './domain/create.js';
import { membershipSoFar } from './domain/membership.js';
import type { Organisation } from './domain/organisation.js';
import { WriteOrganisation } from './write-organisation.js';

/** Writes a new organisation's record. */
@Injectable()
export class CreateOrganisation {
  constructor(
    private readonly transactions: Transactions,
    private readonly write: WriteOrganisation,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Problem 422 with every field that needs attention */
  async run(actor: Actor, input: NewOrganisationInput): Promise<Organisation> {
    return this.transactions.run((manager) => this.add(manager, actor, input));
  }

  /** The same within a transaction of the caller's. */
  async add(manager: EntityManager, actor: Actor, input: NewOrganisationInput): Promise<Organisation> {
    const now = this.clock();
    const today = homeDay(now);
    const organisation = valueOf(createOrganisation(uuidv7(), input, { today, now }));
    await this.write.add(manager, {
      organisation,
      revision: { actor, action: 'created', changes: diff(null, organisation) },
      memberships: membershipSoFar(organisation, today),
    });
    return organisation;
  }
}
