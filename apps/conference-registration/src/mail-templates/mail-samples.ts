import type { MailSample } from '#contracts';
import { samples as placeLost } from '../cancelling/emails/place-lost.sample.js';
import { samples as placesCancelled } from '../cancelling/emails/places-cancelled.sample.js';
import { samples as bookingChanged } from '../changing/emails/booking-changed.sample.js';
import { samples as cannotCome } from '../changing/emails/cannot-come.sample.js';
import { samples as staffAsked } from '../changing/emails/staff-asked.sample.js';
import { samples as bookingConfirmed } from '../confirming/emails/booking-confirmed.sample.js';
import { samples as delegateConfirmed } from '../confirming/emails/delegate-confirmed.sample.js';
import { samples as delegateLink } from '../delegates/emails/delegate-link.sample.js';
import { samples as visitDocuments } from '../visits/emails/visit-documents.sample.js';
import { samples as visitOrderMissing } from '../visits/emails/visit-order-missing.sample.js';
import { samples as guestLink } from '../guests/emails/guest-link.sample.js';
import { samples as waiting } from '../waiting-list/emails/waiting.sample.js';
import { samples as documentsIssued } from '../money/emails/documents-issued.sample.js';
import { samples as receipt } from '../money/emails/receipt.sample.js';
import { samples as applicationDecided } from '../running/applications/emails/application-decided.sample.js';
import { samples as conferenceMail } from '../running/mailing/emails/conference-mail.sample.js';
import { samples as orderMissing } from '../money/purchase-orders/emails/order-missing.sample.js';

/** Every mail that this service writes, with sample data; each feature lists its own. */
export const mailSamples: readonly MailSample[] = [
  ...bookingConfirmed,
  ...delegateConfirmed,
  ...delegateLink,
  ...bookingChanged,
  ...placesCancelled,
  ...placeLost,
  ...cannotCome,
  ...staffAsked,
  ...documentsIssued,
  ...receipt,
  ...orderMissing,
  ...visitDocuments,
  ...visitOrderMissing,
  ...guestLink,
  ...waiting,
  ...applicationDecided,
  ...conferenceMail,
];
