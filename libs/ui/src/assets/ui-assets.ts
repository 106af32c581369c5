import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { manifestSchema, uiAssetRoles } from './manifest.js';
import type { UiAssetRole } from './manifest.js';

/** One built file, ready to be sent. */
export interface UiAsset {
  readonly role: UiAssetRole;
  /** The file's name, which changes with its content. */
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Buffer;
  readonly gzip: Buffer;
  readonly brotli: Buffer;
}

/** Where pages find the shared files; each is a path on this origin. */
export interface UiAssetAddresses {
  readonly stylesheet: string;
  readonly forms: string;
  /** For a page that shows something that is under way. */
  readonly progress: string;
  /** For a page that shows how much time is left. */
  readonly countdown: string;
  readonly favicon: string;
}

/** The body and headers that answer a request for an asset. */
export interface UiAssetAnswer {
  readonly body: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

/** The built files of `libs/ui`, in memory. */
export class UiAssets {
  readonly #byName: ReadonlyMap<string, UiAsset>;

  constructor(readonly all: readonly UiAsset[]) {
    this.#byName = new Map(all.map((asset) => [asset.name, asset]));
  }

  /** The asset of that name; `undefined` when no such file was built. */
  find(name: string): UiAsset | undefined {
    return this.#byName.get(name);
  }

  /** @param prefix where a service serves the files, with slashes at both ends: `/calendar/assets/` */
  addressedAt(prefix: string): UiAssetAddresses {
    const address = (role: UiAssetRole): string => {
      const asset = this.all.find((each) => each.role === role);
      if (asset === undefined) throw new Error(`ui assets: the build holds no ${role}`);
      return prefix + asset.name;
    };
    return {
      stylesheet: address('stylesheet'),
      forms: address('forms'),
      progress: address('progress'),
      countdown: address('countdown'),
      favicon: address('favicon'),
    };
  }

  /**
   * The answer to a request for a file: the smallest form that the browser takes, to be kept for a year.
   * @param acceptEncoding the request's `Accept-Encoding`
   */
  answer(name: string, acceptEncoding: string | undefined): UiAssetAnswer | undefined {
    const asset = this.#byName.get(name);
    if (asset === undefined) return undefined;
    const headers = {
      'content-type': asset.contentType,
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'Accept-Encoding',
      'x-content-type-options': 'nosniff',
    };
    const accepted = acceptedEncodings(acceptEncoding);
    if (accepted.has('br')) return { body: asset.brotli, headers: { ...headers, 'content-encoding': 'br' } };
    if (accepted.has('gzip'))
      return { body: asset.gzip, headers: { ...headers, 'content-encoding': 'gzip' } };
    return { body: asset.bytes, headers };
  }
}

/** The codings named in `Accept-Encoding`, without those refused by `q=0` (RFC 9110 §12.5.3). */
function acceptedEncodings(header: string | undefined): ReadonlySet<string> {
  const named = (header ?? '').toLowerCase().split(',');
  return new Set(
    named
      .map((part) => part.split(';').map((piece) => piece.trim()))
      .filter(([, ...parameters]) => !parameters.some((parameter) => /^q=0(?:\.0*)?$/.test(parameter)))
      .map(([coding = '']) => coding),
  );
}

/** The folder that the build step fills, seen from `dist/libs/ui/src/assets` and from the sources. */
function builtFolder(): string {
  const besideTheBuild = fileURLToPath(new URL('../../assets/', import.meta.url));
  return existsSync(join(besideTheBuild, 'manifest.json'))
    ? besideTheBuild
    : fileURLToPath(new URL('../../../../dist/libs/ui/assets/', import.meta.url));
}

/**
 * Reads a folder that `buildUiAssets` wrote.
 * @throws Error when the folder or a file is missing or the manifest is damaged: the build has not run
 */
export function readUiAssets(folder: string): UiAssets {
  const path = join(folder, 'manifest.json');
  if (!existsSync(path)) throw new Error(`ui assets: ${path} is missing; run "npm run build" first`);
  const manifest = manifestSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  const assets = manifest.files.map(({ role, name, contentType }) => ({
    role,
    name,
    contentType,
    bytes: readFileSync(join(folder, name)),
    gzip: readFileSync(join(folder, `${name}.gz`)),
    brotli: readFileSync(join(folder, `${name}.br`)),
  }));
  const missing = uiAssetRoles.filter((role) => !assets.some((asset) => asset.role === role));
  if (missing.length > 0) throw new Error(`ui assets: ${path} names no ${missing.join(', ')}`);
  return new UiAssets(assets);
}

let loaded: UiAssets | undefined;

/** The built files, read once per process. Throws as {@link readUiAssets}. */
export function uiAssets(): UiAssets {
  loaded ??= readUiAssets(builtFolder());
  return loaded;
}
