import { ErasedPersonRow } from './erased-person.entity.js';
import { ForgetPerson } from './forget-person.js';
import { KeepPerson } from './keep-person.js';
import { OnPersonChanged } from './messages/on-person-changed.js';
import { OnPersonErased } from './messages/on-person-erased.js';
import { PersonRow } from './person.entity.js';
import { ReplayAtStart } from './replay-at-start.js';

export const peopleEntities = [PersonRow, ErasedPersonRow];

export const peopleHandlers = [OnPersonChanged, OnPersonErased];

/** What keeps and forgets where people's mail goes. */
export const peopleProviders = [KeepPerson, ForgetPerson, ReplayAtStart];
