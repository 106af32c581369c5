import { TravellerChargeRow } from './traveller-charge.entity.js';

export const invoicingEntities = [TravellerChargeRow];
