import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { dist } from '../paths.ts';
import { BuildError } from './compile.ts';

const run = promisify(execFile);

const builder = join(dist, 'libs/ui/src/assets/build-ui-assets.js');

/** In a process of its own, so that a second build does not meet the first one's modules. */
const script = `const { buildUiAssets } = await import(process.argv[1]); await buildUiAssets(process.argv[2]);`;

/**
 * Has the compiled `libs/ui` make its styles, icons and scripts in `dist/libs/ui/assets`.
 *
 * @throws BuildError with the compiler's words
 */
export async function buildUiAssets(): Promise<void> {
  if (!existsSync(builder)) return;
  try {
    await run(process.execPath, [
      '--input-type=module',
      '--eval',
      script,
      builder,
      join(dist, 'libs/ui/assets'),
    ]);
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
    throw new BuildError(`libs/ui: its styles and scripts cannot be built: ${said.trim()}`);
  }
}
