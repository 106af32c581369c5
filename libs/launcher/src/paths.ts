import { join } from 'node:path';

/** The folder of the repository. */
export const root = join(import.meta.dirname, '../../..');

/** Where compiled apps, libraries and browser scripts lie. */
export const dist = join(root, 'dist');
