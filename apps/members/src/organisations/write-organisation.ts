import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Organisation } from './domain/organisation.js';
import { OrganisationMessages } from './organisation-messages.js';
import { OrganisationsRepository, type Write } from './organisations.repository.js';
import { domainTaken, editedMeanwhile, nameTaken, noSuchOrganisation, unlessTaken } from './problems.js';

/** Writes one organisation with all that belongs to a change: its history, its numbers and its messages. */
@Injectable()
export class WriteOrganisation {
  constructor(
    private readonly organisations: OrganisationsRepository,
    private readonly messages: OrganisationMessages,
  ) {}

  /** @throws Problem 422 when its name or one of its domains is another's */
  async add(manager: EntityManager, write: Write): Promise<void> {
    await this.checkTaken(manager, write.organisation);
    await unlessTaken(write.organisation.name, () => this.organisations.add(manager, [write]));
    await this.messages.written(manager, [write], write.revision.actor.requestId);
  }

  /** @throws Problem 422 when its name or one of its domains is another's */
  async update(manager: EntityManager, write: Write): Promise<void> {
    await this.checkTaken(manager, write.organisation);
    await unlessTaken(write.organisation.name, () => this.organisations.update(manager, [write]));
    await this.messages.written(manager, [write], write.revision.actor.requestId);
  }

  /**
   * The organisation as the person saw it, locked.
   *
   * @throws Problem 404; 409 `edited-meanwhile`
   */
  async open(manager: EntityManager, id: string, version: number): Promise<Organisation> {
    const organisation = await this.organisations.lock(manager, id);
    if (!organisation) throw noSuchOrganisation();
    if (organisation.version !== version) throw editedMeanwhile();
    return organisation;
  }

  private async checkTaken(manager: EntityManager, { id, name, domains }: Organisation): Promise<void> {
    const [same] = await this.organisations.findByNames([name], manager);
    if (same && same.id !== id) throw nameTaken(same.name);
    const owners = await this.organisations.ownersOf(domains, manager);
    for (const [domain, owner] of owners) {
      if (owner.id !== id) throw domainTaken(domain, owner.name);
    }
  }
}
