import type { MailSample } from '#contracts';
import { samples as changed } from '../following/emails/event-changed.sample.js';
import { samples as invitation } from '../following/emails/event-invitation.sample.js';
import { samples as newEvent } from '../following/emails/new-event.sample.js';
import { samples as newEvents } from '../following/emails/new-events.sample.js';
import { samples as reminder } from '../reminders/emails/reminder.sample.js';

/** Every mail that this service writes, with sample data. */
export const mailSamples: readonly MailSample[] = [
  ...invitation,
  ...changed,
  ...newEvent,
  ...newEvents,
  ...reminder,
];
