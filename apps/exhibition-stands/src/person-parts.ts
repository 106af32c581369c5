import { attendedConferencesOfPeople, travelsOfPeople } from '#elsewhere';
import type { PersonPart } from '#people';
import { afterwardsOfPeople } from './afterwards/people.js';
import { draftsOfPeople } from './board/people.js';
import { dayOfPeople } from './day/people.js';
import { eventsOfPeople } from './events/people.js';
import { fillsOfPeople } from './rota/fill/people.js';
import { programSearchesOfPeople } from './rota/problems/people.js';
import { plansOfPeople } from './plans/people.js';
import { stockOfPeople } from './stock/people.js';
import { shiftsOfPeople } from './published/people.js';
import { swapsOfPeople } from './swaps/people.js';
import { teamOfPeople } from './team/people.js';
import { visitorsOfPeople } from './visitors/people.js';

/** What each feature holds of people, in the order in which a person is forgotten. */
export const personParts: readonly PersonPart[] = [
  attendedConferencesOfPeople('so that nobody asks you to be on a stand then'),
  travelsOfPeople('so that nobody asks you to be on a stand then'),
  fillsOfPeople,
  programSearchesOfPeople,
  draftsOfPeople,
  plansOfPeople,
  stockOfPeople,
  shiftsOfPeople,
  dayOfPeople,
  swapsOfPeople,
  eventsOfPeople,
  visitorsOfPeople,
  afterwardsOfPeople,
  teamOfPeople,
];
