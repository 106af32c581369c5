import { mailTemplatesAccess, messagesAccess } from '#messaging';
import { peopleAccess } from '#people';
import type { AccessTable } from '#platform';
import { atOnceAccess } from './at-once/access.js';
import { bookingPageAccess } from './booking-page/access.js';
import { bookingsAccess } from './bookings/access.js';
import { changingAccess } from './changing/access.js';
import { catalogueAccess } from './catalogue/access.js';
import { conferencesAccess } from './conferences/access.js';
import { moneyAccess } from './money/access.js';
import { doubleBookingsAccess } from './double-bookings/access.js';
import { guestsAccess } from './guests/access.js';
import { visitsAccess } from './visits/access.js';
import { waitingListAccess } from './waiting-list/access.js';
import { myBookingsAccess } from './my-bookings/access.js';
import { openApiAccess } from './openapi/access.js';
import { runningAccess } from './running/access.js';
import { settingUpAccess } from './set-up/access.js';

/** Every address of conference registration and who may use it; each feature says its own in `<feature>/access.ts`. */
export const access: AccessTable = {
  'GET /conference/assets/:name': 'everyone',
  ...catalogueAccess,
  ...conferencesAccess,
  ...settingUpAccess,
  ...runningAccess,
  ...openApiAccess,
  ...bookingsAccess,
  ...doubleBookingsAccess,
  ...atOnceAccess,
  ...bookingPageAccess,
  ...changingAccess,
  ...peopleAccess,
  ...moneyAccess,
  ...visitsAccess,
  ...mailTemplatesAccess,
  ...myBookingsAccess,
  ...guestsAccess,
  ...waitingListAccess,
  ...messagesAccess,
};
