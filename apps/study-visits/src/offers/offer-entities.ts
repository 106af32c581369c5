import { OfferRow } from './offer.entity.js';

export const offerEntities = [OfferRow];
