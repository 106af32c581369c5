import { ShiftsController } from './api/shifts.controller.js';
import { ChangeShifts } from './change-shifts.js';
import { MakeFromPattern } from './make-from-pattern.js';
import { EditShiftPage } from './pages/edit-shift.page.js';
import { PatternPage } from './pages/pattern.page.js';
import { ShiftsPage } from './pages/shifts.page.js';
import { ShiftsRepository } from './shifts.repository.js';

/** What shows the shifts to staff, and to programs. */
export const shiftPages = [ShiftsController, ShiftsPage, PatternPage, EditShiftPage];

export const shiftProviders = [ShiftsRepository, ChangeShifts, MakeFromPattern];
