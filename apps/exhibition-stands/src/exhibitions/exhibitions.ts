import { ExhibitionAnswers } from './api/exhibition-answers.js';
import { ExhibitionsController } from './api/exhibitions.controller.js';
import { PageExhibitions } from './api/page-exhibitions.js';
import { ChangeDays } from './change-days.js';
import { ChangeExhibition } from './change-exhibition.js';
import { ChangeStatus } from './change-status.js';
import { CopyExhibition } from './copy-exhibition.js';
import { CreateExhibition } from './create-exhibition.js';
import { DeleteDraft } from './delete-draft.js';
import { EditExhibition } from './edit-exhibition.js';
import { EndExhibitions } from './end-exhibitions.js';
import { ExhibitionHistory } from './exhibition-history.js';
import { FindExhibition } from './find-exhibition.js';
import { ListExhibitions } from './list-exhibitions.js';
import { LockExhibition } from './lock-exhibition.js';
import { ChangeStatusPage } from './pages/change-status.page.js';
import { CopyExhibitionPage } from './pages/copy-exhibition.page.js';
import { DaysPage } from './pages/days.page.js';
import { DeleteDraftPage } from './pages/delete-draft.page.js';
import { EditExhibitionPage } from './pages/edit-exhibition.page.js';
import { ExhibitionForms } from './pages/exhibition-forms.js';
import { HistoryPage } from './pages/history.page.js';
import { ListManagedPage } from './pages/list-managed.page.js';
import { NewExhibitionPage } from './pages/new-exhibition.page.js';
import { OverviewPage } from './pages/overview.page.js';
import { ExhibitionPage } from './public/exhibition.page.js';
import { ExhibitionsPage } from './public/exhibitions.page.js';
import { TellExhibition } from './tell-exhibition.js';

export const exhibitionProviders = [
  FindExhibition,
  LockExhibition,
  ListExhibitions,
  ExhibitionHistory,
  TellExhibition,
  ChangeExhibition,
  CreateExhibition,
  EditExhibition,
  ChangeDays,
  ChangeStatus,
  CopyExhibition,
  DeleteDraft,
  ExhibitionForms,
  ExhibitionAnswers,
  PageExhibitions,
];

/** What is done for exhibitions by the clock. */
export const exhibitionSchedules = [EndExhibitions];

/** The pages on which staff set exhibitions up, and everybody reads of them. */
export const exhibitionPages = [
  ListManagedPage,
  NewExhibitionPage,
  OverviewPage,
  EditExhibitionPage,
  DaysPage,
  ChangeStatusPage,
  DeleteDraftPage,
  CopyExhibitionPage,
  HistoryPage,
  ExhibitionsPage,
  ExhibitionPage,
  ExhibitionsController,
];
