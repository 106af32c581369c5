import { SheetLinksController } from './api/sheet-links.controller.js';
import { SheetsController } from './api/sheets.controller.js';
import { KeepSheet } from './keep-sheet.js';
import { MakeSheet } from './make-sheet.js';
import { OpenSheet } from './open-sheet.js';
import { EditSheetPage } from './pages/edit-sheet.page.js';
import { OpenSheetPage } from './pages/open-sheet.page.js';
import { SendSheetPage } from './pages/send-sheet.page.js';
import { SheetPage } from './pages/sheet.page.js';
import { SheetsPage } from './pages/sheets.page.js';
import { ReadSheets } from './read-sheets.js';
import { SendSheet } from './send-sheet.js';
import { SheetLinks } from './sheet-links.js';

/** What is handed to those who receive a visit and to those who interpret, and the same for programs. */
export const handoutPages = [
  SheetsPage,
  EditSheetPage,
  SendSheetPage,
  SheetPage,
  OpenSheetPage,
  SheetsController,
  SheetLinksController,
];

export const handoutProviders = [ReadSheets, MakeSheet, KeepSheet, SheetLinks, SendSheet, OpenSheet];
