import type { EntityManager } from 'typeorm';
import type { Visit } from '../visits/domain/visit.js';
import type { Mark, ReadinessItem } from './domain/item.js';

/** A feature that knows how something stands for travellers: rooms, travel, money. */
export interface ReadinessSource {
  /** What it knows of; no two sources know of the same. */
  readonly items: readonly ReadinessItem[];
  /**
   * How these things stand. Whoever is left out has not been asked yet. Words hold nothing private.
   *
   * @param travellerIds of the visit, all of them confirmed
   */
  read(
    manager: EntityManager,
    visit: Visit,
    travellerIds: readonly string[],
  ): Promise<ReadonlyMap<string, Partial<Record<ReadinessItem, Mark>>>>;
  /** Where staff look after it for a traveller. */
  path(item: ReadinessItem, visitId: string, travellerId: string): string;
  /** Where travellers look after it themselves, by their own link. Without it there is nothing that they could do. */
  ownPath?(item: ReadinessItem, secret: string): string;
}

/** All {@link ReadinessSource}s of the service. */
export const READINESS_SOURCES = Symbol('readiness sources');
