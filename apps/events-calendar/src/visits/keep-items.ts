import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ItineraryFacts } from '#contracts';
import { lockPeopleForChanges } from '../members/people-lock.js';
import { survivorOf } from '../members/survivor-of.js';
import type { ToldItem } from './domain/item-entry.js';

/**
 * Keeps what is planned for a traveller as a message tells. A message holds those items alone that are different, so that each is
 * judged by itself: one of which something newer is known stays as it is.
 */
@Injectable()
export class KeepItems {
  /** @param at when the visits told so, ISO */
  async run(manager: EntityManager, told: ItineraryFacts, at: string): Promise<void> {
    await lockPeopleForChanges(manager);
    // Of whoever was erased nothing is kept again. Whoever is no person of the site yet may become one.
    if (told.personId !== null && (await survivorOf(manager, told.personId)) === null) return;
    const { travellerId, visitTitle, path } = told;
    const items = told.items.map((item): ToldItem => ({ ...item, visitTitle, path }));
    await manager.query(
      `INSERT INTO visit_items AS known (traveller_id, item_id, facts, sequence, told_at)
       SELECT $1, (item ->> 'id')::uuid, item, (item ->> 'sequence')::int, $3::timestamptz
       FROM jsonb_array_elements($2::jsonb) AS item
       ON CONFLICT (traveller_id, item_id) DO UPDATE
       SET facts = excluded.facts, sequence = excluded.sequence, told_at = excluded.told_at
       WHERE known.sequence < excluded.sequence`,
      [travellerId, JSON.stringify(items), at],
    );
  }
}

/** Forgets what is planned for a person on visits, before it is forgotten which traveller they are. */
export async function forgetItemsOf(manager: EntityManager, personId: string): Promise<void> {
  await manager.query(
    'DELETE FROM visit_items WHERE traveller_id IN (SELECT traveller_id FROM visit_travellers WHERE person_id = $1)',
    [personId],
  );
}
