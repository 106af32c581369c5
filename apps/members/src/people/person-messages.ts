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
    const told = await this.tell(manager, [id], correlationId, to);
    if (told === 0) throw new Error(`there is no person ${id} to tell of`);
  }

  /**
   * Tells others of many records as they are; ids of none are left out.
   *
   * @param to only these apps; without it all that keep people
   * @returns of how many it told
   */
  async tell(
    manager: EntityManager,
    ids: readonly string[],
    correlationId: string,
    to?: readonly AppName[],
  ): Promise<number> {
    const people = await this.people.findRecords(ids, manager);
    const boards = people.some(({ seats }) => seats.length > 0) ? await manager.find(BoardRow) : [];
    const boardNames = new Map(boards.map(({ slug, name }) => [slug, name]));
    await this.outbox.addAll(
      manager,
      people.map((person) => ({
        type: 'members.person-changed.v1',
        aggregate: { id: person.id, version: person.version },
        correlationId,
        payload: payloadOf(person, boardNames),
        ...(to && { to }),
      })),
    );
    return people.length;
  }
}

/** @param boardNames by slug */
function payloadOf(
  person: Person,
  boardNames: ReadonlyMap<string, string>,
): PayloadOf<'members.person-changed.v1'> {
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
      boardName: boardNames.get(board) ?? board,
      position,
      startsOn,
      endsOn,
    })),
    mergedInto: person.mergedInto,
  };
}
