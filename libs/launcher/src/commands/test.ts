import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from '../build/build.ts';
import { root } from '../paths.ts';
import { inheritedEnvironment } from '../services/environment.ts';
import { findBrowser } from '../testing/find-browser.ts';
import { endLeftovers, runMark } from '../testing/leftovers.ts';
import { startThrowAwayPostgres, type ThrowAwayPostgres } from '../testing/throw-away-postgres.ts';
import { startThrowAwayRedis, type ThrowAwayRedis } from '../testing/throw-away-redis.ts';
import { runCommand } from './run-command.ts';

/** What is counted of Jest's own report. */
interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  /** Test files that could not even be run. */
  readonly numRuntimeErrorTestSuites: number;
}

let postgres: ThrowAwayPostgres | undefined;
let redis: ThrowAwayRedis | null = null;
let jest: ChildProcess | undefined;
let interrupted = false;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    interrupted = true;
    jest?.kill('SIGTERM');
  });
}

function runJest(reportFile: string, env: NodeJS.ProcessEnv): Promise<number> {
  const child = spawn(
    process.execPath,
    [
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      join(root, 'node_modules/jest/bin/jest.js'),
      '--config=test/jest.config.mjs',
      '--maxWorkers=2',
      '--json',
      `--outputFile=${reportFile}`,
      // A snapshot that is missing is a failure, not written: nobody would have looked at it.
      '--ci',
      // Not in the temporary folder, which is this run's own.
      `--cacheDirectory=${join(root, 'node_modules/.cache/jest')}`,
      ...process.argv.slice(2),
    ],
    { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  jest = child;
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

function readReport(reportFile: string): Report | null {
  try {
    return JSON.parse(readFileSync(reportFile, 'utf8')) as Report;
  } catch {
    return null;
  }
}

async function runTests(): Promise<void> {
  await build();
  const browser = findBrowser(process.env, (line) => console.log(line));
  redis = await startThrowAwayRedis(process.env, (line) => console.log(line));
  postgres = await startThrowAwayPostgres(false);
  if (interrupted) return;
  const { folder, server } = postgres;
  const reportFile = join(folder, 'report.json');
  const code = await runJest(reportFile, {
    ...inheritedEnvironment(process.env),
    NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning',
    TEST_DATABASE_URL: server.url('postgres'),
    ...(redis ? { TEST_REDIS_URL: redis.url } : {}),
    CHROME_PATH: browser,
    TMPDIR: folder,
    [runMark]: folder,
  });
  const report = readReport(reportFile);
  const failed = report ? report.numFailedTests + report.numRuntimeErrorTestSuites : 1;
  process.exitCode = code === 0 && failed === 0 ? 0 : 1;
  if (interrupted) process.stderr.write('The tests were stopped before they were through.\n');
  console.log(`tests: ${report?.numPassedTests ?? 0} passed, ${failed} failed`);
}

await runCommand(async () => {
  try {
    await runTests();
  } finally {
    if (postgres) {
      await endLeftovers(postgres.folder);
      await postgres.remove();
    }
    await redis?.remove();
  }
});
