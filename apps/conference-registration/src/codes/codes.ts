import { CodesController } from './api/codes.controller.js';
import { ChangeCode } from './change-code.js';
import { CodesRepository } from './codes.repository.js';
import { KeepPlaces } from './keep-places.js';
import { MakeCodes } from './make-codes.js';
import { CodesPage } from './pages/codes.page.js';
import { EditCodePage } from './pages/edit-code.page.js';
import { EndCodePage } from './pages/end-code.page.js';

/** What shows codes to staff, and to programs. */
export const codePages = [CodesPage, EditCodePage, EndCodePage, CodesController];

export const codeProviders = [CodesRepository, KeepPlaces, MakeCodes, ChangeCode];
