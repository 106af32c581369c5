/**
 * What every npm script runs: `node libs/launcher/bin/run.mjs <command> [arguments]`. It needs nothing but Node 20, so
 * that it can run before any package is there: it installs what is missing, then hands over to the project's own Node.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { installPackages, packagesAreCurrent, projectNode, root } from './packages.mjs';

const [command = '', ...rest] = process.argv.slice(2);

/** @param {string} line */
function fail(line) {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}

if (Number(process.versions.node.split('.')[0]) < 20) {
  fail(`Node ${process.versions.node} is too old: Node 20 or later is needed (https://nodejs.org).`);
}
if (!packagesAreCurrent()) {
  try {
    await installPackages();
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error));
  }
}
if (command !== 'install') {
  const child = spawn(projectNode, [join(root, 'libs/launcher/src/commands', `${command}.ts`), ...rest], {
    cwd: root,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.kill(signal));
  }
  // A signal to npm alone goes no further than the shell between npm and us, so its end has to be noticed.
  const parent = process.ppid;
  if (process.env['npm_lifecycle_event']) {
    setInterval(() => process.ppid === parent || child.kill('SIGTERM'), 500).unref();
  }
  child.on('error', (error) => fail(`${command} cannot start: ${error.message}`));
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}
