import { manageVisitPath, visitsPath } from '../visits/addresses.js';
import type { SheetKind } from './domain/sheet.js';

/** What stands for a kind in addresses. */
const parts: Readonly<Record<SheetKind, string>> = { host: 'hosts', interpreter: 'interpreters' };

/** The kind that a part of an address stands for; `null`: none. */
export const kindOfPart = (part: string): SheetKind | null =>
  part === 'hosts' ? 'host' : part === 'interpreters' ? 'interpreter' : null;

/** The part of a visit's pages for staff that is about sheets. */
export const sheetsPart = 'sheets';

/** All sheets of a visit, for staff. */
export const sheetsPath = (visitId: string): string => manageVisitPath(visitId, sheetsPart);

/** The rest of the address of a sheet within those of its visit: `sheets/hosts/<id>/edit`. */
export const sheetPart = (kind: SheetKind, subjectId: string, step?: string): string =>
  [sheetsPart, parts[kind], subjectId, ...(step === undefined ? [] : [step])].join('/');

/** A sheet as staff see it, or what is done with it. */
export const sheetPath = (visitId: string, kind: SheetKind, subjectId: string, step?: string): string =>
  manageVisitPath(visitId, sheetPart(kind, subjectId, step));

/** A sheet as its reader opens it, or its PDF. @param secret of the link */
export const openSheetPath = (kind: SheetKind, secret: string, file?: 'sheet.pdf'): string =>
  `${visitsPath}/${parts[kind]}/${secret}${file === undefined ? '' : `/${file}`}`;
