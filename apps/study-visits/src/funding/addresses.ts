import { manageVisitPath } from '../visits/addresses.js';
import type { PlaceHolder } from './place-holder.js';

/** Who has the funded places of a visit. */
export const fundingPath = (visitId: string): string => manageVisitPath(visitId, 'funding');

/** The rest of the address at which somebody is given one, or has theirs taken back. */
export const holderPart = (holder: PlaceHolder): string =>
  'travellerId' in holder
    ? `funding/travellers/${holder.travellerId}`
    : `funding/applications/${holder.applicationId}`;

export const holderPath = (visitId: string, holder: PlaceHolder): string =>
  manageVisitPath(visitId, holderPart(holder));
