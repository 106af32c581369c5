import { AffiliationRow } from './affiliation.entity.js';
import { BoardRow } from './board.entity.js';
import { EmailRow } from './email.entity.js';
import { GrantRow } from './grant.entity.js';
import { PersonRevisionRow } from './person-revision.entity.js';
import { PersonRow } from './person.entity.js';
import { SeatRow } from './seat.entity.js';

/** The tables that hold people. */
export const peopleEntities = [
  PersonRow,
  EmailRow,
  AffiliationRow,
  BoardRow,
  SeatRow,
  GrantRow,
  PersonRevisionRow,
];
