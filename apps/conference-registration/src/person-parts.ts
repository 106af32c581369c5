import { standShiftsOfPeople, travelsOfPeople } from '#elsewhere';
import type { PersonPart } from '#people';
import { bookingsOfPeople } from './bookings/people.js';
import { conferencesOfPeople } from './conferences/people.js';
import { moneyOfPeople } from './money/people.js';
import { runningOfPeople } from './running/people.js';
import { visitsOfPeople } from './visits/people.js';
import { waitingListOfPeople } from './waiting-list/people.js';

/**
 * What each feature holds of people, in the order in which a person is forgotten: conferences first, as their locks are; the
 * bookings last, as they lead to much of the rest.
 */
export const personParts: readonly PersonPart[] = [
  conferencesOfPeople,
  runningOfPeople,
  moneyOfPeople,
  visitsOfPeople,
  waitingListOfPeople,
  standShiftsOfPeople('so that we can tell you if you are booked twice'),
  travelsOfPeople('so that we can tell you if you are booked twice'),
  bookingsOfPeople,
];
