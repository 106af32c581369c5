import { VisitorsController } from './api/visitors.controller.js';
import { ForgetVisitors } from './forget-visitors.schedule.js';
import { ImportVisitors } from './import-visitors.js';
import { ForgetVisitorPage } from './pages/forget-visitor.page.js';
import { ImportVisitorsPage } from './pages/import.page.js';
import { NewVisitorPage } from './pages/new-visitor.page.js';
import { VisitorsPage } from './pages/visitors.page.js';
import { ReadVisitors } from './read-visitors.js';
import { RecordVisitor } from './record-visitor.js';

/** The pages about who stops by, and the same for programs. */
export const visitorPages = [
  VisitorsPage,
  NewVisitorPage,
  ForgetVisitorPage,
  ImportVisitorsPage,
  VisitorsController,
];

export const visitorProviders = [RecordVisitor, ReadVisitors, ImportVisitors];

export const visitorSchedules = [ForgetVisitors];
