import { ChangeSelection } from './change-selection.js';
import { CloseScoring } from './close-scoring.js';
import { KeepAssessors } from './keep-assessors.js';
import { KeepCriteria } from './keep-criteria.js';
import { OverrideOutcome } from './override-outcome.js';
import { PublishSeed } from './publish-seed.js';
import { ReadAssessed } from './read-assessed.js';
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
  ReadSelection,
  RunSelection,
  SaveScore,
  TellSelection,
];
