import { ReferenceRow } from '../references/reference.entity.js';
import { ApplicationRow } from './application.entity.js';

export const applicationEntities = [ApplicationRow, ReferenceRow];
