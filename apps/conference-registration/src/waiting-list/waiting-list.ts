import { PLACES_FREED } from '../places/places-freed.js';
import { AnswerOffer } from './answer-offer.js';
import { EndEntry } from './end-entry.js';
import { FindEntry } from './find-entry.js';
import { JoinLine } from './join-line.js';
import { OfferFreed } from './offer-freed.js';
import { JoinPage } from './pages/join.page.js';
import { LinePage } from './pages/line.page.js';
import { WaitingPage } from './pages/waiting.page.js';
import { WaitingController } from './api/waiting.controller.js';
import { PassOver } from './pass-over.js';
import { ReadLine } from './read-line.js';
import { TellWaiting } from './tell-waiting.js';
import { WalkLines } from './walk-lines.schedule.js';

export const waitingListControllers = [JoinPage, WaitingPage, LinePage, WaitingController];

export const waitingListSchedules = [WalkLines];

export const waitingListProviders = [
  TellWaiting,
  OfferFreed,
  { provide: PLACES_FREED, useExisting: OfferFreed },
  JoinLine,
  EndEntry,
  FindEntry,
  AnswerOffer,
  PassOver,
  ReadLine,
];
