import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { z } from 'zod';
import { acceptsGzip } from '#platform';

/** A browser script of ours, ready to be sent. */
interface Island {
  readonly bytes: Buffer;
  readonly gzip: Buffer;
}

/** The folder that the build bundles browser scripts into, beside the compiled sources. */
const folder = fileURLToPath(new URL('../../islands/', import.meta.url));

const manifestSchema = z.record(z.string(), z.string());

/** Which script is in which file; without a build there are none. */
const manifest = existsSync(join(folder, 'manifest.json'))
  ? manifestSchema.parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')))
  : {};

const islands = new Map<string, Island>(
  Object.values(manifest).map((name) => {
    const bytes = readFileSync(join(folder, name));
    return [name, { bytes, gzip: gzipSync(bytes, { level: 9 }) }];
  }),
);

/**
 * Where a page links its script.
 *
 * @param name the file in `islands/`, without its ending
 * @throws Error when no such script was built
 */
export function islandAddress(name: string): string {
  const file = manifest[name];
  if (file === undefined) throw new Error(`islands: the build holds no ${name}`);
  return `/calendar/assets/${file}`;
}

/** The answer to a request for a script, to be kept for a year; `undefined` when there is no such file. */
export function islandAnswer(file: string, acceptEncoding: string | undefined) {
  const island = islands.get(file);
  if (island === undefined) return undefined;
  const headers = {
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'Accept-Encoding',
  };
  return acceptsGzip(acceptEncoding)
    ? { body: island.gzip, headers: { ...headers, 'content-encoding': 'gzip' } }
    : { body: island.bytes, headers };
}
