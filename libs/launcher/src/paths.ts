import { join } from 'node:path';

/** The folder of the repository. */
export const root = join(import.meta.dirname, '../../..');

/**
 * Where Node keeps what it has compiled of our code and of packages: a process that finds it there starts in half the
 * time. What has changed is compiled anew.
 */
export const compileCache = join(root, 'node_modules/.cache/node');

/** Where compiled apps, libraries and browser scripts lie. */
export const dist = join(root, 'dist');
