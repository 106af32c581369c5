import { EmergencyCardRow } from './emergency-card.entity.js';
import { PaperRow } from './paper.entity.js';

export const paperEntities = [PaperRow, EmergencyCardRow];
