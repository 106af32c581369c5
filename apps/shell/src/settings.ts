import { z } from 'zod';
import { addressVariable, httpUrl, readSettings, secret, serviceSettings } from '#platform';
import { parts } from './parts.js';

/** Where each part is reached inside, by the app's name. */
export type Upstreams = ReadonlyMap<string, string>;

const proxies = 'must be how many proxies stand before the site, from 0 to 10';

const shellSettings = {
  ...serviceSettings,
  /** What services show each other where they ask directly: `members` says nobody else who somebody is. */
  INTERNAL_KEY: secret,
  /** Where `members` publishes the keys of identity tokens. */
  IDENTITY_KEYS_URL: httpUrl,
  /** How many proxies of ours a request passes before it comes here: each adds to X-Forwarded-For whom it was asked by. */
  TRUST_PROXY: z.coerce.number({ error: proxies }).int(proxies).min(0, proxies).max(10, proxies).default(0),
} as const;

/** @throws SettingProblem naming what is missing or wrong */
export function readShellSettings(env: NodeJS.ProcessEnv) {
  const settings = readSettings(shellSettings, env);
  const addresses = readSettings(
    Object.fromEntries(parts.map((part) => [addressVariable(part.app), httpUrl])),
    env,
  );
  const upstreams: Upstreams = new Map(
    parts.map((part) => [part.app, addresses[addressVariable(part.app)] ?? '']),
  );
  return { ...settings, upstreams };
}

export type ShellSettings = ReturnType<typeof readShellSettings>;
