import { EventStreams } from '#platform';
import { FindMailings } from './find-mailings.js';
import { ForgetOldMailings } from './forget-old-mailings.js';
import { MailingRow } from './mailing.entity.js';
import { OnConferenceMailingAddressed } from './messages/on-conference-mailing-addressed.js';
import { OnConferenceMailingRequested } from './messages/on-conference-mailing-requested.js';
import { OnMailingAddressed } from './messages/on-mailing-addressed.js';
import { OnMailingRequested } from './messages/on-mailing-requested.js';
import { ListMailingsPage } from './pages/list-mailings.page.js';
import { ShowMailingPage } from './pages/show-mailing.page.js';

export const mailingEntities = [MailingRow];

export const mailingHandlers = [
  OnMailingRequested,
  OnMailingAddressed,
  OnConferenceMailingRequested,
  OnConferenceMailingAddressed,
];

export const mailingSchedules = [ForgetOldMailings];

export const mailingProviders = [
  FindMailings,
  { provide: EventStreams, useFactory: () => new EventStreams() },
];

export const mailingPages = [ListMailingsPage, ShowMailingPage];
