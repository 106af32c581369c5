import { tableOf } from './report.ts';
import { runFaults, type RunReport } from './run.ts';
import type { Backend } from './site.ts';

/** How much there is to lose. */
interface Load {
  readonly followers: number;
  readonly edits: number;
  readonly editingFor: number;
}

const usual: Load = { followers: 200, edits: 40, editingFor: 20_000 };

/** Enough to double something where nothing keeps it from that. */
const forControl: Load = { followers: 50, edits: 15, editingFor: 8000 };

/** The short form of `npm run test:faults`. */
async function runShortly(backend: Backend, load: Load, control: boolean): Promise<RunReport> {
  const told: string[] = [];
  try {
    const report = await runFaults({
      backend,
      ...load,
      noticeWindow: 3,
      rhythm: { every: 1500, longestDown: 1500 },
      // The seed can be given, to see again what was seen once.
      seed: process.env['FAULTS_SEED'] || String(Date.now() % 1_000_000),
      control,
      quietWithin: 180_000,
      tell: (line) => told.push(line),
    });
    if (report.verdict.faults.length > 0 && !control) console.log(told.join('\n'));
    return report;
  } catch (error) {
    console.log(told.join('\n'));
    throw error;
  }
}

/** Without a Redis server, of which `npm test` has said so, PostgreSQL alone. */
const backends: readonly Backend[] = process.env['TEST_REDIS_URL'] ? ['postgres', 'redis'] : ['postgres'];

describe('a site of which everything is killed by turns', () => {
  let runs: readonly RunReport[];
  let blind: RunReport;
  beforeAll(async () => {
    const ended = await Promise.allSettled(backends.map((backend) => runShortly(backend, usual, false)));
    runs = ended.map((run) => {
      if (run.status === 'rejected') throw run.reason;
      return run.value;
    });
    blind = await runShortly(backends.at(-1) ?? 'postgres', forControl, true);
    console.log(tableOf([...runs, blind]).join('\n'));
  }, 1_200_000);

  it('loses nothing and doubles nothing, and nothing is stuck', () => {
    for (const { verdict } of runs) expect(verdict.faults).toEqual([]);
  });

  it('was killed, and had mails to lose', () => {
    for (const { kills, edits, mailings, owed } of runs) {
      expect([...kills.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThan(10);
      expect(kills.get('PostgreSQL')).toBeGreaterThan(0);
      expect(edits.edits).toBe(usual.edits);
      // As many as were due while it was up: on a slow machine one tells of all edits.
      expect(mailings).toBeGreaterThan(0);
      expect(owed).toBe(mailings * usual.followers);
    }
  });

  it('doubles effects when its inboxes know nothing again, and that is found out', () => {
    expect(blind.verdict.faults.map(({ kind }) => kind)).toContain('effects-doubled');
  });
});
