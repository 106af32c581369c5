import type { Browser } from 'playwright-core';
import { openBrowser } from '#launcher';
import { loadDemo } from '../../apps/study-visits/src/demo/load.js';
import { faultsOf } from '../browser/page-checks.js';
import { shoot } from '../browser/shoot.js';
import { staffPerson, startVisits, type VisitsStage } from './stage.js';

/** What staff may put right of a visit that is over and forgotten: its money, its report, its papers, and who slept where. */
const putRightAfterwards = [
  '/budget/:id/edit',
  '/budget/new',
  '/certificates/:id/withdraw',
  '/expenses/new',
  '/expenses/rates/new',
  '/package-travel/edit',
  '/report/edit',
  '/risks/:id/edit',
  '/risks/new',
  '/rooms/hotels/:id/list',
  '/rooms/hotels/new',
  '/rooms/people/new',
];

/** What they are offered of one that is to come, and no more once it is over. */
const offeredBefore = [
  '/applications/:id/correct',
  '/applications/:id/withdraw',
  '/applications/new',
  '/edit',
  '/itinerary/groups/new',
  '/itinerary/new',
  '/travel/new',
  '/travellers/new-leader',
];

let stage: VisitsStage;
let browser: Browser;
beforeAll(async () => {
  [stage, browser] = await Promise.all([startVisits({ demo: true }), openBrowser()]);
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await stage?.stop();
});

describe('the demonstration of the visits', () => {
  it('has Emilia-Romagna on its real days, which is over, and Mondragon next spring', async () => {
    const visits = await stage.query<{ title: string; days: string; status: string }>(
      `SELECT title, first_day || ' ' || last_day AS days, status FROM visits ORDER BY first_day`,
    );
    expect(visits).toEqual([
      { title: 'Study visit to Emilia-Romagna 2024', days: '2024-03-10 2024-03-15', status: 'over' },
      {
        title: expect.stringMatching(/^Study visit to Mondragon/),
        days: expect.anything(),
        status: 'announced',
      },
    ]);
    const [mondragon] = await stage.query(
      `SELECT now() BETWEEN applications_open_at AND applications_close_at AS open, first_day > now()::date + 100 AS coming,
         extract(isodow FROM first_day)::int AS weekday
       FROM visits WHERE status = 'announced'`,
    );
    expect(mondragon).toEqual({ open: true, coming: true, weekday: 1 });
  });

  it('let 25 travel from 16 organisations, one of them for the press', async () => {
    const [party] = await stage.query(
      `SELECT count(*)::int AS travellers, count(DISTINCT organisation_id)::int AS organisations,
         count(*) FILTER (WHERE counts_as = 'press')::int AS press
       FROM travellers WHERE status = 'confirmed' AND part = 'delegate'`,
    );
    expect(party).toEqual({ travellers: 25, organisations: 16, press: 1 });
    const most = await stage.query('SELECT FROM travellers GROUP BY organisation_id HAVING count(*) > 2');
    expect(most).toEqual([]);
  });

  it('flew them there and back, and split the party on one morning alone', async () => {
    const legs = await stage.query(
      `SELECT l.title, count(*)::int AS travellers FROM legs l JOIN leg_travellers t ON t.leg_id = l.id
       GROUP BY l.id ORDER BY l.departs_at`,
    );
    expect(legs).toEqual(
      ['FR 195', 'Coach to the hotel', 'Coach to the airport', 'FR 194'].map((title) => ({
        title,
        travellers: 25,
      })),
    );
    const groups = await stage.query(
      'SELECT count(*)::int FROM itinerary_members GROUP BY group_id ORDER BY 1',
    );
    expect(groups).toEqual([{ count: 12 }, { count: 13 }]);
  });

  it('had a bed for everybody in every night, as the hotel was told, and most have said that they saw their days', async () => {
    const nights = await stage.query(
      `SELECT night::text, count(*)::int AS people, count(DISTINCT key)::int AS rooms FROM room_stays GROUP BY 1 ORDER BY 1`,
    );
    expect(nights).toEqual(
      ['10', '11', '12', '13', '14'].map((day) => ({ night: `2024-03-${day}`, people: 25, rooms: 22 })),
    );
    const [list] = await stage.query(
      'SELECT number, jsonb_array_length(lines) AS lines, sent_at::date::text AS sent FROM rooming_lists',
    );
    expect(list).toEqual({ number: 1, lines: 25, sent: '2024-02-12' });
    const [seen] = await stage.query(
      'SELECT count(seen_at)::int AS seen, count(*)::int AS told FROM itinerary_news',
    );
    expect(seen).toEqual({ seen: 23, told: 25 });
    const [agreed] = await stage.query('SELECT count(*)::int FROM traveller_consents WHERE hosts');
    expect(agreed).toEqual({ count: 23 });
  });

  it('has what came after it: answers without names, notes, certificates, a report, and what was erased', async () => {
    const [after] = await stage.query(
      `SELECT (SELECT count(*)::int FROM visit_feedback WHERE traveller_id IS NULL) AS answers,
         (SELECT count(*)::int FROM visit_certificates WHERE days = 6 AND minutes > 600) AS certificates,
         (SELECT count(*)::int FROM learning_notes WHERE status = 'published') AS published,
         (SELECT count(*)::int FROM board_reports) AS reports, (SELECT count(*)::int FROM visit_erasures) AS erasures,
         (SELECT count(*)::int FROM sensitive_details d JOIN visits v ON v.id = d.visit_id WHERE v.status = 'over') AS left`,
    );
    expect(after).toEqual({ answers: 19, certificates: 25, published: 4, reports: 1, erasures: 1, left: 0 });
  });

  it('has applications for the next, of which one is a draft', async () => {
    const states = await stage.query(
      `SELECT a.status, count(*)::int FROM applications a JOIN visits v ON v.id = a.visit_id
       WHERE v.status = 'announced' GROUP BY 1 ORDER BY 1`,
    );
    expect(states).toEqual([
      { status: 'draft', count: 1 },
      { status: 'submitted', count: 6 },
    ]);
  });

  it('tells other apps of the visit to come alone', async () => {
    const told = await stage.query(
      `SELECT DISTINCT payload ->> 'title' AS title FROM outbox WHERE type LIKE 'study-visits.visit-%'`,
    );
    const travellers = await stage.query(
      `SELECT FROM outbox WHERE type ~ '^study-visits.(traveller|itinerary)-'`,
    );
    expect([told, travellers]).toEqual([[{ title: expect.stringMatching(/Mondragon/) }], []]);
  });

  it('is loaded once', async () => {
    process.env['LINK_SECRET'] = stage.system.secrets.links;
    process.env['SENSITIVE_KEYS'] = stage.system.secrets.sensitive;
    await expect(loadDemo(stage.system.databaseUrl('study-visits'))).resolves.toBeNull();
  });

  /** Where the links of a visit's pages for staff lead: addresses without ids and days, each with what it answers. */
  const followed = async (visitId: string) => {
    const headers = await stage.headers(staffPerson);
    const own = `/visits/manage/${visitId}`;
    const answers = new Map<string, number>();
    const queue = [own];
    for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
      const shape = path
        .slice(own.length)
        .replace(/\?.*$/, '')
        .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
        .replace(/\d{4}-\d{2}-\d{2}/, ':day');
      if (answers.has(shape)) continue;
      const answer = await fetch(stage.url + path, { headers });
      answers.set(shape, answer.status);
      const text = await answer.text();
      if (answer.headers.get('content-type')?.startsWith('text/html') !== true) continue;
      for (const [, href = ''] of text.matchAll(/<a\b[^>]*\bhref="([^"]+)"/g)) {
        if (href.startsWith(`${own}/`)) queue.push(href.replaceAll('&amp;', '&'));
      }
    }
    return answers;
  };

  it('leads staff nowhere that does not open, and offers nothing of what is over that would be refused', async () => {
    const visits = await stage.query<{ id: string; status: string }>(
      'SELECT id, status FROM visits ORDER BY first_day',
    );
    const [over = new Map<string, number>(), coming = new Map<string, number>()] = await Promise.all(
      visits.map(({ id }) => followed(id)),
    );
    for (const answers of [over, coming]) {
      expect(answers.size).toBeGreaterThan(60);
      expect([...answers].filter(([, status]) => status !== 200)).toEqual([]);
    }
    const does =
      /\/(new|new-leader|edit|cancel|withdraw|replace|correct|put-in|tell|list|publish|offers\/:id)$/;
    const offered = (answers: ReadonlyMap<string, number>) =>
      [...answers.keys()].filter((shape) => does.test(shape)).toSorted();
    expect(offered(coming)).toEqual(expect.arrayContaining(offeredBefore));
    expect(offered(over)).toEqual(putRightAfterwards);
  });

  it.each(['/visits', '/visits/manage'])('shows %s, at which axe finds nothing', async (path) => {
    const context = await browser.newContext({ extraHTTPHeaders: await stage.headers(staffPerson) });
    const page = await context.newPage();
    await page.goto(`${stage.url}${path}`);
    await shoot(page, `demonstration${path.replaceAll('/', '-')}`);
    expect(await page.locator('body').innerText()).toContain('Mondragon');
    expect(await faultsOf(page)).toEqual([]);
    await context.close();
  });
});
