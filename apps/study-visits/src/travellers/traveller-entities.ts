import { TravellerRow } from './traveller.entity.js';

export const travellerEntities = [TravellerRow];
