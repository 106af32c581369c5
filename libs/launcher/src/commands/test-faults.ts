import { join } from 'node:path';
import { build } from '../build/build.ts';
import { root } from '../paths.ts';
import { inheritedEnvironment } from '../services/environment.ts';
import { hasRedis, noRedis } from '../testing/throw-away-redis.ts';
import { StartError } from '../start-error.ts';
import { runCommand } from './run-command.ts';
import { runScript } from './run-script.ts';

/** Kills the whole site by turns while it works, and looks whether anything was lost or doubled: `test/faults/`. */
await runCommand(async () => {
  await build();
  if (process.env['FAULTS_BACKEND'] !== 'postgres' && !hasRedis((line) => console.log(line))) {
    throw new StartError(`${noRedis}; without one: FAULTS_BACKEND=postgres npm run test:faults`);
  }
  const script = join(root, 'test/faults/main.ts');
  process.exitCode = await runScript(script, inheritedEnvironment(process.env));
});
