import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AppName, PayloadOf } from '#contracts';
import { Outbox } from '#messaging';
import { BoardRow } from './board.entity.js';
import { primaryEmail, type Person } from './domain/person.js';
import { PeopleRepository } from './people.repository.js';

/** The one place from which others hear of people. */
@Injectable()
export class PersonMessages {
  constructor(
    private readonly outbox: Outbox,
    private readonly people: PeopleRepository,
  ) {}

  /**
   * Tells others of a person's record as the transaction leaves it.
   *
   * @param to only these apps; without it all that keep people
   * @throws Error when there is no such record
   */
  async changed(
    manager: EntityManager,
    id: string,
    correlationId: string,
    to?: readonly AppName[],
  ): Promise<void> {
    const person = await this.people.findRecord(id, manager);
    if (!person) throw new Error(`there is no person ${id} to tell of`);
    await this.outbox.add(manager, {
      type: 'members.person-changed.v1',
      aggregate: { id, version: person.version },
      correlationId,
      payload: await payloadOf(manager, person),
      ...(to && { to }),
    });
  }
}

async function payloadOf(
  manager: EntityManager,
  person: Person,
): Promise<PayloadOf<'members.person-changed.v1'>> {
  const boards = person.seats.length === 0 ? [] : await manager.find(BoardRow);
  const names = new Map(boards.map(({ slug, name }) => [slug, name]));
  const email = primaryEmail(person);
  return {
    id: person.id,
    name: person.name,
    preferredName: person.preferredName,
    pronouns: person.pronouns,
    email: email?.verifiedAt ? email.address : null,
    phone: person.phone,
    jobTitle: person.jobTitle,
    roles: person.grants.map(({ role }) => role),
    affiliations: person.affiliations.map(({ organisationId, role, isBookingContact }) => ({
      organisationId,
      role,
      isBookingContact,
    })),
    seats: person.seats.map(({ board, position, startsOn, endsOn }) => ({
      board,
      boardName: names.get(board) ?? board,
      position,
      startsOn,
      endsOn,
    })),
    mergedInto: person.mergedInto,
  };
}
