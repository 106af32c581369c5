import type { OfferStatus } from './domain/offer.js';

export const offerStatusWords: Readonly<Record<OfferStatus, string>> = {
  offered: 'Not answered yet',
  accepted: 'Accepted',
  declined: 'Declined',
  lapsed: 'Not answered in time',
  withdrawn: 'Withdrawn',
};
