import type { VisitStatus } from './visit.js';

/** Whether nothing of it may be changed any more. */
export const isEnded = (status: VisitStatus): boolean => status === 'over' || status === 'cancelled';
