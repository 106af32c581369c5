import { EmergencyCardRow } from './emergency-card.entity.js';
import { MakingRow, PaperFileRow } from './making/making.entity.js';
import { PaperRow } from './paper.entity.js';

export const paperEntities = [PaperRow, EmergencyCardRow, MakingRow, PaperFileRow];
