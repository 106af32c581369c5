import { SensitiveDetailRow } from './sensitive-detail.entity.js';
import { SensitiveErasureRow } from './sensitive-erasure.entity.js';
import { SensitiveLookRow } from './sensitive-look.entity.js';

export const secretEntities = [SensitiveDetailRow, SensitiveLookRow, SensitiveErasureRow];
