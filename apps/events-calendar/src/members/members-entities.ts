import { AffiliationRow } from './affiliation.entity.js';
import { ErasedPersonRow } from './erased-person.entity.js';
import { OrganisationRow } from './organisation.entity.js';
import { PersonRow } from './person.entity.js';
import { SeatRow } from './seat.entity.js';

/** What the calendar keeps of the people and organisations of `members`. */
export const membersEntities = [PersonRow, AffiliationRow, SeatRow, OrganisationRow, ErasedPersonRow];
