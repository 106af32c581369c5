import { VisitErasureRow } from './visit-erasure.entity.js';

export const erasureEntities = [VisitErasureRow];
