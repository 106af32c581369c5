import { ExhibitionDayRow } from './exhibition-day.entity.js';
import { ExhibitionHistoryRow } from './exhibition-history.entity.js';
import { ExhibitionRow } from './exhibition.entity.js';

export const exhibitionEntities = [ExhibitionRow, ExhibitionDayRow, ExhibitionHistoryRow];
