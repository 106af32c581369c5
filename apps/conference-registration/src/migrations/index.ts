import { CreateMessageTables1763781000000 } from './1763781000000-create-message-tables.js';
import { CreateIdempotencyKeys1763781001000 } from './1763781001000-create-idempotency-keys.js';
import { KeepWhatMembersTells1763781002000 } from './1763781002000-keep-what-members-tells.js';
import { CreateConferences1764000000000 } from './1764000000000-create-conferences.js';
import { CreateBookings1764000100000 } from './1764000100000-create-bookings.js';
import { CreateWaitingList1764000200000 } from './1764000200000-create-waiting-list.js';
import { CreateMoney1764000300000 } from './1764000300000-create-money.js';
import { AddMoneyDetails1764001300000 } from './1764001300000-add-money-details.js';
import { VersionWhatIsOffered1764002000000 } from './1764002000000-version-what-is-offered.js';
import { AnnounceChanges1764003000000 } from './1764003000000-announce-changes.js';
import { RememberGuestsTurns1764003100000 } from './1764003100000-remember-guests-turns.js';
import { CancelWithTheConference1764004000000 } from './1764004000000-cancel-with-the-conference.js';
import { LogWhatStaffDo1764005000000 } from './1764005000000-log-what-staff-do.js';
import { LetOldBooksGo1764003200000 } from './1764003200000-let-old-books-go.js';
import { FindAConferencesDocuments1764006000000 } from './1764006000000-find-a-conferences-documents.js';
import { KeepConfidences1764007000000 } from './1764007000000-keep-confidences.js';
import { KnowCalendarsEvent1764008000000 } from './1764008000000-know-calendars-event.js';
import { RememberGuestsNetworks1764009000000 } from './1764009000000-remember-guests-networks.js';
import { KnowStandShifts1764100210000 } from './1764100210000-know-stand-shifts.js';
import { AskForWhatIsToCome1764109000000 } from './1764109000000-ask-for-what-is-to-come.js';
import { InvoiceVisits1765100700000 } from './1765100700000-invoice-visits.js';
import { KnowTravels1765100710000 } from './1765100710000-know-travels.js';

/** Every migration, the oldest first. */
export const migrations = [
  CreateMessageTables1763781000000,
  CreateIdempotencyKeys1763781001000,
  KeepWhatMembersTells1763781002000,
  CreateConferences1764000000000,
  CreateBookings1764000100000,
  CreateWaitingList1764000200000,
  CreateMoney1764000300000,
  AddMoneyDetails1764001300000,
  VersionWhatIsOffered1764002000000,
  AnnounceChanges1764003000000,
  RememberGuestsTurns1764003100000,
  LetOldBooksGo1764003200000,
  CancelWithTheConference1764004000000,
  LogWhatStaffDo1764005000000,
  FindAConferencesDocuments1764006000000,
  KeepConfidences1764007000000,
  KnowCalendarsEvent1764008000000,
  RememberGuestsNetworks1764009000000,
  KnowStandShifts1764100210000,
  AskForWhatIsToCome1764109000000,
  InvoiceVisits1765100700000,
  KnowTravels1765100710000,
];
