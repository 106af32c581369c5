import type { MailSample } from '#contracts';
import { samples as bookingConfirmed } from '../confirming/emails/booking-confirmed.sample.js';
import { samples as delegateConfirmed } from '../confirming/emails/delegate-confirmed.sample.js';
import { samples as delegateLink } from '../delegates/emails/delegate-link.sample.js';
import { receiptSamples } from '../money/emails/receipt.sample.js';

/** Every mail that this service writes, with sample data; each feature lists its own. */
export const mailSamples: readonly MailSample[] = [
  ...bookingConfirmed,
  ...delegateConfirmed,
  ...delegateLink,
  ...receiptSamples,
];
