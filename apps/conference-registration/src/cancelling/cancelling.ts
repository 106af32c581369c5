import { CancellationsController } from './api/cancellations.controller.js';
import { CancelDelegates } from './cancel-delegates.js';
import { CancelPage } from './pages/cancel.page.js';
import { ReadRefund } from './read-refund.js';
import { WriteCancellationMails } from './write-cancellation-mails.js';

/** Pages and API on which confirmed bookings are cancelled. */
export const cancellingControllers = [CancellationsController, CancelPage];

export const cancellingProviders = [ReadRefund, CancelDelegates, WriteCancellationMails];
