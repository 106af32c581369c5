import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { homeDay } from '../domain/home-day.js';
import { memberStatuses } from '../organisations/domain/organisation.js';
import { CLOCK, type Clock } from '../tokens.js';
import { rightsOn, type Rights } from './domain/rights.js';
import type { Person } from './domain/person.js';
import { PeopleRepository } from './people.repository.js';

/** What a person is and may do now. */
@Injectable()
export class RightsOf {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly people: PeopleRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @returns `null` for an id of nobody, and for a record that was merged into another or erased */
  async of(personId: string, manager: EntityManager = this.dataSource.manager): Promise<Rights | null> {
    const person = await this.people.findRecord(personId, manager);
    return person && this.ofPerson(person, manager);
  }

  /** The same of a record that has been read already. */
  async ofPerson(person: Person, manager: EntityManager = this.dataSource.manager): Promise<Rights | null> {
    const booksFor = person.affiliations
      .filter(({ isBookingContact }) => isBookingContact)
      .map(({ organisationId }) => organisationId);
    const members = new Set(booksFor.length === 0 ? [] : await currentMembers(manager, booksFor));
    return rightsOn(person, homeDay(this.clock()), (id) => members.has(id));
  }
}

/** Which of the organisations are members of the network now. */
async function currentMembers(manager: EntityManager, ids: readonly string[]): Promise<string[]> {
  const rows: { id: string }[] = await manager.query(
    'SELECT id FROM organisations WHERE id = ANY($1::uuid[]) AND status = ANY($2)',
    [ids, memberStatuses],
  );
  return rows.map(({ id }) => id);
}
