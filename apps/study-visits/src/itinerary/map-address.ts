import type { Point } from './domain/item.js';

/** Where a place can be looked at on OpenStreetMap. */
export const mapAddress = ({ lat, lon }: Point): string =>
  `https://www.openstreetmap.org/?mlat=${lat}&mlon=${lon}#map=17/${lat}/${lon}`;
