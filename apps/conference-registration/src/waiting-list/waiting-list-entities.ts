import { OfferRow } from './offer.entity.js';
import { WaitingEntryRow } from './waiting-entry.entity.js';

export const waitingListEntities = [WaitingEntryRow, OfferRow];
