import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** The folder of the whole project. */
export const root = join(import.meta.dirname, '../..');

const foreign = new Set(['node_modules', 'dist', '.data', '.git', '.build']);

/** Every file of the project itself, as a path from its root with `/` between. */
export function projectFiles(): string[] {
  const walk = (directory: string): string[] =>
    readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
      if (foreign.has(entry.name)) return [];
      const path = join(directory, entry.name);
      if (entry.isDirectory()) return walk(path);
      return entry.isFile() ? [relative(root, path).replaceAll(sep, '/')] : [];
    });
  return walk(root);
}

/** The files that we write by hand: code, styles and tests. */
export const sourceFiles = (): string[] =>
  projectFiles().filter((path) => /\.(?:ts|tsx|mjs|cjs|js|scss)$/.test(path));

export const read = (path: string): string => readFileSync(join(root, path), 'utf8');
