import { In, type EntityManager } from 'typeorm';
import { OrganisationRow } from '../organisations/organisation.entity.js';
import { BoardRow } from './board.entity.js';
import { diff, type FieldChange } from './domain/changes.js';
import type { Person } from './domain/person.js';
import type { Names } from './domain/words.js';

/** What a change altered, in words: organisations and boards by the names that they have at the time. */
export async function describeChanges(
  manager: EntityManager,
  before: Person | null,
  after: Person,
): Promise<readonly FieldChange[]> {
  return diff(before, after, await namesFor(manager, [before, after]));
}

/** The names of all that these records speak of. */
export async function namesFor(manager: EntityManager, records: readonly (Person | null)[]): Promise<Names> {
  const people = records.filter((record) => record !== null);
  const ids = new Set(people.flatMap(({ affiliations }) => affiliations.map((one) => one.organisationId)));
  const organisations =
    ids.size === 0
      ? []
      : await manager.find(OrganisationRow, {
          select: { id: true, name: true },
          where: { id: In([...ids]) },
        });
  const boards = people.some(({ seats }) => seats.length > 0) ? await manager.find(BoardRow) : [];
  return {
    organisations: new Map(organisations.map(({ id, name }) => [id, name])),
    boards: new Map(boards.map(({ slug, name }) => [slug, name])),
  };
}
