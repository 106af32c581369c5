import { AddressIsFree } from './address-is-free.js';
import { CreatePerson } from './create-person.js';
import { PeopleRepository } from './people.repository.js';
import { PersonMessages } from './person-messages.js';
import { RightsOf } from './rights-of.js';

/** What reads and changes people's records, for the pages here and for sign-in. */
export const peopleProviders = [PeopleRepository, PersonMessages, RightsOf, AddressIsFree, CreatePerson];
