import { AddEmail } from './add-email.js';
import { AddressIsFree } from './address-is-free.js';
import { ChangePerson } from './change-person.js';
import { ChangeRole } from './change-role.js';
import { CreatePerson } from './create-person.js';
import { EditPerson } from './edit-person.js';
import { EndAffiliation } from './end-affiliation.js';
import { MakePrimary } from './make-primary.js';
import { MergePeople } from './merge-people.js';
import { PeopleRepository } from './people.repository.js';
import { PersonMessages } from './person-messages.js';
import { RemoveEmail } from './remove-email.js';
import { RemoveSeat } from './remove-seat.js';
import { RightsOf } from './rights-of.js';
import { SetAffiliation } from './set-affiliation.js';
import { SetSeat } from './set-seat.js';
import { VerifyEmail } from './verify-email.js';

/** What reads and changes people's records, for the pages here and for sign-in. */
export const peopleProviders = [
  PeopleRepository,
  PersonMessages,
  RightsOf,
  AddressIsFree,
  ChangePerson,
  CreatePerson,
  EditPerson,
  AddEmail,
  RemoveEmail,
  MakePrimary,
  VerifyEmail,
  SetAffiliation,
  EndAffiliation,
  SetSeat,
  RemoveSeat,
  ChangeRole,
  MergePeople,
];
