import { CancelAll } from './all/cancel-all.js';
import { CancelAllPage } from './all/cancel-all.page.js';
import { CancelBookings } from './all/cancel-bookings.schedule.js';
import { CancelAllController } from './api/cancel-all.controller.js';
import { CancellationsController } from './api/cancellations.controller.js';
import { CancelDelegates } from './cancel-delegates.js';
import { CancelPage } from './pages/cancel.page.js';
import { ReadRefund } from './read-refund.js';
import { WriteCancellationMails } from './write-cancellation-mails.js';

/** Pages and API on which confirmed bookings are cancelled. */
export const cancellingControllers = [
  CancellationsController,
  CancelAllController,
  CancelPage,
  CancelAllPage,
];

export const cancellingProviders = [ReadRefund, CancelDelegates, WriteCancellationMails, CancelAll];

/** What is done by the clock. */
export const cancellingSchedules = [CancelBookings];
