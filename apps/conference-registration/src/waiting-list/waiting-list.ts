import { PLACES_FREED } from '../places/places-freed.js';
import { AnswerOffer } from './answer-offer.js';
import { EndEntry } from './end-entry.js';
import { FindEntry } from './find-entry.js';
import { JoinLine } from './join-line.js';
import { OfferFreed } from './offer-freed.js';
import { TellWaiting } from './tell-waiting.js';
import { WalkLines } from './walk-lines.schedule.js';

export const waitingListSchedules = [WalkLines];

export const waitingListProviders = [
  TellWaiting,
  OfferFreed,
  { provide: PLACES_FREED, useExisting: OfferFreed },
  JoinLine,
  EndEntry,
  FindEntry,
  AnswerOffer,
];
