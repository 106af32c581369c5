import { EventGuestsController } from './api/guests.controller.js';
import { EventLinksController } from './api/event-links.controller.js';
import { EventsController } from './api/events.controller.js';
import { CallOffEvents } from './call-off-events.js';
import { ChangeEvent } from './change-event.js';
import { EventCover } from './event-cover.js';
import { AnswerInvitation } from './guests/answer-invitation.js';
import { ForgetGuests } from './guests/forget-guests.schedule.js';
import { GuestCalendar } from './guests/guest-calendar.js';
import { GuestLinks } from './guests/guest-links.js';
import { InviteGuests } from './guests/invite-guests.js';
import { LookAfterGuests } from './guests/look-after-guests.schedule.js';
import { ReadGuests } from './guests/read-guests.js';
import { RemoveGuest } from './guests/remove-guest.js';
import { TellGuests } from './guests/tell-guests.js';
import { TickGuest } from './guests/tick-guest.js';
import { KeepEvents } from './keep-events.js';
import { EventFormsPage } from './pages/event-forms.page.js';
import { EventPage } from './pages/event.page.js';
import { EventsPage } from './pages/events.page.js';
import { InvitationPage } from './pages/invitation.page.js';
import { OwnEventsPage } from './pages/own-events.page.js';
import { RemoveGuestPage } from './pages/remove-guest.page.js';
import { ShowEvent } from './pages/show-event.js';
import { ReadEvents } from './read-events.js';
import { TellEvent } from './tell-event.js';

/** The pages of events on stands, and the same for programs. */
export const eventPages = [
  EventsPage,
  EventFormsPage,
  EventPage,
  RemoveGuestPage,
  InvitationPage,
  OwnEventsPage,
  EventsController,
  EventGuestsController,
  EventLinksController,
];

/** What is done with events, without their pages. */
export const eventUseCases = [
  ReadEvents,
  KeepEvents,
  ChangeEvent,
  CallOffEvents,
  EventCover,
  TellEvent,
  GuestLinks,
  GuestCalendar,
  TellGuests,
  ReadGuests,
  InviteGuests,
  AnswerInvitation,
  TickGuest,
  RemoveGuest,
];

export const eventProviders = [...eventUseCases, ShowEvent];

export const eventSchedules = [LookAfterGuests, ForgetGuests];
