import type { Provider } from '@nestjs/common';
import { FindOrganisation } from './find-organisation.js';
import { FindPerson } from './find-person.js';
import { ForgetPerson } from './forget-person.js';
import { HeldOnController } from './held-on.controller.js';
import { HeldOn } from './held-on.js';
import { KeepOrganisation } from './keep-organisation.js';
import { KeepPerson } from './keep-person.js';
import { MergePerson } from './merge-person.js';
import { OnMembershipChanged } from './messages/on-membership-changed.js';
import { OnOrganisationChanged } from './messages/on-organisation-changed.js';
import { OnPersonChanged } from './messages/on-person-changed.js';
import { OnPersonErased } from './messages/on-person-erased.js';
import { PEOPLE_OF, type PeopleOf } from './people-of.js';
import { PERSON_PARTS, type PersonPart } from './person-part.js';
import { ReplayAtStart } from './replay-at-start.js';
import { RequestReplay } from './request-replay.js';

/** What handles the messages of `members`. */
export const peopleHandlers = [OnOrganisationChanged, OnPersonChanged, OnMembershipChanged, OnPersonErased];

/**
 * What keeps, finds and forgets what `members` tells.
 *
 * @param parts what the app's features hold of people
 */
export const peopleProviders = (own: PeopleOf, parts: readonly PersonPart[]): Provider[] => [
  { provide: PEOPLE_OF, useValue: own },
  { provide: PERSON_PARTS, useValue: parts },
  KeepOrganisation,
  KeepPerson,
  MergePerson,
  ForgetPerson,
  FindOrganisation,
  FindPerson,
  HeldOn,
  RequestReplay,
  ReplayAtStart,
];

export const peopleControllers = [HeldOnController];
