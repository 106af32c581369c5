import { organisationsPath } from '../addresses.js';

/** Where files are uploaded. */
export const uploadPath = `${organisationsPath}/import`;
export const examplePath = `${uploadPath}/example.csv`;

/** Organisations as a file: those of the list with the same query. */
export const exportPath = `${organisationsPath}/export.csv`;

/** An import, or a step of it. */
export function importPath(id: string, step?: 'confirm' | 'decide' | 'progress'): string {
  const path = `${organisationsPath}/imports/${id}`;
  return step === undefined ? path : `${path}/${step}`;
}
