import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../paths.ts';

/** What becomes of a source file. */
export type Treatment = 'compile' | 'copy' | 'island';

/** A file below `apps/` or `libs/` that has a part in what runs. */
export interface Source {
  /** Relative to the repository, with `/`. */
  readonly path: string;
  readonly treatment: Treatment;
  /** Changes whenever the file does. */
  readonly stamp: string;
}

/** The launcher runs from its sources. */
const left = new Set(['libs/launcher', 'node_modules']);

function treatmentOf(path: string): Treatment | null {
  if (/[.-]spec\.tsx?$|\.d\.ts$|\.md$/.test(path)) return null;
  if (/^apps\/[^/]+\/src\/islands\//.test(path)) return /\.tsx?$/.test(path) ? 'island' : null;
  return /\.tsx?$/.test(path) ? 'compile' : 'copy';
}

/** A file's size and time of change, which is what tells whether it has to be built again. */
export function stampOf(path: string): string | null {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat?.isFile() ? `${stat.size}:${stat.mtimeMs}` : null;
}

/** Every source below `apps/` and `libs/`, in order of path. */
export function listSources(): Source[] {
  const found: Source[] = [];
  const walk = (folder: string) => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`;
      if (entry.name.startsWith('.') || left.has(path) || left.has(entry.name)) continue;
      if (entry.isDirectory()) walk(path);
      else {
        const treatment = treatmentOf(path);
        const stamp = treatment && stampOf(join(root, path));
        if (treatment && stamp) found.push({ path, treatment, stamp });
      }
    }
  };
  for (const folder of ['apps', 'libs']) walk(folder);
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}
