import { PassLimitRow } from './pass-limit.entity.js';
import { PassRow } from './pass.entity.js';

export const passEntities = [PassRow, PassLimitRow];
