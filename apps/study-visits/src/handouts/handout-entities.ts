import { SheetLinkRow, SheetRow } from './sheet.entity.js';

/** What is handed to those who receive a visit, and to those who interpret for it. */
export const handoutEntities = [SheetRow, SheetLinkRow];
