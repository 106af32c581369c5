import { providersForImports } from '#imports';
import { LOG } from '../tokens.js';
import { DeleteOldImports } from './delete-old-imports.js';
import { FileBodies } from './file-bodies.js';
import { ImportEntity } from './import.entity.js';
import { ImportsRepository } from './imports.repository.js';
import { ShowImportPage } from './pages/show-import.page.js';
import { UploadFilePage } from './pages/upload-file.page.js';
import { RunImport } from './run-import.js';
import { UploadImport } from './upload-import.js';

/** The pages on which staff import files. */
export const importPages = [UploadFilePage, ShowImportPage];

/** What is done again and again. */
export const importSchedules = [DeleteOldImports];

/** What those pages are made with. */
export const importProviders = [
  ImportsRepository,
  UploadImport,
  RunImport,
  FileBodies,
  ...providersForImports(ImportEntity, RunImport, LOG),
];
