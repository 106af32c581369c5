import { AnswerOffer } from './answer-offer.js';
import { EndOffer } from './end-offer.js';
import { LapseOffers } from './lapse-offers.schedule.js';
import { MoveReservesUp } from './move-reserves-up.js';
import { OfferByHand } from './offer-by-hand.js';
import { OpenOffer } from './open-offer.js';
import { ReadClaims } from './read-claims.js';
import { TellApplicants } from './tell-applicants.js';
import { WriteOffers } from './write-offers.js';

export const offerProviders = [
  AnswerOffer,
  EndOffer,
  MoveReservesUp,
  OfferByHand,
  OpenOffer,
  ReadClaims,
  TellApplicants,
  WriteOffers,
];

export const offerSchedules = [LapseOffers];
