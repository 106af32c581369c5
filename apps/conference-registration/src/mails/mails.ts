import { AskForMail } from './ask-for-mail.js';
import { AskForMailing } from './ask-for-mailing.js';

/** What asks the mailer for mails. */
export const mailProviders = [AskForMail, AskForMailing];
