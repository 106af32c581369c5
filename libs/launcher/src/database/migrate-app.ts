/**
 * Run by itself: `node migrate-app.ts <the app's compiled src folder>`, with DATABASE_URL and DEMO. Its last line is
 * what it has done, as JSON.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import type { DataSource } from 'typeorm';

/** Held on the app's database, with its schema's name, while that changes: two runs for one app wait for each other. */
const migrationLock = 5_741_102;

const [source = ''] = process.argv.slice(2);
const databaseUrl = process.env['DATABASE_URL'] ?? '';

async function load<Module>(file: string): Promise<Module> {
  const module: Module = await import(pathToFileURL(join(source, file)).href);
  return module;
}

async function migrate(): Promise<string[]> {
  const { createDataSource } = await load<{ createDataSource: (url: string) => DataSource }>(
    'data-source.js',
  );
  const dataSource = createDataSource(databaseUrl);
  await dataSource.initialize();
  try {
    const done = await dataSource.runMigrations({ transaction: 'each' });
    return done.map(({ name }) => name);
  } finally {
    await dataSource.destroy();
  }
}

async function loadDemonstration(): Promise<string | null> {
  if (process.env['DEMO'] !== '1' || !existsSync(join(source, 'demo/load.js'))) return null;
  const { loadDemo } = await load<{ loadDemo: (url: string) => Promise<string | null> }>('demo/load.js');
  return loadDemo(databaseUrl);
}

const lock = new pg.Client({ connectionString: databaseUrl });
await lock.connect();
try {
  await lock.query('SELECT pg_advisory_lock($1, hashtext(current_schema()))', [migrationLock]);
  const migrations = await migrate();
  const demo = await loadDemonstration();
  process.stdout.write(`\n${JSON.stringify({ migrations, demo })}\n`);
} finally {
  await lock.end();
}
