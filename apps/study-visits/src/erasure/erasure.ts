import { ErasureController } from './api/erasure.controller.js';
import { EraseVisit } from './erase-visit.js';
import { EraseVisits } from './erase-visits.schedule.js';
import { ErasurePage } from './pages/erasure.page.js';
import { ReadErasure } from './read-erasure.js';

export const erasurePages = [ErasurePage, ErasureController];

export const erasureProviders = [EraseVisit, ReadErasure];

export const erasureSchedules = [EraseVisits];
