import { organisationsPath } from '../addresses.js';

/** Where files are uploaded. */
export const uploadPath = `${organisationsPath}/import`;
export const examplePath = `${uploadPath}/example.csv`;

/** An import, or a step of it. */
export function importPath(id: string, step?: 'confirm' | 'decide' | 'progress'): string {
  const path = `${organisationsPath}/imports/${id}`;
  return step === undefined ? path : `${path}/${step}`;
}
