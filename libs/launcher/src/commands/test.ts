import { join, relative } from 'node:path';
import { build } from '../build/build.ts';
import { root } from '../paths.ts';
import { inheritedEnvironment } from '../services/environment.ts';
import { findBrowser } from '../testing/find-browser.ts';
import { endLeftovers, runMark } from '../testing/leftovers.ts';
import { readReport, totalsOf, type Report } from '../testing/report.ts';
import { filesToRunAgain, passedAlone, withSecondRuns } from '../testing/run-again.ts';
import { runJest, type JestRun } from '../testing/run-jest.ts';
import { startThrowAwayPostgres, type ThrowAwayPostgres } from '../testing/throw-away-postgres.ts';
import { startThrowAwayRedis, type ThrowAwayRedis } from '../testing/throw-away-redis.ts';
import { runCommand } from './run-command.ts';

/** Has files that failed run once more, alone, as the check of a clean checkout does; everything else is for Jest. */
const againOption = '--run-failed-again';

let postgres: ThrowAwayPostgres | undefined;
let redis: ThrowAwayRedis | null = null;
let jest: JestRun | undefined;
let interrupted = false;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    interrupted = true;
    jest?.stop();
  });
}

/** Each in a run of its own, once nothing is left of those before it. */
async function runAgain(first: Report, folder: string, env: NodeJS.ProcessEnv): Promise<Report> {
  const again = new Map<string, Report | null>();
  for (const name of filesToRunAgain(first)) {
    await endLeftovers(folder);
    if (interrupted) break;
    console.log(`failed at first, runs once more alone: ${relative(root, name)}`);
    const reportFile = join(folder, `report-again-${again.size}.json`);
    jest = runJest(reportFile, ['--runTestsByPath', name], env);
    await jest.ended;
    again.set(name, readReport(reportFile));
  }
  const second = withSecondRuns(first, again);
  const byChance = passedAlone(first, second).map((name) => relative(root, name));
  if (byChance.length > 0) console.log(`failed at first and passed alone: ${byChance.join(', ')}`);
  return second;
}

async function runTests(): Promise<void> {
  await build();
  const browser = findBrowser(process.env, (line) => console.log(line));
  redis = await startThrowAwayRedis(process.env, (line) => console.log(line));
  postgres = await startThrowAwayPostgres(false);
  if (interrupted) return;
  const { folder, server } = postgres;
  const env = {
    ...inheritedEnvironment(process.env),
    NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning',
    TEST_DATABASE_URL: server.url('postgres'),
    ...(redis ? { TEST_REDIS_URL: redis.url } : {}),
    CHROME_PATH: browser,
    TMPDIR: folder,
    [runMark]: folder,
  };
  const args = process.argv.slice(2);
  const reportFile = join(folder, 'report.json');
  jest = runJest(
    reportFile,
    args.filter((arg) => arg !== againOption),
    env,
  );
  const code = await jest.ended;
  const first = readReport(reportFile);
  const goesOn = first !== null && args.includes(againOption) && !interrupted;
  const report = goesOn ? await runAgain(first, folder, env) : first;
  const { passed, failed } = totalsOf(report);
  const nowWell = code === 0 || (first !== null && totalsOf(first).failed > 0);
  process.exitCode = failed === 0 && nowWell && !interrupted ? 0 : 1;
  if (interrupted) process.stderr.write('The tests were stopped before they were through.\n');
  console.log(`tests: ${passed} passed, ${failed} failed`);
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
