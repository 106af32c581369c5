import { ownTravelPath } from '../travellers/addresses.js';
import { manageVisitPath } from '../visits/addresses.js';
import type { ToldItem } from './domain/item.js';

/** How ready everybody is, for staff, or a part of that. */
export const readinessPath = (visitId: string, part?: string): string =>
  manageVisitPath(visitId, part === undefined ? 'readiness' : `readiness/${part}`);

/** The same of one traveller, or one thing of theirs. */
export const travellerReadinessPath = (visitId: string, travellerId: string, part?: string): string =>
  readinessPath(visitId, part === undefined ? travellerId : `${travellerId}/${part}`);

/** What a traveller is asked, by their own link; or one thing of it. */
export const ownReadinessPath = (secret: string, item?: ToldItem): string =>
  ownTravelPath(secret, item === undefined ? 'ready' : `ready/${item}`);

/** How ready an organisation's people are, for its booking-contacts. */
export const organisationReadinessPath = (organisationId: string): string =>
  `/visits/organisation/${encodeURIComponent(organisationId)}/readiness`;
