import type { WhichTraveller } from '../../travellers/open-traveller.js';
import { ownReadinessPath, travellerReadinessPath } from '../addresses.js';
import type { ToldItem } from '../domain/item.js';

/** Where something is told: by a traveller with their own link, or by staff for them. */
export interface ToldPlace {
  readonly which: WhichTraveller;
  /** The traveller's own secret; `null`: staff act for them. */
  readonly secret: string | null;
  path(this: void, item?: ToldItem): string;
}

export const ownPlace = (secret: string): ToldPlace => ({
  which: { secret },
  secret,
  path: (item) => ownReadinessPath(secret, item),
});

export const staffPlace = (visitId: string, travellerId: string): ToldPlace => ({
  which: { visitId, travellerId },
  secret: null,
  path: (item) => travellerReadinessPath(visitId, travellerId, item),
});
