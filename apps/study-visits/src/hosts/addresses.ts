import { managePath } from '../visits/addresses.js';

/** Organisations that visits go to. */
export const hostsPath = `${managePath}/hosts`;

/** One of them, or what is done with it: `edit`. */
export function hostPath(id: string, step?: 'edit' | 'delete' | 'merge'): string {
  const path = `${hostsPath}/${encodeURIComponent(id)}`;
  return step === undefined ? path : `${path}/${step}`;
}
