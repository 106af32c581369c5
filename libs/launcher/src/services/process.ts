import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { compileCache, dist, root } from '../paths.ts';
import { signal, until } from '../processes.ts';

/** A service that has been started, whether it still runs or not. */
export interface ServiceProcess {
  readonly pid: number;
  /** Resolves when the process has gone, with how. */
  readonly ended: Promise<string>;
  isRunning(this: void): boolean;
  signal(this: void, name: NodeJS.Signals): void;
  /** Asks it to finish what it is doing, and ends it by force when it has not after `grace` milliseconds. */
  stop(this: void, grace: number): Promise<void>;
}

/** Starts an app's service; see {@link startProcess}. */
export function startService(name: string, env: NodeJS.ProcessEnv, log: string): ServiceProcess {
  return startProcess(['--enable-source-maps', join(dist, 'apps', name, 'src/main.js')], env, log);
}

/**
 * Starts Node in a process group of its own, so that Ctrl-C reaches only us and the order of stopping is ours. By the
 * channel between us it notices when we are gone, however we went.
 *
 * @param args the options for Node, then the program
 * @param env the whole environment
 * @param log the file that all it writes is added to
 * @param hear is given what it sends by the channel
 */
export function startProcess(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  log: string,
  hear: (message: unknown) => void = () => {},
): ServiceProcess {
  const output = openSync(log, 'a', 0o600);
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { NODE_COMPILE_CACHE: compileCache, ...env },
    detached: true,
    stdio: ['ignore', output, output, 'ipc'],
  });
  closeSync(output);
  child.on('message', hear);
  const isRunning = () => child.pid !== undefined && child.exitCode === null && child.signalCode === null;
  const send = (signalName: NodeJS.Signals) => {
    if (isRunning() && child.pid !== undefined) signal(-child.pid, signalName);
  };
  return {
    pid: child.pid ?? 0,
    ended: new Promise((resolve) => {
      child.once('error', (error) => resolve(error.message));
      child.once('exit', (code, by) => resolve(by ? `killed by ${by}` : `exit code ${code}`));
    }),
    isRunning,
    signal: send,
    stop: async (grace) => {
      send('SIGTERM');
      if (await until(() => !isRunning(), grace)) return;
      send('SIGKILL');
      await until(() => !isRunning(), 1000);
    },
  };
}
