import { EventStreams } from '#platform';
import { FilledDraft } from '../rota/fill/filled-draft.js';
import { DraftController } from './api/draft.controller.js';
import { FillsController } from './api/fills.controller.js';
import { AskForFill } from './ask-for-fill.js';
import { BuildRotaProblem } from './build-rota-problem.js';
import { ChangeDraft } from './change-draft.js';
import { DraftsRepository } from './drafts.repository.js';
import { KeepStep } from './keep-step.js';
import { LeadFactsOf } from './lead-facts-of.js';
import { BoardPage } from './pages/board.page.js';
import { ComparePage } from './pages/compare.page.js';
import { FillPage } from './pages/fill.page.js';
import { PeoplePage } from './pages/people.page.js';
import { PrintPage } from './pages/print.page.js';
import { RotaPages } from './pages/rota-pages.js';
import { ShiftOnBoardPage } from './pages/shift-on-board.page.js';
import { PublishableRota } from './publishable-rota.js';
import { ReadBoard } from './read-board.js';
import { ReadTold } from './read-told.js';
import { TakeFill } from './take-fill.js';
import { UndoStep } from './undo-step.js';

/** What shows the rota to staff, and to programs. */
export const boardPages = [
  DraftController,
  FillsController,
  BoardPage,
  ShiftOnBoardPage,
  PeoplePage,
  FillPage,
  ComparePage,
  PrintPage,
];

export const boardProviders = [
  DraftsRepository,
  ReadTold,
  LeadFactsOf,
  KeepStep,
  BuildRotaProblem,
  ChangeDraft,
  UndoStep,
  PublishableRota,
  ReadBoard,
  RotaPages,
  AskForFill,
  TakeFill,
  { provide: EventStreams, useFactory: () => new EventStreams() },
  { provide: FilledDraft, useExisting: TakeFill },
];
