import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Checked } from '#checks';
import { Transactions, valueOf, type Actor } from '#platform';
import type { ConferenceRow } from '../conferences/conference.entity.js';
import { changesBetween } from '../set-up/domain/changes.js';
import { OrganisationChoices } from '../set-up/organisation-choices.js';
import { asSeen, type Seen } from '../set-up/problems.js';
import { SetUp } from '../set-up/set-up.js';
import { TicketsRepository } from '../tickets/tickets.repository.js';
import { AllocationsRepository } from './allocations.repository.js';
import {
  allocationWords,
  checkAllocation,
  checkPlaces,
  whomInWords,
  type Allocation,
  type AllocationInput,
  type AllocationsSoFar,
} from './domain/allocation-details.js';

/** Gives, changes and takes away free places. What was booked free of charge stays free. */
@Injectable()
export class ChangeAllocations {
  constructor(
    private readonly transactions: Transactions,
    private readonly setUp: SetUp,
    private readonly tickets: TicketsRepository,
    private readonly organisations: OrganisationChoices,
    private readonly allocations: AllocationsRepository,
  ) {}

  /**
   * Within a transaction of the caller's, who makes sure that a second press of the button does not come here.
   *
   * @throws Problem 404; 409 `conference-ended`; 422 with every field that needs attention
   */
  async add(
    manager: EntityManager,
    actor: Actor,
    conferenceId: string,
    input: AllocationInput,
  ): Promise<Allocation> {
    const conference = await this.setUp.open(manager, conferenceId);
    const soFar = await this.soFar(manager, conference);
    const details = valueOf(checkAllocation(input, soFar));
    const version = await this.setUp.record(manager, conferenceId, {
      actor,
      action: 'gave free places',
      changes: changesBetween(null, allocationWords(details, soFar)),
    });
    const allocation = { ...details, id: uuidv7(), version };
    await this.allocations.add(manager, conferenceId, allocation);
    return allocation;
  }

  /**
   * Changes how many there are. Fewer than are taken: nobody loses theirs, and no more are free.
   *
   * @throws Problem 404; 409 `edited-meanwhile`, `conference-ended`; 422
   */
  async edit(
    actor: Actor,
    { conferenceId, id, version }: Seen,
    places: Checked<number>,
  ): Promise<Allocation> {
    return this.transactions.run(async (manager) => {
      const conference = await this.setUp.open(manager, conferenceId);
      const before = asSeen(
        await this.allocations.read(conferenceId, id, manager),
        version,
        'number of free places',
      );
      const after = { ...before, places: valueOf(checkPlaces(places, 0)) };
      if (after.places === before.places) return before;
      return this.write(manager, conference, { actor, before, after, action: 'changed free places' });
    });
  }

  /**
   * Takes free places away: all of it where nobody ever had one, otherwise none is free any more.
   *
   * @throws Problem 404; 409 `conference-ended`
   */
  async remove(actor: Actor, conferenceId: string, id: string): Promise<Allocation> {
    return this.transactions.run(async (manager) => {
      const conference = await this.setUp.open(manager, conferenceId);
      const before = await this.allocations.read(conferenceId, id, manager);
      if (await this.allocations.isUsed(manager, conferenceId, id)) {
        if (before.places === 0) return before;
        const after = { ...before, places: 0 };
        return this.write(manager, conference, { actor, before, after, action: 'took away free places' });
      }
      await this.setUp.record(manager, conferenceId, {
        actor,
        action: 'took away free places',
        changes: changesBetween(allocationWords(before, await this.soFar(manager, conference)), null),
      });
      await this.allocations.delete(manager, id);
      return before;
    });
  }

  private async write(
    manager: EntityManager,
    conference: ConferenceRow,
    change: { actor: Actor; action: string; before: Allocation; after: Allocation },
  ): Promise<Allocation> {
    const { actor, action, before, after } = change;
    const soFar = await this.soFar(manager, conference);
    const ticket = soFar.tickets.find(({ id }) => id === before.ticketTypeId)?.name ?? '';
    const version = await this.setUp.record(manager, conference.id, {
      actor,
      action: `${action} of “${ticket}” for ${whomInWords(before, soFar.organisations)}`,
      changes: changesBetween(allocationWords(before, soFar), allocationWords(after, soFar)),
    });
    const written = { ...after, version };
    await this.allocations.update(manager, written);
    return written;
  }

  private async soFar(manager: EntityManager, conference: ConferenceRow): Promise<AllocationsSoFar> {
    return {
      tickets: await this.tickets.list(conference, manager),
      organisations: await this.organisations.all(manager),
      allocations: await this.allocations.list(conference.id, manager),
    };
  }
}
