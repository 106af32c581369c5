import { ExhibitionDayRow } from './exhibition-day.entity.js';
import { ExhibitionRow } from './exhibition.entity.js';

export const exhibitionEntities = [ExhibitionRow, ExhibitionDayRow];
