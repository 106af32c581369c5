import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';
import type { Browser } from 'playwright-core';
import type { DataSource } from 'typeorm';
import { createTestDatabase, openBrowser } from '#launcher';
import { createLog, DemoClock, nestLogger } from '#platform';
import { BuildRotaProblem } from '../../apps/exhibition-stands/src/board/build-rota-problem.js';
import { createDataSource } from '../../apps/exhibition-stands/src/data-source.js';
import { DemoModule } from '../../apps/exhibition-stands/src/demo/demo-module.js';
import { loadDemo } from '../../apps/exhibition-stands/src/demo/load.js';
import { checkRota } from '../../apps/exhibition-stands/src/rota/index.js';
import { TeamMemberRow } from '../../apps/exhibition-stands/src/team/team-member.entity.js';
import { TeamLinks } from '../../apps/exhibition-stands/src/team/team-links.js';
import { faultsOf } from '../browser/page-checks.js';
import { shoot } from '../browser/shoot.js';
import { staffPerson, startStands, type StandsStage } from './stage.js';

let stage: StandsStage;
let browser: Browser;
let dataSource: DataSource;
let app: INestApplicationContext;
/** The stand of next year. */
let coming: string;

beforeAll(async () => {
  [stage, browser] = await Promise.all([startStands({ demo: true }), openBrowser()]);
  process.env['LINK_SECRET'] = stage.system.secrets.links;
  const url = stage.system.databaseUrl('exhibition-stands');
  dataSource = await createDataSource(url).initialize();
  const log = createLog('exhibition-stands', 'error');
  const module = DemoModule.with(dataSource, new DemoClock(), url, log);
  app = await NestFactory.createApplicationContext(module, { logger: nestLogger(log) });
  const [row] = await stage.query<{ id: string }>(`SELECT id FROM exhibitions WHERE status = 'published'`);
  coming = row?.id ?? '';
}, 240_000);
afterAll(async () => {
  await app?.close();
  if (dataSource?.isInitialized) await dataSource.destroy();
  await browser?.close();
  await stage?.stop();
});

/** How many there are of each. */
async function tally(sql: string): Promise<Record<string, number>> {
  const rows = await stage.query<{ what: string; number: number }>(sql);
  return Object.fromEntries(rows.map(({ what, number }) => [what, number]));
}

describe('the demonstration of the stands', () => {
  it('has five exhibitions on their real days and last autumn’s, which are over, and next year’s', async () => {
    const exhibitions = await stage.query<{ title: string; days: string; status: string; year: number }>(
      `SELECT title, first_day || ' ' || last_day AS days, status, extract(year FROM first_day)::integer AS year
       FROM exhibitions ORDER BY first_day`,
    );
    expect(exhibitions.slice(0, 5).map(({ title, days, status }) => [title, days, status])).toEqual([
      ['Liberal Democrat Party Conference', '2019-09-14 2019-09-17', 'over'],
      ['Labour Party Conference', '2019-09-21 2019-09-25', 'over'],
      ['Co-operative Party Annual Conference', '2019-10-11 2019-10-13', 'over'],
      ['NALC Annual Conference 2019', '2019-10-28 2019-10-28', 'over'],
      ['Local Government Association Annual Conference & Exhibition', '2020-06-30 2020-07-02', 'over'],
    ]);
    const [last, next, ...more] = exhibitions.slice(5);
    expect(more).toEqual([]);
    expect(last).toMatchObject({ title: `Labour Party Conference ${last?.year}`, status: 'over' });
    expect((last?.days.slice(11) ?? '') < new Date().toISOString().slice(0, 10)).toBe(true);
    expect(next).toMatchObject({ title: `Labour Party Conference ${next?.year}`, status: 'published' });
    expect((next?.days ?? '') > new Date().toISOString().slice(0, 10)).toBe(true);
  });

  it('has a team of thirty, and passes in every state', async () => {
    expect(
      await tally(
        `SELECT status AS what, count(*)::integer AS number FROM team_members WHERE exhibition_id = '${coming}' GROUP BY status`,
      ),
    ).toEqual({ answered: 27, declined: 1, invited: 2 });
    const passes = await tally(
      'SELECT status AS what, count(*)::integer AS number FROM passes GROUP BY status',
    );
    expect(Object.keys(passes).toSorted()).toEqual([
      'applied',
      'collected',
      'issued',
      'photo-accepted',
      'refused',
    ]);
  });

  it('has a rota with two gaps and a drop-out that breaks no rule but that passes have not come, each with a reason', async () => {
    const asExpected = await app
      .get(BuildRotaProblem)
      .material(coming, { basis: 'published', passes: 'expected' });
    const placements =
      asExpected.told.places?.map(({ shift, member }) => ({ person: member, slot: shift })) ?? [];
    const cover = asExpected.shifts.reduce((sum, shift) => sum + shift.cover, 0);
    expect(placements.length).toBe(cover - 3);
    expect(asExpected.told.dropped.length).toBe(1);
    expect(
      await stage.query(
        'SELECT FROM rota_assignments a JOIN rotas r ON r.id = a.rota_id WHERE r.exhibition_id = $1',
        [coming],
      ),
    ).toHaveLength(cover - 2);
    expect(checkRota(asExpected.problem, placements).violations).toEqual([]);
    const issued = await app.get(BuildRotaProblem).material(coming);
    const { violations } = checkRota(issued.problem, placements);
    expect(new Set(violations.map(({ rule }) => rule))).toEqual(new Set(['no-pass']));
    const [rota] = await stage.query<{ overrides: { rule: string; reason: string }[] }>(
      'SELECT overrides FROM rotas WHERE exhibition_id = $1',
      [coming],
    );
    expect(rota?.overrides.length).toBe(violations.length);
    expect(rota?.overrides.every(({ reason }) => reason !== '')).toBe(true);
  });

  it('has a swap on which two are agreed, which breaks no rule and waits for staff', async () => {
    const swaps = await stage.query<{ id: string; status: string; asker: string; other: string }>(
      `SELECT s.id, s.status, a.name AS asker, o.name AS other FROM swaps s JOIN team_members a ON a.id = s.asker_id
         JOIN team_members o ON o.id = s.other_id`,
    );
    expect(swaps).toEqual([
      { id: expect.any(String), status: 'agreed', asker: 'Carys Specimen', other: 'Wanda Twohats' },
    ]);
    const headers = await stage.headers(staffPerson);
    const page = await fetch(`${stage.url}/stands/manage/${coming}/swaps/${swaps[0]?.id}`, { headers });
    expect(await page.text()).toContain('It breaks no rule of the rota.');
  });

  it('has a private reception with its guests, two hosts who are briefed and on the rota, and two other events', async () => {
    const events = await stage.query<{ id: string; audience: string; status: string; budget: string | null }>(
      `SELECT id, audience, status, budget_status AS budget FROM stand_events WHERE exhibition_id = $1 ORDER BY starts_at`,
      [coming],
    );
    expect(events.map(({ audience, status, budget }) => [audience, status, budget])).toEqual([
      ['public', 'published', null],
      ['invited', 'published', 'approved'],
      ['members', 'published', null],
    ]);
    const reception = events[1]?.id ?? '';
    expect(
      await tally('SELECT status AS what, count(*)::integer AS number FROM event_guests GROUP BY status'),
    ).toEqual({ coming: 7, invited: 3, 'not-coming': 2 });
    const [guests] = await stage.query<{ more: number; needs: number }>(
      `SELECT (SELECT sum(plus_ones)::integer FROM event_guests) AS more, (SELECT count(*)::integer FROM guest_needs) AS needs`,
    );
    expect(guests).toEqual({ more: 3, needs: 4 });
    const hosts = ['Asha Example', 'Sam Staff'];
    const readers = await stage.query<{ name: string }>(
      'SELECT t.name FROM event_readers r JOIN team_members t ON t.id = r.team_member_id ORDER BY t.name',
    );
    expect(readers.map(({ name }) => name)).toEqual(hosts);
    const onRota = await stage.query<{ name: string }>(
      `SELECT t.name FROM shifts s JOIN current_assignments c ON c.shift_id = s.id JOIN team_members t ON t.id = c.team_member_id
       WHERE s.stand_event_id = $1 ORDER BY t.name`,
      [reception],
    );
    expect(onRota.map(({ name }) => name)).toEqual(hosts);
  });

  it('has visitors on each stand of the past, counted for each of its shifts, of whom long ago nothing else is kept', async () => {
    const [counts] = await stage.query<{ stands: number; outside: number; named: number }>(
      `SELECT count(DISTINCT v.exhibition_id)::integer AS stands, count(v.name)::integer AS named,
         count(*) FILTER (WHERE NOT EXISTS (SELECT FROM shifts s WHERE s.exhibition_id = v.exhibition_id
           AND s.starts_at <= v.at AND s.ends_at > v.at))::integer AS outside
       FROM visitors v JOIN exhibitions e ON e.id = v.exhibition_id WHERE e.last_day < '2021-01-01'`,
    );
    expect(counts).toEqual({ stands: 5, named: 0, outside: 0 });
  });

  it('looks back at last autumn’s: hours, thanks, what people said, and what was carried to next year', async () => {
    const [last] = await stage.query<{ id: string }>(
      `SELECT id FROM exhibitions WHERE status = 'over' ORDER BY first_day DESC LIMIT 1`,
    );
    const about = `FROM %s WHERE exhibition_id = '${last?.id}'`;
    const count = async (table: string, more = '') =>
      (await stage.query(`SELECT ${about.replace('%s', table)} ${more}`)).length;
    expect([
      await count('thanks'),
      await count('stand_feedback'),
      await count('carry_notes'),
      await count('carry_notes', 'AND done_at IS NULL'),
      await count('drop_outs'),
      await count('current_assignments', `AND status = 'checked-in'`),
    ]).toEqual([8, 5, 5, 4, 1, 14]);
    const carried = await stage.query(
      'SELECT FROM carry_notes WHERE exhibition_id = $1 AND carried_from IS NOT NULL',
      [coming],
    );
    expect(carried).toHaveLength(4);
    const headers = await stage.headers(staffPerson);
    const text = async (path: string) =>
      (await fetch(`${stage.url}/stands/manage/${path}`, { headers })).text();
    expect(await text(`${last?.id}/afterwards`)).toContain('42 hours');
    expect(await text(`${last?.id}/afterwards/feedback`)).toContain('she took three packs');
    expect(await text(coming)).toContain('Carried from the exhibition before');
    for (const part of ['hours', 'organisations', 'thanks', 'notes']) {
      expect(await text(`${last?.id}/afterwards/${part}`)).toContain('Labour Party Conference');
    }
  });

  it('has stock in three places, and one item below its level', async () => {
    expect(
      await tally(`SELECT p.code AS what, sum(l.quantity)::integer AS number
        FROM stock_places p JOIN stock_levels l ON l.place_id = p.id GROUP BY p.code HAVING sum(l.quantity) > 0`),
    ).toEqual({ 'BOX-1': 168, LABOUR: 20, OFFICE: 1232 });
    const low = await stage.query<{ name: string }>(
      `SELECT i.name FROM stock_items i JOIN stock_levels l ON l.item_id = i.id
       GROUP BY i.id, i.name, i.reorder_level HAVING sum(l.quantity) < i.reorder_level`,
    );
    expect(low).toEqual([{ name: 'Pens' }]);
  });

  it('writes to nobody, and tells the calendar of what it does not have yet', async () => {
    const messages = await tally(
      `SELECT payload ->> 'title' AS what, count(*)::integer AS number FROM outbox
       WHERE type LIKE 'exhibition-stands.exhibition-%' GROUP BY 1`,
    );
    expect(Object.keys(messages)).toEqual([expect.stringMatching(/^Labour Party Conference \d{4}$/)]);
    expect(await stage.query(`SELECT type FROM outbox WHERE type LIKE '%mail%'`)).toEqual([]);
  });

  it('shows every page of it to staff', async () => {
    const headers = await stage.headers(staffPerson);
    const own = ['', 'days', 'tasks', 'costs', 'documents', 'sketch', 'history', 'team', 'passes', 'stock']
      .concat([
        'shifts',
        'rota',
        'rota/people',
        'rota/print',
        'rota/compare',
        'rota/publish',
        'rota/settings',
        'events',
        'visitors',
      ])
      .map((part) => `/stands/manage/${coming}/${part}`.replace(/\/$/, ''));
    const others = ['', '/manage', '/mine', '/stock', '/stock/ledger', '/stock/places/BOX-1'].map(
      (path) => `/stands${path}`,
    );
    const answers: string[] = [];
    for (const path of [...others, ...own]) {
      const { status } = await fetch(`${stage.url}${path}`, { headers, redirect: 'manual' });
      answers.push(`${status} ${path}`);
    }
    expect(answers.filter((answer) => !answer.startsWith('200 '))).toEqual([]);
  });

  it('shows the board, and a volunteer’s own page on a phone, without faults', async () => {
    const context = await browser.newContext({ extraHTTPHeaders: await stage.headers(staffPerson) });
    const page = await context.newPage();
    await page.goto(`${stage.url}/stands/manage/${coming}/rota`);
    await page.locator('[data-chip-name="Wanda Twohats"]').first().waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await shoot(page, 'demonstration board');
    const wanda = await dataSource.manager.findOneByOrFail(TeamMemberRow, {
      exhibitionId: coming,
      name: 'Wanda Twohats',
    });
    await page.goto(`${stage.url}${app.get(TeamLinks).pathFor(wanda)}`);
    await page.getByText('fringe on community wealth').first().waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await shoot(page, 'demonstration volunteer');
    await context.close();
  });

  it('is loaded as a whole by the next start where a start is broken off', async () => {
    const empty = await createTestDatabase();
    const admin = new pg.Client({ connectionString: empty.adminUrl });
    await admin.connect();
    try {
      const left = async () => {
        const counts: number[] = [];
        for (const table of ['exhibitions', 'people', 'team_members', 'stock_movements', 'outbox', 'rotas']) {
          const { rows } = await admin.query<{ count: number }>(
            `SELECT count(*)::integer AS count FROM exhibition_stands.${table}`,
          );
          counts.push(rows[0]?.count ?? -1);
        }
        return counts;
      };
      const before = await left();
      expect(before).toEqual([0, 0, 0, 0, 0, 0]);
      // At the very end, when nearly everything has been written.
      await admin.query(`CREATE FUNCTION exhibition_stands.break_off() RETURNS trigger LANGUAGE plpgsql AS
          $$ BEGIN
            IF (SELECT count(*) FROM exhibition_stands.rotas) > 1 THEN RAISE EXCEPTION 'broken off'; END IF;
            RETURN NEW;
          END $$;
        CREATE TRIGGER break_off BEFORE INSERT ON exhibition_stands.rota_assignments
          FOR EACH ROW EXECUTE FUNCTION exhibition_stands.break_off()`);
      const url = empty.url('exhibition-stands');
      await expect(loadDemo(url)).rejects.toThrow('broken off');
      expect(await left()).toEqual(before);
      await admin.query('DROP FUNCTION exhibition_stands.break_off() CASCADE');
      await expect(loadDemo(url)).resolves.toContain('7 exhibitions, 30 volunteers');
      const after = await left();
      expect(after.slice(0, 3)).toEqual([7, 7, 38]);
      await expect(loadDemo(url)).resolves.toBeNull();
      expect(await left()).toEqual(after);
    } finally {
      await admin.end();
      await empty.drop();
    }
  });
});
