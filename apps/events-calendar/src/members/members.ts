import { CountKnown } from './count-known.js';
import { FindKnownPerson } from './find-known-person.js';
import { ForgetContact } from './forget-contact.js';
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
import { KnownMembersPage } from './pages/known-members.page.js';
import { ReplayAtStart } from './replay-at-start.js';
import { RequestReplay } from './request-replay.js';

/** What handles the messages that the calendar gets. */
export const messageHandlers = [OnOrganisationChanged, OnPersonChanged, OnMembershipChanged, OnPersonErased];

/** What keeps, finds and forgets what `members` tells. */
export const membersProviders = [
  KeepOrganisation,
  KeepPerson,
  MergePerson,
  ForgetPerson,
  ForgetContact,
  FindKnownPerson,
  CountKnown,
  HeldOn,
  RequestReplay,
  ReplayAtStart,
];

export const membersPages = [KnownMembersPage, HeldOnController];
