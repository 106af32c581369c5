import { OffersController } from './api/offers.controller.js';
import { AnswerOffer } from './answer-offer.js';
import { EndOffer } from './end-offer.js';
import { LapseOffers } from './lapse-offers.schedule.js';
import { MoveReservesUp } from './move-reserves-up.js';
import { OfferByHand } from './offer-by-hand.js';
import { OpenOffer } from './open-offer.js';
import { AnswerByLinkPage } from './pages/answer-by-link.page.js';
import { AnswerForms } from './pages/answer-forms.js';
import { AnswerSignedInPage } from './pages/answer-signed-in.page.js';
import { ChangeOfferPage } from './pages/change-offer.page.js';
import { OffersPage } from './pages/offers.page.js';
import { ReadClaims } from './read-claims.js';
import { ReadOffers } from './read-offers.js';
import { TellApplicants } from './tell-applicants.js';
import { WriteOffers } from './write-offers.js';

export const offerProviders = [
  AnswerForms,
  AnswerOffer,
  EndOffer,
  MoveReservesUp,
  OfferByHand,
  OpenOffer,
  ReadClaims,
  ReadOffers,
  TellApplicants,
  WriteOffers,
];

export const offerSchedules = [LapseOffers];

export const offerPages = [
  OffersPage,
  ChangeOfferPage,
  AnswerByLinkPage,
  AnswerSignedInPage,
  OffersController,
];
