import { CurrentAssignmentRow } from './current-assignment.entity.js';
import { RotaAssignmentRow } from './rota-assignment.entity.js';
import { RotaRow } from './rota.entity.js';

export const publishedEntities = [RotaRow, RotaAssignmentRow, CurrentAssignmentRow];
