import { ReportController } from './api/report.controller.js';
import { KeepBoardReport } from './keep-board-report.js';
import { ReportPage } from './pages/report.page.js';
import { ReadBoardReport } from './read-board-report.js';

export const boardReportPages = [ReportPage, ReportController];

export const boardReportProviders = [ReadBoardReport, KeepBoardReport];
