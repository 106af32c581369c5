import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { z } from 'zod';
import { acceptsGzip } from '#platform';

/** A browser script, ready to be sent. */
interface Island {
  readonly bytes: Buffer;
  readonly gzip: Buffer;
}

const manifestSchema = z.record(z.string(), z.string());

/** The browser scripts of an app, which the build bundles from its folder `islands/`. */
export class Islands {
  private readonly manifest: Readonly<Record<string, string>>;
  private readonly scripts: ReadonlyMap<string, Island>;

  /**
   * @param folder where the build put them, beside the compiled sources; without a build there are none
   * @param prefix where the app serves them: `/calendar/assets`
   */
  constructor(
    folder: string,
    private readonly prefix: string,
  ) {
    const list = join(folder, 'manifest.json');
    this.manifest = existsSync(list) ? manifestSchema.parse(JSON.parse(readFileSync(list, 'utf8'))) : {};
    this.scripts = new Map(
      Object.values(this.manifest).map((name) => {
        const bytes = readFileSync(join(folder, name));
        return [name, { bytes, gzip: gzipSync(bytes, { level: 9 }) }];
      }),
    );
  }

  /**
   * Where a page links its script.
   *
   * @param name the file in `islands/`, without its ending
   * @throws Error when no such script was built
   */
  address(name: string): string {
    const file = this.manifest[name];
    if (file === undefined) throw new Error(`islands: the build holds no ${name}`);
    return `${this.prefix}/${file}`;
  }

  /** The answer to a request for a script, to be kept for a year; `undefined` when there is no such file. */
  answer(file: string, acceptEncoding: string | undefined) {
    const island = this.scripts.get(file);
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
}
