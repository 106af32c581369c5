import type { MailSample } from '#contracts';
import { samples as ownRecord } from '../signing-in/emails/own-record.sample.js';
import { samples as signIn } from '../signing-in/emails/sign-in.sample.js';

/** Every mail that this service writes, with sample data. */
export const mailSamples: readonly MailSample[] = [...signIn, ...ownRecord];
