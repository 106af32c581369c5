import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';
import { StartError } from '../start-error.ts';
import { installWithApt } from './install-with-apt.ts';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'chrome',
];

const macPaths = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Ubuntu's `chromium-browser` may be a mere hint to install a snap, so a browser has to say its version. */
function runs(path: string): boolean {
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}

function installed(env: NodeJS.ProcessEnv): string | null {
  const folders = (env['PATH'] ?? '').split(delimiter);
  const candidates = [
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...macPaths,
    chromium.executablePath(),
  ];
  return candidates.find((path) => isProgram(path) && runs(path)) ?? null;
}

/**
 * The browser for the tests: `CHROME_PATH`, else one that is installed, else one installed by the machine's own means.
 *
 * @throws StartError with what to do when there is none
 */
export function findBrowser(env: NodeJS.ProcessEnv, say: (line: string) => void): string {
  const given = env['CHROME_PATH'];
  if (given) {
    if (isProgram(given)) return given;
    throw new StartError(`CHROME_PATH is ${given}, which is not a program that can be run.`);
  }
  const found = installed(env);
  if (found) return found;
  installWithApt('chromium', 'a browser', say);
  const now = installed(env);
  if (now) return now;
  throw new StartError(
    'No browser was found for the tests: install Chromium or Chrome (for example: sudo apt-get install chromium), or set CHROME_PATH to one.',
  );
}
