import { AddToBooking } from './add-to-booking.js';
import { AskStaff } from './ask-staff.js';
import { CannotCome } from './cannot-come.js';
import { ChangeDelegate } from './change-delegate.js';
import { ChangeMails } from './change-mails.js';
import { ChangePlaces } from './change-places.js';
import { ChangedDelegatesController } from './api/changed-delegates.controller.js';
import { ChangesController } from './api/changes.controller.js';
import { IssueForChange } from './issue-for-change.js';
import { OpenChange } from './open-change.js';
import { OwnCalendar } from './own-calendar.js';
import { AddToBookingPage } from './pages/add-to-booking.page.js';
import { AskStaffPage } from './pages/ask-staff.page.js';
import { ChangeFrame } from './pages/change-frame.js';
import { DelegateChangesPage } from './pages/delegate-changes.page.js';
import { DelegateDetailsPage } from './pages/delegate-details.page.js';
import { DelegateTicketsPage } from './pages/delegate-tickets.page.js';
import { OwnPlacePages } from './pages/own-place.page.js';
import { ReplaceDelegatePage } from './pages/replace-delegate.page.js';
import { ReplaceDelegate } from './replace-delegate.js';
import { WriteChange } from './write-change.js';

/** Pages and API on which confirmed bookings are changed. */
export const changingControllers = [
  ChangesController,
  ChangedDelegatesController,
  DelegateChangesPage,
  DelegateDetailsPage,
  ReplaceDelegatePage,
  DelegateTicketsPage,
  AddToBookingPage,
  AskStaffPage,
  OwnPlacePages,
];

export const changingProviders = [
  ChangeFrame,
  OpenChange,
  WriteChange,
  ChangeMails,
  IssueForChange,
  ReplaceDelegate,
  ChangeDelegate,
  ChangePlaces,
  AddToBooking,
  AskStaff,
  CannotCome,
  OwnCalendar,
];
