import type { EntityManager } from 'typeorm';
import type { Catalogue } from '../catalogue/domain/catalogue.js';

/** A {@link PlacesFreed}. */
export const PLACES_FREED = Symbol('places freed');

/** Is told whenever places are given back, in the same transaction, the conference's lock still held. */
export interface PlacesFreed {
  freed(manager: EntityManager, catalogue: Catalogue): Promise<void>;
}
