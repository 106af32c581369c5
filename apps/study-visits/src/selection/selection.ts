import { AssessmentsController } from './api/assessments.controller.js';
import { SelectionController } from './api/selection.controller.js';
import { ChangeSelection } from './change-selection.js';
import { CloseScoring } from './close-scoring.js';
import { KeepAssessors } from './keep-assessors.js';
import { KeepCriteria } from './keep-criteria.js';
import { OverrideOutcome } from './override-outcome.js';
import { AssessPage } from './pages/assess.page.js';
import { AssessorsPage } from './pages/assessors.page.js';
import { CriteriaPage } from './pages/criteria.page.js';
import { OverridePage } from './pages/override.page.js';
import { ResultPage } from './pages/result.page.js';
import { RunPage } from './pages/run.page.js';
import { SelectionPage } from './pages/selection.page.js';
import { SelectionStepPage } from './pages/step.page.js';
import { PublicSelectionPage } from './public/selection.page.js';
import { PublishSeed } from './publish-seed.js';
import { ReadAssessed } from './read-assessed.js';
import { ReadPublicSelection } from './read-public-selection.js';
import { ReadSelection } from './read-selection.js';
import { RunSelection } from './run-selection.js';
import { SaveScore } from './save-score.js';
import { TellSelection } from './tell-selection.js';

export const selectionProviders = [
  ChangeSelection,
  CloseScoring,
  KeepAssessors,
  KeepCriteria,
  OverrideOutcome,
  PublishSeed,
  ReadAssessed,
  ReadPublicSelection,
  ReadSelection,
  RunSelection,
  SaveScore,
  TellSelection,
];

export const selectionPages = [
  SelectionPage,
  CriteriaPage,
  AssessorsPage,
  SelectionStepPage,
  RunPage,
  ResultPage,
  OverridePage,
  AssessPage,
  PublicSelectionPage,
  SelectionController,
  AssessmentsController,
];
