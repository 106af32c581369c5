/** Run by `npm run test:faults`, which has built everything. */
import { randomUUID } from 'node:crypto';
import { tableOf } from './report.ts';
import { runFaults, type RunReport } from './run.ts';
import type { Backend } from './site.ts';

/** @throws Error in one line that names the setting */
function number(name: string, otherwise: number): number {
  const value = Number(process.env[name] || otherwise);
  if (!Number.isFinite(value) || value <= 0) throw new Error(`${name} must be a number above 0`);
  return value;
}

function backends(): Backend[] {
  const wanted = process.env['FAULTS_BACKEND'] || 'both';
  if (wanted === 'postgres' || wanted === 'redis') return [wanted];
  if (wanted !== 'both') throw new Error('FAULTS_BACKEND must be postgres, redis or both');
  return ['postgres', 'redis'];
}

async function main(): Promise<void> {
  const control = process.env['FAULTS_CONTROL'] === '1';
  const seed = process.env['FAULTS_SEED'] || randomUUID().slice(0, 8);
  const minutes = number('FAULTS_MINUTES', 5);
  const reports: RunReport[] = [];
  for (const backend of backends()) {
    const began = performance.now();
    const report = await runFaults({
      backend,
      followers: number('FAULTS_FOLLOWERS', 2000),
      edits: number('FAULTS_EDITS', 200),
      editingFor: minutes * 60_000,
      noticeWindow: 30,
      rhythm: { every: 4000, longestDown: 4000 },
      seed,
      control,
      quietWithin: 15 * 60_000,
      tell: (line) => console.log(`${((performance.now() - began) / 1000).toFixed(1).padStart(7)}  ${line}`),
    });
    reports.push(report);
    console.log();
  }
  for (const line of tableOf(reports)) console.log(line);
  const failed = reports.filter(({ verdict }) => verdict.faults.length > 0).length;
  if (control) {
    const isProven = reports.every(({ verdict }) =>
      verdict.faults.some(({ kind }) => kind === 'effects-doubled'),
    );
    console.log(
      isProven
        ? '\nWithout the inboxes it fails, as it must.'
        : '\nIt does not notice that the inboxes are blind.',
    );
    process.exitCode = isProven ? 0 : 1;
  } else {
    console.log(`\nTo run the same again: FAULTS_SEED=${seed} npm run test:faults`);
    process.exitCode = failed === 0 ? 0 : 1;
  }
}

try {
  await main();
} catch (error) {
  console.error(error);
  process.exitCode = 1;
}
