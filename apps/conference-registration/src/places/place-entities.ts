import { CountRow } from './count.entity.js';
import { PlaceRow } from './place.entity.js';

export const placeEntities = [CountRow, PlaceRow];
