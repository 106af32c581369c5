import { providersForImports } from '#imports';
import { LOG } from '../../tokens.js';
import { ExportsController } from '../exports/exports.controller.js';
import { DecideRows } from './decide-rows.js';
import { ImportEntity } from './import.entity.js';
import { ImportsRepository } from './imports.repository.js';
import { ShowImportPage } from './pages/show-import.page.js';
import { UploadFilePage } from './pages/upload-file.page.js';
import { RunImport } from './run-import.js';
import { UploadImport } from './upload-import.js';
import { WritePlans } from './write-plans.js';

/** The pages on which staff import organisations, and the files with them. */
export const importPages = [UploadFilePage, ShowImportPage, ExportsController];

/** What those pages are made with. */
export const importProviders = [
  ImportsRepository,
  UploadImport,
  DecideRows,
  WritePlans,
  RunImport,
  ...providersForImports(ImportEntity, RunImport, LOG),
];
