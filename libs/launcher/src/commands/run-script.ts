import { spawn } from 'node:child_process';
import { root } from '../paths.ts';

/**
 * Runs a script with our own Node and shows all that it says; a signal to us is passed on to it.
 *
 * @param script an absolute path
 * @param env the whole environment
 * @returns its exit code
 */
export async function runScript(script: string, env: NodeJS.ProcessEnv): Promise<number> {
  const child = spawn(process.execPath, [script], { cwd: root, env, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
