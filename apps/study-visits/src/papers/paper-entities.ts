import { PaperRow } from './paper.entity.js';

export const paperEntities = [PaperRow];
