import { allocationPages, allocationProviders } from '../allocations/allocations.js';
import { codePages, codeProviders } from '../codes/codes.js';
import { poolPages, poolProviders } from '../pools/pools.js';
import { questionPages, questionProviders } from '../questions/set-up/questions.js';
import { ticketPages, ticketProviders } from '../tickets/tickets.js';
import { ThingAnswers } from './api/thing-answers.js';
import { LastChange } from './last-change.js';
import { OrganisationChoices } from './organisation-choices.js';
import { SaveNew } from './pages/save-new.js';
import { SetUpPages } from './pages/set-up-pages.js';
import { SetUp } from './set-up.js';

/** What shows to staff, and to programs, what a conference offers. */
export const settingUpPages = [
  ...ticketPages,
  ...allocationPages,
  ...poolPages,
  ...codePages,
  ...questionPages,
];

export const settingUpProviders = [
  SetUp,
  SetUpPages,
  SaveNew,
  LastChange,
  ThingAnswers,
  OrganisationChoices,
  ...ticketProviders,
  ...allocationProviders,
  ...poolProviders,
  ...codeProviders,
  ...questionProviders,
];
