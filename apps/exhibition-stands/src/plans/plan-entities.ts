import { CostRow } from '../costs/cost.entity.js';
import { DocumentRow } from '../documents/document.entity.js';
import { TaskRow } from '../tasks/task.entity.js';

export const planEntities = [TaskRow, CostRow, DocumentRow];
