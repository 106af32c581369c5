import { AskServices } from './ask-services.js';
import { FindDeadLetter } from './find-dead-letter.js';
import { FindMailsOfRequest } from './find-mails-of-request.js';
import { ListDeadLettersPage } from './pages/list-dead-letters.page.js';
import { OverviewPage } from './pages/overview.page.js';
import { RequeueAllPage } from './pages/requeue-all.page.js';
import { RequeuePage } from './pages/requeue.page.js';
import { ShowDeadLetterPage } from './pages/show-dead-letter.page.js';
import { TracePage } from './pages/trace.page.js';
import { PutBack } from './put-back.js';

/** What staff see of the messages between the services. */
export const messagesPages = [
  OverviewPage,
  TracePage,
  ListDeadLettersPage,
  RequeueAllPage,
  ShowDeadLetterPage,
  RequeuePage,
];

export const messagesProviders = [AskServices, FindDeadLetter, FindMailsOfRequest, PutBack];
