import { FindTwins } from './find-twins.js';
import { ListAttended } from './list-attended.js';
import { ListUnsettled } from './list-unsettled.js';
import { SettleConferencePage } from './pages/settle-conference.page.js';
import { SettleConference } from './settle-conference.js';
import { KeepConference } from './keep-conference.js';
import { KeepDelegate } from './keep-delegate.js';
import { OnConferenceChanged } from './messages/on-conference-changed.js';
import { OnConferencePublished } from './messages/on-conference-published.js';
import { OnDelegateCancelled } from './messages/on-delegate-cancelled.js';
import { OnDelegateConfirmed } from './messages/on-delegate-confirmed.js';
import { OwnEvents } from './own-events.js';
import { ShowConference } from './show-conference.js';

/** What handles the messages of `conference-registration`. */
export const conferenceHandlers = [
  OnConferencePublished,
  OnConferenceChanged,
  OnDelegateConfirmed,
  OnDelegateCancelled,
];

/** What shows conferences in the calendar, and knows who takes part. */
export const conferenceProviders = [
  FindTwins,
  KeepConference,
  KeepDelegate,
  ListAttended,
  ListUnsettled,
  OwnEvents,
  SettleConference,
  ShowConference,
];

/** Where staff say which event a conference is. */
export const conferencePages = [SettleConferencePage];
