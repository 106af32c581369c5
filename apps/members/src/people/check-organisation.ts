import type { EntityManager } from 'typeorm';
import { validate as isUuid } from 'uuid';
import { accepted, refuse, type Checked } from '#checks';
import { OrganisationRow } from '../organisations/organisation.entity.js';
import type { Person } from './domain/person.js';

/** The person, if there is such an organisation as they are said to belong to. */
export async function checkOrganisation(
  manager: EntityManager,
  person: Person,
  id: string,
): Promise<Checked<Person>> {
  if (isUuid(id) && (await manager.existsBy(OrganisationRow, { id }))) return accepted(person);
  return refuse('organisationId', 'no-such-organisation', 'Choose one of the organisations.');
}
