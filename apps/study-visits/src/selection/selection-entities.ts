import { AssessorRow, CriterionRow, ScoreRow } from './assessment.entities.js';
import { OutcomeRow, SelectionRow } from './selection.entities.js';

export const selectionEntities = [CriterionRow, AssessorRow, ScoreRow, SelectionRow, OutcomeRow];
