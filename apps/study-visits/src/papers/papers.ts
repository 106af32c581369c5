import type { Provider } from '@nestjs/common';
import { openQueues, type QueueSettings } from '#messaging';
import type { Log } from '#platform';
import { OwnPapersController } from './api/own-papers.controller.js';
import { StaffPapersController } from './api/staff-papers.controller.js';
import { KeepPaper } from './keep-paper.js';
import { AskForPapers, PaperQueue } from './making/ask-for-papers.js';
import { LookAfterMakings, PaperWorker } from './making/look-after-makings.schedule.js';
import { MakePapers } from './making/make-papers.js';
import { Makings } from './making/makings.js';
import { ReadFiles } from './making/read-files.js';
import { OwnPapersPage } from './own/own-papers.page.js';
import { OwnPapers } from './own/own-papers.js';
import { ReadPartyFacts } from './own/party-facts.js';
import { EmergencyTextPage } from './staff/emergency-text.page.js';
import { KeepEmergencyText } from './staff/keep-emergency-text.js';
import { PapersPage } from './staff/papers.page.js';
import { ReadIssued } from './staff/read-issued.js';

/** Pages with a word where others have an id come first. */
export const paperPages = [
  EmergencyTextPage,
  PapersPage,
  OwnPapersPage,
  OwnPapersController,
  StaffPapersController,
];

/** The name of the queue of makings. */
const queueName = 'study-visits-papers';

/** What travellers and others are given in writing, in versions, and what makes everybody’s files. */
export function paperProviders({ settings, log }: { settings: QueueSettings; log: Log }): Provider[] {
  const queues = openQueues(settings);
  const queue = new PaperQueue(queueName, queues, log);
  return [
    KeepPaper,
    ReadPartyFacts,
    OwnPapers,
    KeepEmergencyText,
    ReadIssued,
    Makings,
    AskForPapers,
    ReadFiles,
    MakePapers,
    { provide: PaperQueue, useValue: queue },
    {
      provide: PaperWorker,
      inject: [Makings, MakePapers],
      useFactory: (rows: Makings, search: MakePapers) =>
        new PaperWorker({ queues, queue, rows, search, log }),
    },
  ];
}

export const paperSchedules = [LookAfterMakings];
