import { addressVariable, httpUrl, readSettings, serviceSettings } from '#platform';
import { parts } from './parts.js';

/** Where each part is reached inside, by the app's name. */
export type Upstreams = ReadonlyMap<string, string>;

/** @throws SettingProblem naming what is missing or wrong */
export function readShellSettings(env: NodeJS.ProcessEnv) {
  const settings = readSettings(serviceSettings, env);
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
