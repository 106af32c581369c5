import { AskForMail } from './ask-for-mail.js';

export const mailProviders = [AskForMail];
