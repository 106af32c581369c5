import { BuildRotaProblem } from './build-rota-problem.js';
import { ChangeDraft } from './change-draft.js';
import { DraftsRepository } from './drafts.repository.js';
import { KeepStep } from './keep-step.js';
import { LeadFactsOf } from './lead-facts-of.js';
import { PublishableRota } from './publishable-rota.js';
import { ReadTold } from './read-told.js';
import { UndoStep } from './undo-step.js';

export const boardProviders = [
  DraftsRepository,
  ReadTold,
  LeadFactsOf,
  KeepStep,
  BuildRotaProblem,
  ChangeDraft,
  UndoStep,
  PublishableRota,
];
