import { execFileSync, spawnSync } from 'node:child_process';

/**
 * Installs a package of Debian where we may and can. Whether it is there then, the caller has to see.
 *
 * @param what it is, for whoever watches
 */
export function installWithApt(name: string, what: string, say: (line: string) => void): void {
  if (process.getuid?.() !== 0) return;
  if (spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status !== 0) return;
  say(`Installing ${what} for the tests (apt-get install ${name}; a minute or two) …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = { env, stdio: 'pipe' } as const;
  try {
    execFileSync('apt-get', ['update', '-q'], options);
    execFileSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', name], options);
  } catch {
    // The caller finds it missing and says what to do about it.
  }
}
