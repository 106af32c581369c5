import { AffiliationRow } from './affiliation.entity.js';
import { ErasedPersonRow } from './erased-person.entity.js';
import { OrganisationRow } from './organisation.entity.js';
import { PersonRow } from './person.entity.js';

/** What is kept of the people and organisations of `members`. */
export const peopleEntities = [OrganisationRow, PersonRow, AffiliationRow, ErasedPersonRow];
