import { DraftAssignmentRow } from './draft-assignment.entity.js';
import { DraftFillRow, DraftRow, DraftStepRow, ForbiddenPlacementRow } from './draft.entities.js';

export const draftEntities = [
  DraftAssignmentRow,
  DraftRow,
  DraftStepRow,
  ForbiddenPlacementRow,
  DraftFillRow,
];
