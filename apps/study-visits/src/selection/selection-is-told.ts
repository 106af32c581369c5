import type { EntityManager } from 'typeorm';
import { SelectionRow } from './selection.entities.js';

/** Whether applicants of the visit have been told what became of them, so that what they said may be changed no more. */
export const selectionIsTold = async (manager: EntityManager, visitId: string): Promise<boolean> =>
  (await manager.findOneBy(SelectionRow, { visitId }))?.toldAt instanceof Date;
