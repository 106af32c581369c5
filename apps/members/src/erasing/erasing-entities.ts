import { ErasurePartRow } from './erasure-part.entity.js';
import { ErasureRow } from './erasure.entity.js';

/** The tables that say who was erased, and how far that has come. */
export const erasingEntities = [ErasureRow, ErasurePartRow];
