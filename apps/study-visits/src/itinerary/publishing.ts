import type { Traveller } from '../travellers/domain/traveller.js';
import type { ItemChange, PublishedItem } from './domain/published.js';
import type { OwnItemRow } from './publication.entities.js';

/** What publishing would do, or did. */
export interface Publishing {
  /** Of the version that it makes; 1 for the first. */
  readonly number: number;
  /** As travellers will read them, cancelled ones too. */
  readonly items: readonly PublishedItem[];
  /** Against the version before. */
  readonly changes: readonly ItemChange[];
  /** Those whose own days are different. */
  readonly told: readonly ToldTraveller[];
}

/** A traveller whose own days are different. */
export interface ToldTraveller {
  readonly traveller: Traveller;
  readonly changes: readonly ItemChange[];
  /** What they are to know of their items, those that are theirs no longer too. */
  readonly items: readonly OwnItem[];
  /** Whether they hear of their days for the first time. */
  readonly isFirst: boolean;
}

/** What a traveller knows of an item. */
export type OwnItem = Pick<OwnItemRow, 'itemId' | 'facts' | 'isOff' | 'sequence' | 'changedAt'>;
