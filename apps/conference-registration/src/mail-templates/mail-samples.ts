import type { MailSample } from '#contracts';
import { samples as bookingConfirmed } from '../confirming/emails/booking-confirmed.sample.js';
import { samples as delegateConfirmed } from '../confirming/emails/delegate-confirmed.sample.js';
import { samples as delegateLink } from '../delegates/emails/delegate-link.sample.js';
import { samples as guestLink } from '../guests/emails/guest-link.sample.js';
import { samples as waiting } from '../waiting-list/emails/waiting.sample.js';
import { samples as receipt } from '../money/emails/receipt.sample.js';
import { samples as orderMissing } from '../money/purchase-orders/emails/order-missing.sample.js';

/** Every mail that this service writes, with sample data; each feature lists its own. */
export const mailSamples: readonly MailSample[] = [
  ...bookingConfirmed,
  ...delegateConfirmed,
  ...delegateLink,
  ...receipt,
  ...orderMissing,
  ...guestLink,
  ...waiting,
];
