/** The project's packages: whether they are what `package-lock.json` asks for, and how to put them there. */
import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');

/** Node as the project pins it, whatever Node the machine has. */
export const projectNode = join(root, 'node_modules/.bin/node');

/** @typedef {{ version?: string, resolved?: string, integrity?: string, optional?: boolean }} Entry */

/**
 * @param {string} path
 * @returns {Record<string, Entry> | null}
 */
function lockedPackages(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages ?? null;
  } catch {
    return null;
  }
}

/** True when every package is installed in the version that `package-lock.json` names. */
export function packagesAreCurrent() {
  try {
    accessSync(projectNode, constants.X_OK);
  } catch {
    return false;
  }
  const wanted = lockedPackages(join(root, 'package-lock.json'));
  // npm writes this file last, so it is missing or old after an installation that was broken off.
  const present = lockedPackages(join(root, 'node_modules/.package-lock.json'));
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const found = present[path];
    // An optional package that is absent belongs to another kind of machine.
    if (!found) return entry.optional === true;
    return found.version === entry.version && found.integrity === entry.integrity;
  });
}

/** @returns {{ command: string, args: string[] }} the npm that runs us, else the one on the PATH */
function npm() {
  const script = process.env['npm_execpath'];
  // npm's own Node, as `process.execPath` may lie in the folder that is about to be replaced.
  if (script && /npm-cli\.c?js$/.test(script) && existsSync(script)) {
    return { command: process.env['npm_node_execpath'] ?? process.execPath, args: [script] };
  }
  return { command: process.platform === 'win32' ? 'npm.cmd' : 'npm', args: [] };
}

/**
 * Installs what the lock names and is not there yet. `npm ci` would refuse a lock that leaves out packages of other
 * kinds of machines, as one made on a registry that lacks them does, and would take away what a running start uses.
 * Tells every ten seconds that it is still at it.
 *
 * @throws {Error} one line with what npm said
 */
export async function installPackages() {
  const first = !existsSync(join(root, 'node_modules'));
  console.log(first ? 'Installing packages (first time: about a minute) …' : 'Installing changed packages …');
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  const ticking = setInterval(() => console.log(`  … still installing (${seconds()} s)`), 10_000);
  const { command, args } = npm();
  const child = spawn(
    command,
    [...args, 'install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let said = '';
  /** @param {Buffer} chunk */
  const listen = (chunk) => {
    if (said.length < 20_000) said += chunk.toString();
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  const stop = () => child.kill('SIGTERM');
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  try {
    const code = await new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', resolve);
    });
    if (code !== 0) throw new Error(whatNpmSaid(said));
  } finally {
    clearInterval(ticking);
    process.off('SIGTERM', stop);
    process.off('SIGINT', stop);
  }
  if (!existsSync(projectNode)) {
    throw new Error(
      'Installing packages left out Node: allow install scripts (npm config ignore-scripts false).',
    );
  }
  console.log(`Packages installed in ${seconds()} s.`);
}

/** @param {string} said */
function whatNpmSaid(said) {
  const lines = said
    .split('\n')
    .map((line) => line.replace(/^npm (error|ERR!) ?/, '').trim())
    .filter((line) => line !== '' && !line.startsWith('A complete log'));
  return `Installing packages failed: ${lines.slice(0, 3).join(' · ') || 'npm stopped without a word'}`;
}
