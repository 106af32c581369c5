import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { NoteRow } from './note.entity.js';

/** Copies what is open of an exhibition's notes to another, which was copied of it. Whoever looked after one still does. */
export async function carryNotes(
  manager: EntityManager,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> {
  const notes = await manager.find(NoteRow, { where: { exhibitionId: from }, order: { id: 'ASC' } });
  await manager.insert(
    NoteRow,
    notes
      .filter(({ doneAt }) => doneAt === null)
      .map(({ id, kind, text, ownerPersonId, ownerName }) => ({
        id: uuidv7(),
        exhibitionId: to,
        kind,
        text,
        ownerPersonId,
        ownerName,
        carriedFrom: id,
        version: 1,
      })),
  );
}
