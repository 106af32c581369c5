import { CoverAskRow, CoverRequestRow } from './cover.entities.js';
import { DropOutRow } from './drop-out.entity.js';

export const dayEntities = [CoverRequestRow, CoverAskRow, DropOutRow];
