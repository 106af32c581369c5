import { ShiftRow } from './shift.entity.js';

export const shiftEntities = [ShiftRow];
