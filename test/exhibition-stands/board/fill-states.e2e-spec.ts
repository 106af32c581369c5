import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import pg from 'pg';
import { openBrowser } from '#launcher';
import { faultsOf } from '../../browser/page-checks.js';
import { shoot } from '../../browser/shoot.js';
import { until } from '../../until.js';
import { startBoard, type BoardStage, type StagedRota } from './board-stage.js';

let stage: BoardStage;
let browser: Browser;
let context: BrowserContext;
let page: Page;
beforeAll(async () => {
  [stage, browser] = await Promise.all([startBoard(), openBrowser()]);
  context = await stage.staffBrowser(browser);
  page = await context.newPage();
});
afterAll(async () => {
  await browser.close();
  await stage.stop();
});

async function looksRight(name: string): Promise<void> {
  expect({ name, faults: await faultsOf(page) }).toEqual({ name, faults: [] });
  await shoot(page, name);
}

/** While this holds the exhibition, nothing that is found can be written. */
async function whileHeld<Result>(
  { id }: StagedRota,
  work: (holder: pg.Client) => Promise<Result>,
): Promise<Result> {
  const holder = new pg.Client({ connectionString: stage.system.databaseUrl('exhibition-stands') });
  await holder.connect();
  try {
    await holder.query('BEGIN');
    await holder.query('SELECT lock_exhibition($1)', [id]);
    const result = await work(holder);
    await holder.query('COMMIT');
    return result;
  } finally {
    await holder.end();
  }
}

async function fill(rota: StagedRota, seconds = '30'): Promise<void> {
  await page.goto(`${rota.board}/fill`);
  await page.getByLabel(/^Search for so many seconds/).fill(seconds);
  await page.getByRole('button', { name: /^Fill the rota/ }).click();
}

/** Waits as {@link until}; where it never becomes so, it says what became of the fills, and what the app had to say. */
async function untilOrTell(isSo: () => Promise<boolean> | boolean): Promise<void> {
  await until(isSo).catch(async (error: unknown) => {
    const fills = await stage.query(
      'SELECT id, status, attempts, asked_at, seen_at, finished_at, error FROM fills ORDER BY asked_at',
    );
    const log = stage.system.logs('exhibition-stands').slice(-5000);
    throw new Error(`${String(error)}\n${JSON.stringify(fills, null, 1)}\n${log}`, { cause: error });
  });
}

async function ended(rota: StagedRota): Promise<void> {
  await untilOrTell(async () => {
    const [row] = await stage.query<{ isOver: boolean }>(
      `SELECT finished_at IS NOT NULL AS "isOver" FROM fills WHERE exhibition_id = $1 ORDER BY asked_at DESC LIMIT 1`,
      [rota.id],
    );
    return row?.isOver === true;
  });
  await page.goto(`${rota.board}/fill`);
}

/** The process that searches for the app. */
function solverOf(app: number): number | null {
  const found = readdirSync('/proc').find((entry) => {
    if (!/^\d+$/.test(entry)) return false;
    try {
      const parent = /^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${entry}/status`, 'utf8'))?.[1];
      const command = readFileSync(`/proc/${entry}/cmdline`, 'utf8');
      return Number(parent) === app && command.includes('bullmq');
    } catch {
      // It has ended meanwhile.
      return false;
    }
  });
  return found === undefined ? null : Number(found);
}

describe('the page of a fill', () => {
  test('shows that it goes on, and that it was stopped', async () => {
    const rota = await stage.rota({ title: 'Stopped' });
    await whileHeld(rota, async () => {
      await fill(rota);
      await page.getByRole('button', { name: 'Stop the search' }).waitFor();
      await looksRight('fill running');
      await page.getByRole('button', { name: 'Stop the search' }).click();
      await page.getByText('The last search was stopped. The draft is as it was.').waitFor();
      await looksRight('fill stopped');
    });
    await page.goto(rota.board);
    await page.getByText('3 gaps of 3 places').waitFor();
  });

  test('says that the solver ended unexpectedly', async () => {
    const names = Array.from({ length: 40 }, (_, index) => `Person ${index + 1}`);
    const rota = await stage.rota({ title: 'Killed', names });
    // So many shifts that the search is not over before it is looked for.
    await stage.query(
      `INSERT INTO shifts (id, exhibition_id, starts_at, ends_at, cover, leads, skills, label, source, version)
       SELECT gen_random_uuid(), exhibition_id, starts_at + make_interval(mins => 7 * n), ends_at + make_interval(mins => 7 * n), 3, 0, skills,
         'Stand ' || n, source, version FROM shifts, generate_series(1, 40) AS n WHERE exhibition_id = $1`,
      [rota.id],
    );
    await fill(rota, '300');
    const app = stage.system.pid('exhibition-stands');
    await untilOrTell(() => {
      const solver = solverOf(app);
      return solver !== null && process.kill(solver, 'SIGKILL');
    });
    await ended(rota);
    await page.getByText(/^The search for a rota ended unexpectedly\..*The draft is as it was\.$/).waitFor();
    await looksRight('fill failed');
  });

  test('says so where the search had ended before it was stopped', async () => {
    const rota = await stage.rota({ title: 'Too late' });
    await fill(rota);
    await ended(rota);
    const [row] = await stage.query<{ id: string }>('SELECT id FROM fills WHERE exhibition_id = $1', [
      rota.id,
    ]);
    const answer = await page.request.post(`${rota.board}/fill/cancel`, {
      form: { fill: row?.id ?? '' },
      headers: { 'sec-fetch-site': 'same-origin' },
    });
    expect(await answer.text()).toContain('The search had ended before it was stopped.');
  });

  test('offers what was found when the draft is another', async () => {
    const rota = await stage.rota({ title: 'Offered' });
    await whileHeld(rota, async (holder) => {
      await fill(rota);
      await holder.query('INSERT INTO drafts (exhibition_id, version) VALUES ($1, 1)', [rota.id]);
    });
    await ended(rota);
    await page.getByRole('heading', { name: 'A rota is found, but the draft was left as it is' }).waitFor();
    await looksRight('fill offered');
    await page.getByRole('button', { name: 'Take it all the same' }).click();
    await page.getByText('All 3 places are covered').waitFor();
  });

  test('says why: too few lead, nobody has answered, pins that break rules', async () => {
    const leads = await stage.rota({ title: 'Leads', cover: 2, leads: 2, shifts: 1 });
    await fill(leads);
    await ended(leads);
    await page.getByText('A shift needs 2 leads, and only 1 person on the team can lead.').waitFor();
    await looksRight('fill leads');
    const silent = await stage.rota({ title: 'Silent', isUnanswered: true });
    await fill(silent);
    await ended(silent);
    await page.getByText('Nobody on the team has said yet when they can').waitFor();
    await looksRight('fill nobody');
    const pinned = await stage.rota({ title: 'Pinned' });
    for (const [index, shift] of pinned.shifts.entries())
      for (const [step, act] of ['put', 'pin'].entries())
        await stage.ask(`${pinned.board}/acts`, {
          act,
          shift,
          member: pinned.team[1]?.id ?? '',
          version: String(2 * index + step),
        });
    await fill(pinned);
    await ended(pinned);
    await page.getByRole('heading', { name: 'There is no rota with all that is pinned' }).waitFor();
    await looksRight('fill infeasible');
  });
});

describe('comparing', () => {
  test('shows who would be told of what, once the rota is published', async () => {
    const rota = await stage.rota({ title: 'Compared' });
    const put = (shift: number, member: number, version: number, act = 'put') =>
      stage.ask(`${rota.board}/acts`, {
        act,
        shift: rota.shifts[shift] ?? '',
        member: rota.team[member]?.id ?? '',
        version: String(version),
      });
    for (const index of [0, 1]) await put(index, index, index);
    await page.goto(`${rota.board}/publish`);
    await page.getByRole('button', { name: /^Publish/ }).click();
    await page.goto(`${rota.board}/compare`);
    await looksRight('compare same');
    await put(1, 1, 2, 'take');
    await put(1, 0, 3);
    await page.goto(`${rota.board}/compare`);
    await page.getByText('2 people would be told of a change.').waitFor();
    await page.getByText('No longer Monday 24 September, 11am to 1pm').waitFor();
    await looksRight('compare changed');
  });
});

describe('a full board', () => {
  test('stays readable with twelve on a shift, long names and a shift without anybody', async () => {
    const names = Array.from({ length: 12 }, (_, index) =>
      index % 3 === 0 ? `Bartholomew Featherstonehaugh-Cholmondeley ${index}` : `Ana Ek ${index}`,
    );
    const unbroken = 'Ferdinand'.repeat(22);
    const arabic = 'عبد الرحمن بن محمد الكوفي';
    const rota = await stage.rota({ title: 'Full board', names: [unbroken, arabic, ...names], cover: 20 });
    for (const [index, { id }] of rota.team.entries())
      await stage.ask(`${rota.board}/acts`, {
        act: 'put',
        shift: rota.shifts[0] ?? '',
        member: id,
        version: String(index),
      });
    await page.goto(rota.board);
    await looksRight('full board');
    for (const width of [320, 768, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  });
});

describe('addresses that nobody was given', () => {
  test('lead to no page, and come back to the board alone', async () => {
    for (const id of ['-1', 'there-is-none'])
      expect((await stage.ask(`/stands/manage/${id}/rota/fill/progress`)).status).toBe(404);
    const rota = await stage.rota({ title: 'Back', shifts: 1 });
    const comesBackTo = async (step: number, back: string) => {
      const member = rota.team[step]?.id ?? '';
      const sent = { act: 'put', shift: rota.shifts[0] ?? '', member, version: String(step), back };
      const { location } = await stage.ask(`${rota.board}/acts`, sent);
      return location?.replace(/#.*/, '');
    };
    expect(await comesBackTo(0, '?show=gaps&elsewhere=1')).toBe(`${rota.board}?show=gaps`);
    expect(await comesBackTo(1, '//example.org/')).toBe(rota.board);
    expect((await comesBackTo(2, `?day=${'x'.repeat(20_000)}`))?.length).toBeLessThan(400);
  });
});
