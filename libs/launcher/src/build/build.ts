import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { dist, root } from '../paths.ts';
import { compile, outputsOf, removeBuilt } from './compile.ts';
import { bundleIslands } from './islands.ts';
import { writeOutput } from './outputs.ts';
import { listSources, type Source } from './sources.ts';
import { buildUiAssets } from './ui-assets.ts';

/** What was built last, from what. */
interface State {
  /** Stands for the compilers and their settings. */
  readonly tools: string;
  /** Each source's stamp when it was built. */
  readonly stamps: Readonly<Record<string, string>>;
}

export interface Built {
  /** The sources that were new, changed or gone, as paths relative to the repository. */
  readonly changed: readonly string[];
}

const stateFile = '.build-state.json';

function toolsStamp(): string {
  const hash = createHash('sha256').update(readFileSync(join(root, '.swcrc')));
  for (const name of ['@swc/core', 'esbuild', 'sass', 'govuk-frontend']) {
    hash.update(readFileSync(join(root, 'node_modules', name, 'package.json')));
  }
  for (const name of readdirSync(import.meta.dirname)) {
    hash.update(readFileSync(join(import.meta.dirname, name)));
  }
  return hash.digest('hex');
}

function readState(): State {
  try {
    const state: State = JSON.parse(readFileSync(join(dist, stateFile), 'utf8'));
    return state;
  } catch {
    // Nobody knows what the files there came of, and a migration whose source is gone must not run.
    for (const folder of ['apps', 'libs']) rmSync(join(dist, folder), { recursive: true, force: true });
    return { tools: '', stamps: {} };
  }
}

function isBuilt(source: Source): boolean {
  return (
    source.treatment === 'island' || outputsOf(source.path).every((path) => existsSync(join(dist, path)))
  );
}

function appsOf(paths: readonly string[]): Set<string> {
  return new Set(paths.flatMap((path) => /^apps\/([^/]+)\/src\/islands\//.exec(path)?.[1] ?? []));
}

/** Styles and the code that builds them; the components' own code has no part in the assets. */
function touchesUiAssets(path: string): boolean {
  return path.startsWith('libs/ui/') && (path.includes('/assets/') || !/\.tsx?$/.test(path));
}

/**
 * Brings `dist/` up to date with the sources, doing only what has changed since the last time.
 *
 * @throws BuildError when something does not compile; what was built before stays
 */
export async function build(): Promise<Built> {
  const tools = toolsStamp();
  const before = readState();
  const sources = listSources();
  const stamps = Object.fromEntries(sources.map(({ path, stamp }) => [path, stamp]));
  const toDo =
    before.tools === tools
      ? sources.filter((source) => before.stamps[source.path] !== source.stamp || !isBuilt(source))
      : sources;
  const gone = Object.keys(before.stamps).filter((path) => stamps[path] === undefined);
  const changed = [...toDo.map(({ path }) => path), ...gone];
  const withIslands = appsOf(sources.map(({ path }) => path));
  const islandsToDo = [...withIslands].filter(
    (app) => appsOf(changed).has(app) || !existsSync(join(dist, 'apps', app, 'islands/manifest.json')),
  );
  const assetsToDo = changed.some(touchesUiAssets) || !existsSync(join(dist, 'libs/ui/assets'));
  if (changed.length === 0 && islandsToDo.length === 0 && !assetsToDo) return { changed };

  removeBuilt(gone);
  await compile(toDo);
  for (const app of islandsToDo) {
    await bundleIslands(
      app,
      sources.filter(({ path }) => path.startsWith(`apps/${app}/src/islands/`)),
    );
  }
  if (assetsToDo) await buildUiAssets();
  const state: State = { tools, stamps };
  writeOutput(stateFile, JSON.stringify(state));
  return { changed };
}
