import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../build/build.ts';
import { root } from '../paths.ts';
import { startPostgres } from '../postgres/server.ts';
import { inheritedEnvironment } from '../services/environment.ts';
import { StartError } from '../start-error.ts';
import { runCommand } from './run-command.ts';

/** Runs one benchmark of `test/load/` against a throw-away database that writes as safely as a real one. */
async function runBenchmark(name: string): Promise<number> {
  if (!/^[a-z-]+$/.test(name)) throw new StartError('Say which benchmark: npm run bench:calendar');
  await build();
  const folder = mkdtempSync(join(tmpdir(), 'network-events-bench-'));
  // PostgreSQL runs as somebody else where we are root.
  chmodSync(folder, 0o711);
  const server = await startPostgres({
    directory: join(folder, 'postgres'),
    password: randomBytes(18).toString('base64url'),
    log: join(folder, 'postgres.log'),
    durable: true,
    removeWhenOrphaned: folder,
    say: (line) => console.log(line),
  });
  try {
    const child = spawn(process.execPath, [join(root, 'test/load', `${name}.bench.ts`)], {
      cwd: root,
      env: { ...inheritedEnvironment(process.env), TEST_DATABASE_URL: server.url('postgres') },
      stdio: 'inherit',
    });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => child.kill(signal));
    return await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (code) => resolve(code ?? 1));
    });
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

await runCommand(async () => {
  process.exitCode = await runBenchmark(process.argv[2] ?? '');
});
