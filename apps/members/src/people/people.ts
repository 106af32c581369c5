import { AddEmail } from './add-email.js';
import { AddressIsFree } from './address-is-free.js';
import { PagePeople } from './api/page-people.js';
import { PeopleController } from './api/people.controller.js';
import { ChangePerson } from './change-person.js';
import { ChangeRole } from './change-role.js';
import { CreatePerson } from './create-person.js';
import { EditPerson } from './edit-person.js';
import { EndAffiliation } from './end-affiliation.js';
import { FindPeople } from './find-people.js';
import { MakePrimary } from './make-primary.js';
import { MergePeople } from './merge-people.js';
import { AddEmailPage } from './pages/add-email.page.js';
import { AffiliationPage } from './pages/affiliation.page.js';
import { ChangeEmailPage } from './pages/change-email.page.js';
import { EditPersonPage } from './pages/edit-person.page.js';
import { EndAffiliationPage } from './pages/end-affiliation.page.js';
import { FindDuplicatePage } from './pages/find-duplicate.page.js';
import { ListPeoplePage } from './pages/list-people.page.js';
import { MergePeoplePage } from './pages/merge-people.page.js';
import { NewPersonPage } from './pages/new-person.page.js';
import { OwnDetailsPage } from './pages/own-details.page.js';
import { PersonPage } from './pages/person.page.js';
import { RemoveSeatPage } from './pages/remove-seat.page.js';
import { RolesPage } from './pages/roles.page.js';
import { SeatPage } from './pages/seat.page.js';
import { PeopleRepository } from './people.repository.js';
import { PersonMessages } from './person-messages.js';
import { OtherChairs } from './other-chairs.js';
import { ReadPerson } from './read-person.js';
import { RemoveEmail } from './remove-email.js';
import { RemoveSeat } from './remove-seat.js';
import { RightsOf } from './rights-of.js';
import { SetAffiliation } from './set-affiliation.js';
import { SetSeat } from './set-seat.js';
import { VerifyEmail } from './verify-email.js';

/** The pages on which people's records are kept, and what programs ask. */
export const peoplePages = [
  ListPeoplePage,
  NewPersonPage,
  PersonPage,
  EditPersonPage,
  AddEmailPage,
  ChangeEmailPage,
  AffiliationPage,
  EndAffiliationPage,
  SeatPage,
  RemoveSeatPage,
  RolesPage,
  FindDuplicatePage,
  MergePeoplePage,
  OwnDetailsPage,
  PeopleController,
];

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
  FindPeople,
  ReadPerson,
  OtherChairs,
  PagePeople,
];
