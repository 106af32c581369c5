import { CountAnswers } from './api/count-answers.js';
import { HeadCountsController } from './api/head-counts.controller.js';
import { OwnHeadCountsController } from './api/own-head-counts.controller.js';
import { AskCounts } from './ask-counts.js';
import { ChooseItems } from './choose-items.js';
import { CloseCount } from './close-count.js';
import { KeepSteps } from './keep-steps.js';
import { LookAtContact } from './look-at-contact.js';
import { CountScreens } from './pages/count-screens.js';
import { ListScreens } from './pages/list-screens.js';
import { OfflineScriptController } from './pages/offline-script.controller.js';
import { OwnCountsPage } from './pages/own-counts.page.js';
import { StaffCountsPage } from './pages/staff-counts.page.js';
import { StepsPage } from './pages/steps.page.js';
import { ReadCounts } from './read-counts.js';
import { TakeMarks } from './take-marks.js';

/** The pages of head counts, and the same for programs. */
export const headCountPages = [
  OfflineScriptController,
  StepsPage,
  StaffCountsPage,
  OwnCountsPage,
  HeadCountsController,
  OwnHeadCountsController,
];

export const headCountProviders = [
  AskCounts,
  ReadCounts,
  TakeMarks,
  CloseCount,
  ChooseItems,
  KeepSteps,
  LookAtContact,
  CountScreens,
  ListScreens,
  CountAnswers,
];
