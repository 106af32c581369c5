import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { dist } from '../paths.ts';

let written = 0;

/**
 * Writes a file below `dist/` in one step, so that a service that is just starting never reads half of it.
 *
 * @param path relative to `dist/`
 */
export function writeOutput(path: string, content: string | Uint8Array): void {
  const target = join(dist, path);
  const making = `${target}.${process.pid}.${(written += 1)}.part`;
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(making, content);
  renameSync(making, target);
}

/** Removes files below `dist/`; those that are not there are no error. */
export function removeOutputs(paths: readonly string[]): void {
  for (const path of paths) rmSync(join(dist, path), { force: true });
}
