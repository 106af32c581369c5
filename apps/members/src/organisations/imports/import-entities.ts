import { ImportEntity } from './import.entity.js';
import { ImportRowEntity } from './import-row.entity.js';

/** The tables that hold files while they are imported. */
export const importEntities = [ImportEntity, ImportRowEntity];
