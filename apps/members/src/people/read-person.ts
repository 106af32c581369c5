import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { BoardRow } from './board.entity.js';
import { namesFor } from './describe-changes.js';
import type { Person } from './domain/person.js';
import type { Names } from './domain/words.js';
import { PeopleRepository } from './people.repository.js';
import type { PersonRevisionRow } from './person-revision.entity.js';
import { noSuchPerson } from './problems.js';

/** What there is to choose from in a form. */
export interface NamedChoice {
  readonly value: string;
  readonly text: string;
}

/** People's records for the staff's pages. */
@Injectable()
export class ReadPerson {
  constructor(
    private readonly people: PeopleRepository,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  /**
   * The person; of a record that was merged into another, that other.
   *
   * @throws Problem 404 for nobody and for a record that was erased
   */
  async read(id: string): Promise<Person> {
    const person = await this.people.find(id);
    if (!person || person.erasedAt !== null) throw noSuchPerson();
    return person;
  }

  /** The newest first, with what was done to records that are part of this one now. */
  async history(person: Person): Promise<PersonRevisionRow[]> {
    return this.people.history(person.id);
  }

  /** What others changed since the version, the newest first. */
  async since(person: Person, version: number): Promise<PersonRevisionRow[]> {
    return this.people.since(person.id, version);
  }

  /** What the organisations and boards are called that the records speak of. */
  async names(...people: readonly Person[]): Promise<Names> {
    return namesFor(this.dataSource.manager, people);
  }

  /** Every organisation, in the order of their names. */
  async organisations(): Promise<NamedChoice[]> {
    return this.dataSource.query(
      'SELECT id AS value, name AS text FROM organisations ORDER BY lower(name), id',
    );
  }

  /** Every board, in the order of their names. */
  async boards(): Promise<NamedChoice[]> {
    const boards = await this.dataSource.manager.find(BoardRow, { order: { name: 'ASC' } });
    return boards.map(({ slug, name }) => ({ value: slug, text: name }));
  }
}
