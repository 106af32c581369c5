import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build, transform } from 'esbuild';
import { compileAsync } from 'sass';
import type { UiAssetRole, UiManifest } from './manifest.js';
import { recolour } from './recolour.js';

/** Browsers of the last three years and Safari 16; the sheet's newest parts degrade to plain lists and colours. */
const browsers = ['chrome109', 'edge109', 'firefox115', 'safari16'];

/** The checkout's root: the same from the sources and from `dist/`. */
function repository(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    if (dirname(folder) === folder) throw new Error('styles: no package.json above the build step');
    folder = dirname(folder);
  }
  return folder;
}

async function stylesheet(root: string): Promise<string> {
  const compiled = await compileAsync(join(root, 'libs/ui/src/styles/ui.scss'), {
    loadPaths: [join(root, 'node_modules')],
    quietDeps: true,
  });
  const minified = await transform(recolour(compiled.css), {
    loader: 'css',
    minify: true,
    legalComments: 'none',
    target: browsers,
  });
  return minified.code;
}

/** @param name of a file in `browser/`, without its ending */
async function script(root: string, name: string): Promise<string> {
  const bundled = await build({
    entryPoints: [join(root, `libs/ui/src/assets/browser/${name}.ts`)],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    legalComments: 'none',
    target: browsers,
  });
  return bundled.outputFiles.map((file) => file.text).join('');
}

/**
 * Writes the stylesheet, the scripts and the icon into `outDir`, each named by its content and with `.gz` and
 * `.br` beside it, and `manifest.json` last. Files of earlier builds in the folder are removed.
 * @throws Error when the Sass does not compile or names a colour outside `_colours.scss`
 */
export async function buildUiAssets(outDir: string): Promise<UiManifest> {
  const root = repository();
  const [css, forms, progress, countdown, svg] = await Promise.all([
    stylesheet(root),
    script(root, 'forms'),
    script(root, 'progress'),
    script(root, 'countdown'),
    readFile(join(root, 'libs/ui/src/assets/favicon.svg'), 'utf8'),
  ]);
  await mkdir(outDir, { recursive: true });
  for (const old of await readdir(outDir))
    if (/^(?:(?:ui|forms|progress|countdown|favicon)-[\da-f]{12}\.|manifest\.json$)/.test(old))
      await rm(join(outDir, old));

  const write = async (
    role: UiAssetRole,
    stem: string,
    ending: string,
    contentType: string,
    text: string,
  ) => {
    const hash = createHash('sha256').update(text).digest('hex').slice(0, 12);
    const name = `${stem}-${hash}.${ending}`;
    const path = join(outDir, name);
    await writeFile(path, text);
    await writeFile(`${path}.gz`, gzipSync(text, { level: constants.Z_BEST_COMPRESSION }));
    await writeFile(`${path}.br`, brotliCompressSync(text));
    return { role, name, contentType };
  };
  const manifest: UiManifest = {
    files: [
      await write('stylesheet', 'ui', 'css', 'text/css; charset=utf-8', css),
      await write('forms', 'forms', 'js', 'text/javascript; charset=utf-8', forms),
      await write('progress', 'progress', 'js', 'text/javascript; charset=utf-8', progress),
      await write('countdown', 'countdown', 'js', 'text/javascript; charset=utf-8', countdown),
      await write('favicon', 'favicon', 'svg', 'image/svg+xml; charset=utf-8', svg.trim()),
    ],
  };
  await writeFile(join(outDir, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}
