import { VisitHistoryRow } from './visit-history.entity.js';
import { VisitRow } from './visit.entity.js';

export const visitEntities = [VisitRow, VisitHistoryRow];
