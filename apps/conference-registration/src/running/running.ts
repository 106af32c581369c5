import { ApplicationsController } from './applications/api/applications.controller.js';
import { DecideApplications } from './applications/decide-applications.js';
import { ApplicationsPage } from './applications/pages/applications.page.js';
import { ReadApplications } from './applications/read-applications.js';
import { WriteDecisionMails } from './applications/write-decision-mails.js';
import { AddNote } from './booking/add-note.js';
import { NotesController } from './booking/api/notes.controller.js';
import { StaffBookingPage } from './booking/pages/staff-booking.page.js';
import { ReadStaffBooking } from './booking/read-staff-booking.js';
import { DashboardPage } from './dashboard/pages/dashboard.page.js';
import { ReadDashboard } from './dashboard/read-dashboard.js';
import { ListsController } from './lists/api/lists.controller.js';
import { FindBookings } from './lists/find-bookings.js';
import { FindDelegates } from './lists/find-delegates.js';
import { BookingsListPage } from './lists/pages/bookings.page.js';
import { DelegatesListPage } from './lists/pages/delegates.page.js';
import { ReadOpenAnswers } from './lists/read-open-answers.js';
import { ConferenceLog } from './log/conference-log.js';
import { FindReaders } from './mailing/find-readers.js';
import { MailingsController } from './mailing/api/mailings.controller.js';
import { MailingPage } from './mailing/pages/mailing.page.js';
import { SendMailing } from './mailing/send-mailing.js';
import { MovesController } from './moving/api/moves.controller.js';
import { MoveDelegate } from './moving/move-delegate.js';
import { MoveDelegatePage } from './moving/pages/move-delegate.page.js';
import { NeedsController } from './needs/api/needs.controller.js';
import { EraseAnswers } from './needs/erase-answers.js';
import { NeedsPage } from './needs/pages/needs.page.js';
import { ReadNeeds } from './needs/read-needs.js';
import { ReadParties } from './needs/read-parties.js';
import { FindThings } from './search/find-things.js';
import { SearchPage } from './search/search.page.js';

/** The pages on which staff run a conference, and the same for programs. */
export const runningPages = [
  SearchPage,
  DashboardPage,
  BookingsListPage,
  DelegatesListPage,
  ListsController,
  StaffBookingPage,
  NotesController,
  NeedsPage,
  NeedsController,
  MailingPage,
  MailingsController,
  ApplicationsPage,
  ApplicationsController,
  MoveDelegatePage,
  MovesController,
];

export const runningProviders = [
  FindBookings,
  FindDelegates,
  FindThings,
  ReadDashboard,
  ReadOpenAnswers,
  AddNote,
  ReadStaffBooking,
  ConferenceLog,
  ReadNeeds,
  ReadParties,
  FindReaders,
  SendMailing,
  ReadApplications,
  DecideApplications,
  WriteDecisionMails,
  MoveDelegate,
];

/** What is done for conferences by the clock. */
export const runningSchedules = [EraseAnswers];
