import { BoardReportRow } from './board-report.entity.js';

export const boardReportEntities = [BoardReportRow];
