import { ownTravelPath } from '../travellers/addresses.js';
import { visitPath } from '../visits/addresses.js';

/** A document that everybody may have. */
export const publicDocumentPath = (slug: string, id: string): string =>
  `${visitPath(slug)}/documents/${encodeURIComponent(id)}`;

/** A document for those who travel, by their own link. */
export const ownDocumentPath = (secret: string, id: string): string =>
  ownTravelPath(secret, `documents/${encodeURIComponent(id)}`);
