import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../paths.ts';
import { runCommand } from './run-command.ts';

/** Whether one of the tools that are installed with us is content. */
function isClean(tool: string, ...args: readonly string[]): Promise<boolean> {
  const child = spawn(join(root, 'node_modules/.bin', tool), args, { cwd: root, stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code === 0));
  });
}

/** Format, lint and types. The linter keeps all cores busy; the other two have one each, side by side. */
await runCommand(async () => {
  const linted = await isClean('oxlint', '--type-aware', '--deny-warnings');
  const others = await Promise.all([
    isClean('prettier', '--check', '.'),
    isClean('tsc', '-p', 'tsconfig.json'),
  ]);
  process.exitCode = linted && others.every(Boolean) ? 0 : 1;
});
