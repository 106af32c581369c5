import type { MailSample } from '#contracts';
import { samples as reminder } from '../reminders/emails/reminder.sample.js';

/** Every mail that this service writes, with sample data. */
export const mailSamples: readonly MailSample[] = [...reminder];
