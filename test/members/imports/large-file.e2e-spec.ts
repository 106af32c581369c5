import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startImporting, tableOf, textOf, type Importing } from './importing.js';
import { inLargeFile, largeFile } from './large-file.js';

let members: Importing;
beforeAll(async () => {
  members = await startImporting();
});
afterAll(() => members.stop());

const good = inLargeFile.good.toLocaleString('en-GB');

/** Every state of progress that is seen until the import has come to an end. */
async function progressOf(path: string): Promise<{ done: number; total: number }[]> {
  const seen: { done: number; total: number }[] = [];
  for (;;) {
    const { isRunning, done, total } = JSON.parse((await members.get(`${path}/progress`)).html) as {
      isRunning: boolean;
      done: number;
      total: number;
    };
    seen.push({ done, total });
    if (!isRunning) return seen;
  }
}

describe('a CSV file of 10,000 organisations, with doubles, in two encodings', () => {
  test('is told row by row, and makes no double record', async () => {
    const path = await members.preview(largeFile());
    const { html } = await members.get(path);
    expect(textOf(html)).toContain(`10,000 rows: ${good} new organisations and 540 rows with problems.`);
    expect(textOf(html)).toContain('The file is in two encodings.');
    expect(await members.count()).toBe(0);
    const last = tableOf((await members.get(`${path}?page=200`)).html);
    expect(last).toHaveLength(50);
    await members.confirm(path, true);
    const seen = await progressOf(path);
    const states = new Set(seen.map(({ done }) => done));
    expect(states.size).toBeGreaterThan(2);
    expect(seen.map(({ done }) => done)).toEqual(seen.map(({ done }) => done).toSorted((a, b) => a - b));
    const done = textOf((await members.outcome(path)).html);
    expect(done).toContain(`${good} organisations added and 540 rows left out.`);
    const [counts] = await members.query(
      `SELECT count(*)::int AS count, count(DISTINCT name_key)::int AS names,
         (SELECT count(DISTINCT aggregate_id)::int FROM outbox WHERE type = 'members.organisation-changed.v1') AS told
       FROM organisations`,
    );
    expect(counts).toEqual({ count: inLargeFile.good, names: inLargeFile.good, told: inLargeFile.good });
  });

  test('changes nothing when it is imported again, and everything when it says something else', async () => {
    const before = await members.count();
    const again = await members.preview(largeFile());
    expect(textOf((await members.get(again)).html)).toContain(`${good} organisations as they are already`);
    expect(textOf((await members.get(again)).html)).not.toContain('new organisation');
    const changed = await members.preview(largeFile(true));
    await members.confirm(changed, true);
    expect(textOf((await members.outcome(changed)).html)).toContain(`${good} organisations changed`);
    expect(await members.count()).toBe(before);
  });
});
