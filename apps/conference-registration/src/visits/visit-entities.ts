import { VisitChargeRow } from './visit-charge.entity.js';
import { VisitCreditRow } from './visit-credit.entity.js';

export const visitEntities = [VisitChargeRow, VisitCreditRow];
