import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../paths.ts';

/** A run of Jest that goes on. */
export interface JestRun {
  /** Resolves with its exit code. */
  readonly ended: Promise<number>;
  /** Asks it to stop. */
  stop(this: void): void;
}

/**
 * Starts Jest as `npm test` does.
 *
 * @param reportFile where it leaves its report, as JSON
 * @param args further ones, such as paths of test files
 * @param env the whole environment
 */
export function runJest(reportFile: string, args: readonly string[], env: NodeJS.ProcessEnv): JestRun {
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
      ...args,
    ],
    { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  return {
    ended: new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (code) => resolve(code ?? 1));
    }),
    stop: () => void child.kill('SIGTERM'),
  };
}
