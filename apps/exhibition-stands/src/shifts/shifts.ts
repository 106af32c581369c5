import { ChangeShifts } from './change-shifts.js';
import { MakeFromPattern } from './make-from-pattern.js';
import { ShiftsRepository } from './shifts.repository.js';

export const shiftProviders = [ShiftsRepository, ChangeShifts, MakeFromPattern];
