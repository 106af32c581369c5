import { join } from 'node:path';
import { build } from '../build/build.ts';
import { root } from '../paths.ts';
import { inheritedEnvironment } from '../services/environment.ts';
import { StartError } from '../start-error.ts';
import { startThrowAwayPostgres } from '../testing/throw-away-postgres.ts';
import { runCommand } from './run-command.ts';
import { runScript } from './run-script.ts';

/** Runs one benchmark of `test/load/` against a throw-away database that writes as safely as a real one. */
async function runBenchmark(name: string): Promise<number> {
  if (!/^[a-z-]+$/.test(name)) throw new StartError('Say which benchmark: npm run bench:calendar');
  await build();
  const postgres = await startThrowAwayPostgres(true);
  try {
    return await runScript(join(root, 'test/load', `${name}.bench.ts`), {
      ...inheritedEnvironment(process.env),
      TEST_DATABASE_URL: postgres.server.url('postgres'),
    });
  } finally {
    await postgres.remove();
  }
}

await runCommand(async () => {
  process.exitCode = await runBenchmark(process.argv[2] ?? '');
});
