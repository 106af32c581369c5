import { managePath } from '../managing/addresses.js';

/** Where files are uploaded. */
export const uploadPath = `${managePath}/import`;
export const examplePath = `${uploadPath}/example.csv`;

/** An import, or a step of it. */
export function importPath(id: string, step?: 'confirm' | 'progress'): string {
  const path = `${managePath}/imports/${id}`;
  return step === undefined ? path : `${path}/${step}`;
}
