import { MailingRow } from './mailing.entity.js';
import { OnMailingAddressed } from './messages/on-mailing-addressed.js';
import { OnMailingRequested } from './messages/on-mailing-requested.js';

export const mailingEntities = [MailingRow];

export const mailingHandlers = [OnMailingRequested, OnMailingAddressed];
