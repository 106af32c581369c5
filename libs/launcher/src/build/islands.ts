import { readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { dist, root } from '../paths.ts';
import { BuildError } from './compile.ts';
import { removeOutputs, writeOutput } from './outputs.ts';
import type { Source } from './sources.ts';

/** How long a bundle that is no longer named by a manifest is kept for pages that are still open, in milliseconds. */
const keepFor = 24 * 60 * 60 * 1000;

/**
 * Bundles an app's browser scripts: each file directly in `islands/` becomes `<name>-<hash>.js` below
 * `dist/apps/<app>/islands/`, and `manifest.json` there says which name leads to which file.
 *
 * @param sources every file in the app's `islands/`
 * @throws BuildError when a script cannot be bundled
 */
export async function bundleIslands(app: string, sources: readonly Source[]): Promise<void> {
  const folder = `apps/${app}/islands`;
  const own = new RegExp(`^apps/${app}/src/islands/[^/]+\\.tsx?$`);
  const { build } = await import('esbuild');
  let result;
  try {
    result = await build({
      absWorkingDir: root,
      entryPoints: sources.map(({ path }) => path).filter((path) => own.test(path)),
      bundle: true,
      minify: true,
      format: 'esm',
      target: 'es2022',
      entryNames: '[name]-[hash]',
      outdir: join(dist, folder),
      metafile: true,
      write: false,
      logLevel: 'silent',
    });
  } catch (error) {
    throw new BuildError(error instanceof Error ? error.message : String(error));
  }
  const manifest: Record<string, string> = {};
  for (const [output, { entryPoint }] of Object.entries(result.metafile.outputs)) {
    if (entryPoint) manifest[basename(entryPoint).replace(/\.tsx?$/, '')] = basename(output);
  }
  for (const file of result.outputFiles) writeOutput(`${folder}/${basename(file.path)}`, file.contents);
  writeOutput(`${folder}/manifest.json`, `${JSON.stringify(manifest, null, 2)}\n`);
  removeOld(folder, new Set([...Object.values(manifest), 'manifest.json']));
}

function removeOld(folder: string, named: ReadonlySet<string>): void {
  const old = readdirSync(join(dist, folder)).filter(
    (name) => !named.has(name) && statSync(join(dist, folder, name)).mtimeMs < Date.now() - keepFor,
  );
  removeOutputs(old.map((name) => `${folder}/${name}`));
}
