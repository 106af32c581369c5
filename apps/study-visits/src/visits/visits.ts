import { PageVisits } from './api/page-visits.js';
import { VisitAnswers } from './api/visit-answers.js';
import { VisitsController } from './api/visits.controller.js';
import { CallOff } from '../calling-off/call-off.js';
import { ChangeStatus } from './change-status.js';
import { ChangeVisit } from './change-visit.js';
import { CopyVisit } from './copy-visit.js';
import { CreateVisit } from './create-visit.js';
import { DeleteDraft } from './delete-draft.js';
import { EditVisit } from './edit-visit.js';
import { EndVisits } from './end-visits.js';
import { FindVisit } from './find-visit.js';
import { ListVisits } from './list-visits.js';
import { LockVisit } from './lock-visit.js';
import { ChangeStatusPage } from './pages/change-status.page.js';
import { CopyVisitPage } from './pages/copy-visit.page.js';
import { DeleteDraftPage } from './pages/delete-draft.page.js';
import { EditVisitPage } from './pages/edit-visit.page.js';
import { HistoryPage } from './pages/history.page.js';
import { ListManagedPage } from './pages/list-managed.page.js';
import { NewVisitPage } from './pages/new-visit.page.js';
import { OverviewPage } from './pages/overview.page.js';
import { VisitForms } from './pages/visit-forms.js';
import { VisitPage } from './public/visit.page.js';
import { VisitsPage } from './public/visits.page.js';
import { TellVisit } from './tell-visit.js';
import { VisitHistory } from './visit-history.js';

export const visitProviders = [
  FindVisit,
  LockVisit,
  ListVisits,
  VisitHistory,
  TellVisit,
  ChangeVisit,
  CreateVisit,
  EditVisit,
  ChangeStatus,
  CallOff,
  CopyVisit,
  DeleteDraft,
  VisitForms,
  VisitAnswers,
  PageVisits,
];

/** What is done for visits by the clock. */
export const visitSchedules = [EndVisits];

/** The pages on which staff set visits up, and everybody reads of them. */
export const visitPages = [
  ListManagedPage,
  NewVisitPage,
  OverviewPage,
  EditVisitPage,
  ChangeStatusPage,
  DeleteDraftPage,
  CopyVisitPage,
  HistoryPage,
  VisitsPage,
  VisitPage,
  VisitsController,
];
