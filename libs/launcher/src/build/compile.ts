import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { transform } from '@swc/core';
import { root } from '../paths.ts';
import { removeOutputs, writeOutput } from './outputs.ts';
import type { Source } from './sources.ts';

/** A source that cannot be compiled: where and why, in the compiler's words. */
export class BuildError extends Error {
  override readonly name = 'BuildError';
}

/** The files below `dist/` that come of a source. */
export function outputsOf(path: string): string[] {
  const compiled = path.replace(/\.tsx?$/, '.js');
  return compiled === path ? [path] : [compiled, `${compiled}.map`];
}

async function compileOne(path: string, compiler: { transform: typeof transform }): Promise<void> {
  let result: Awaited<ReturnType<typeof transform>>;
  try {
    result = await compiler.transform(readFileSync(join(root, path), 'utf8'), {
      filename: join(root, path),
      cwd: root,
      swcrc: true,
    });
  } catch (error) {
    throw new BuildError(`${path}: ${error instanceof Error ? error.message.trim() : String(error)}`);
  }
  const [code = '', map = ''] = outputsOf(path);
  writeOutput(code, `${result.code}\n//# sourceMappingURL=${basename(map)}\n`);
  if (result.map) writeOutput(map, result.map);
}

/**
 * Compiles or copies sources into the same place below `dist/`.
 *
 * @throws BuildError for the first source that does not compile
 */
export async function compile(sources: readonly Source[]): Promise<void> {
  const toCompile = sources.filter(({ treatment }) => treatment === 'compile');
  for (const { path, treatment } of sources) {
    if (treatment === 'copy') writeOutput(path, readFileSync(join(root, path)));
  }
  if (toCompile.length === 0) return;
  // Loaded only here: an unchanged start has no need of the compiler.
  const compiler = await import('@swc/core');
  await Promise.all(toCompile.map(({ path }) => compileOne(path, compiler)));
}

/** Removes what was built from sources that are no longer there. */
export function removeBuilt(paths: readonly string[]): void {
  removeOutputs(paths.flatMap(outputsOf));
}
