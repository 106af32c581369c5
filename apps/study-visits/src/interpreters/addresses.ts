import { managePath } from '../visits/addresses.js';

/** Those who interpret for visits. */
export const interpretersPath = `${managePath}/interpreters`;

/** One of them, or what is done with it: `edit`. */
export function interpreterPath(id: string, step?: 'edit' | 'delete'): string {
  const path = `${interpretersPath}/${encodeURIComponent(id)}`;
  return step === undefined ? path : `${path}/${step}`;
}
