import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '#launcher';
import { faultsOf, listenForComplaints } from '../../browser/page-checks.js';
import { shoot } from '../../browser/shoot.js';
import { startStands, staffPerson, type StandsStage } from '../stage.js';
import { faultsOfLedger, stageItem, stagePlace } from './stock-stage.js';

let stage: StandsStage;
let browser: Browser;

beforeAll(async () => {
  [stage, browser] = await Promise.all([startStands(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await stage?.stop();
});

const today = () => new Date().toISOString().slice(0, 10);

describe.each([
  { scripts: true, name: 'with scripts' },
  { scripts: false, name: 'without scripts' },
])('the stock on a phone, $name', ({ scripts }) => {
  let page: Page;
  let complaints: readonly string[];
  const mark = scripts ? 'A' : 'B';

  beforeAll(async () => {
    const context = await browser.newContext({
      javaScriptEnabled: scripts,
      viewport: { width: 320, height: 640 },
      extraHTTPHeaders: await stage.headers(staffPerson),
    });
    page = await context.newPage();
    complaints = listenForComplaints(page);
  });
  afterAll(() => page.context().close());

  /** What axe finds; it needs scripts, so only the run that has them asks. */
  const check = async (name: string) => {
    if (!scripts) return;
    expect([name, await faultsOf(page)]).toEqual([name, []]);
    await shoot(page, `stock ${name}`);
    await page.setViewportSize({ width: 320, height: 640 });
  };

  it('is set up, moved, counted blind, packed, carried and labelled', async () => {
    const exhibition = await stage.exhibition({
      title: `Conference ${mark}`,
      days: [{ day: today(), opens: '00:00', closes: '00:00' }],
    });
    const long = `${'Wolfeschlegelsteinhausen'.repeat(3)} ${mark}`.slice(0, 80);
    await page.goto(`${stage.url}/stands/stock`);
    await check('empty');
    await page.getByRole('button', { name: 'Add an item' }).click();
    await page.getByRole('button', { name: 'Add the item' }).click();
    await check('item with errors');
    await page.getByLabel('Name').fill(long);
    await page.getByLabel('One of it is called').fill('pack');
    await page.getByLabel('Re-order level (optional)').fill('50');
    await page.getByRole('button', { name: 'Add the item' }).click();
    await page.getByText('The item is added.').waitFor();

    for (const [kind, name, code] of [
      ['Office or store', `Office ${mark}`, `office ${mark}`],
      ['Box', `Box ${mark}`, `box-${mark}`],
      ['Stand of an exhibition', `Stand ${mark}`, `stand-${mark}`],
    ] as const) {
      await page.goto(`${stage.url}/stands/stock/places/new`);
      await page.getByRole('radio', { name: kind }).check();
      await page.getByLabel('Name').fill(name);
      await page.getByLabel('Code').fill(code);
      if (kind.startsWith('Stand')) {
        await page.getByLabel('At which exhibition is it?').selectOption({ label: `Conference ${mark}` });
      }
      await page.getByRole('button', { name: 'Add the place' }).click();
      await page.getByText('The place is added.').waitFor();
    }
    await check('empty place');

    await page.goto(`${stage.url}/stands/stock/record/receive`);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
    await check('choose with errors');
    await page.getByLabel('What').selectOption({ label: long });
    await page.getByLabel('To').selectOption(`OFFICE-${mark}`);
    await page.getByRole('button', { name: 'Continue' }).click();
    await check('how many');
    await page.getByLabel('Or another number').fill('60');
    await page.getByLabel('Or another number').press('Enter');
    await page.getByText(`60 packs received into Office ${mark}.`).waitFor();

    await page.goto(`${stage.url}/stands/stock/places/OFFICE-${mark}`);
    await check('place');
    await page.getByRole('link', { name: `Move ${long}` }).click();
    await page.getByLabel('To').selectOption(`STAND-${mark}`);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('button', { name: 'Move 20', exact: true }).click();
    await page
      .getByText(`20 packs moved from Office ${mark} to Stand ${mark}. 40 packs left in Office ${mark}.`)
      .waitFor();
    // The places are in the address, so the next press is one press.
    await page.getByRole('button', { name: 'Move 50', exact: true }).click();
    await page.getByText(`There are only 40 packs in Office ${mark}`).first().waitFor();
    await check('too many');

    await page.goto(`${stage.url}/stands/stock/places/stand-${mark}/count`);
    expect(await page.getByText('20').count()).toBe(0);
    await check('count');
    await page.getByLabel(long).fill('17');
    await page.getByRole('button', { name: 'Save the count' }).click();
    await page.getByText('1 of 1 number differed.').waitFor();
    await page.getByText('3 fewer').waitFor();
    await check('count result');

    await page.goto(`${stage.url}/stands/stock`);
    await page
      .getByText(/Order more of “Wolfe/)
      .first()
      .waitFor({ state: 'hidden' });
    await check('table');
    await page.getByRole('link', { name: long }).first().click();
    await check('item');
    await page
      .getByRole('link', { name: `Correct 20 packs of ${long}` })
      .first()
      .click();
    await check('correct');
    await page.getByLabel('How many packs should it have been?').fill('18');
    await page.getByRole('button', { name: 'Write the correction' }).click();
    await page.getByText('The correction is written as a further line.').waitFor();
    await page.goto(`${stage.url}/stands/stock/ledger`);
    await check('ledger');

    await page.goto(`${stage.url}/stands/manage/${exhibition.id}/stock`);
    await page.getByText(/At this pace the packs last/).waitFor();
    await page.getByText('Add to the list').click();
    await page.getByLabel('What', { exact: true }).selectOption({ label: long });
    await page.getByLabel('How many').fill('5');
    await page.getByLabel('From', { exact: true }).selectOption(`OFFICE-${mark}`);
    await page.getByLabel('Into').first().selectOption(`BOX-${mark}`);
    await page.getByRole('button', { name: 'Add it to the list' }).click();
    await page.getByText('It is on the list.').waitFor();
    await check('exhibition');
    await page.getByRole('button', { name: `Packed ${long}` }).click();
    // Whoever packs goes on where they are.
    await page.waitForURL(/#packing-/);
    await page.getByText('1 of 1 packed').waitFor();

    await page.getByRole('button', { name: 'Plan a transport' }).click();
    await page.getByRole('button', { name: 'Plan it' }).click();
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
    await check('transport with errors');
    await page.getByLabel('From').selectOption(`BOX-${mark}`);
    await page.getByLabel('To').selectOption(`STAND-${mark}`);
    await page.getByLabel('Who carries it').fill('Robin Example');
    await page.getByLabel('Day').fill('22');
    await page.getByLabel('Month').fill('9');
    await page.getByLabel('Year').fill('2035');
    await page.getByLabel('At what time').fill('7.30am');
    await page.getByLabel(long).fill('5');
    await page.getByRole('button', { name: 'Plan it' }).click();
    await page.getByText('The transport is planned.').waitFor();
    await check('transports');
    await page.getByRole('button', { name: `It has arrived (Box ${mark} to Stand ${mark})` }).click();
    await page.getByText('What was carried is written into the ledger.').waitFor();

    await page.goto(`${stage.url}/stands/stock/labels`);
    await check('labels');
    await page.goto(`${stage.url}/stands/stock/labels?place=box-${mark}`);
    await page.getByRole('img', { name: new RegExp(`/stands/stock/places/BOX-${mark}$`) }).waitFor();
    await expect(faultsOfLedger(stage.query)).resolves.toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('is handed out and counted by a volunteer’s link, on their own stand alone', async () => {
    const exhibition = await stage.exhibition({ title: `Volunteers ${mark}` });
    const member = await stage.teamMember(exhibition);
    const [stand, office] = [
      await stagePlace(stage.query, { name: `Counter ${mark}`, exhibition_id: exhibition.id }),
      await stagePlace(stage.query),
    ];
    const name = `Leaflets ${mark}`;
    const item = await stageItem(stage.query, { name, unit: 'leaflet', units: 'leaflets' });
    const staff = await stage.headers({ ...staffPerson, via: 'api' });
    for (const to of [stand.code, office.code]) {
      await stage.api('POST', '/stock/movements', staff, { kind: 'receive', item, to, quantity: 30 });
    }
    const context = await browser.newContext({
      javaScriptEnabled: scripts,
      viewport: { width: 320, height: 640 },
    });
    const own = await context.newPage();
    const path = `${stage.url}/stands/team/${member.secret}/stock`;
    const look = async (what: string) => {
      if (!scripts) return;
      expect([what, await faultsOf(own)]).toEqual([what, []]);
      await shoot(own, `stock ${what}`);
    };
    await own.goto(path);
    await look('own');
    await own.getByRole('link', { name: `${name} from Counter ${mark}` }).click();
    await look('own hand-out');
    await own.getByRole('button', { name: 'Hand out 10', exact: true }).click();
    await own.getByText(`10 leaflets handed out from Counter ${mark}.`).waitFor();
    await own.goto(path);
    await own.getByRole('button', { name: `Count what is here in Counter ${mark}` }).click();
    expect(await own.getByText('20').count()).toBe(0);
    await own.getByLabel(name).fill('19');
    await own.getByRole('button', { name: 'Save the count' }).click();
    await own.getByText('1 fewer').waitFor();
    await look('own count');
    for (const part of [`count?place=${office.code}`, `hand-out?from=${office.code}&item=${item}`]) {
      expect((await own.goto(`${path}/${part}`))?.status()).toBe(404);
    }
    const other = await stage.teamMember(await stage.exhibition());
    const theirs = own.url().replace(member.secret, other.secret);
    await context.close();
    expect((await fetch(theirs.includes('/counts/') ? theirs : `${path}/none`)).status).toBe(404);
  });
});

describe('forms and files of the stock', () => {
  const form = (path: string, headers: Record<string, string>, values: Record<string, string>) =>
    fetch(`${stage.url}${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        ...headers,
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'same-origin',
      },
      body: new URLSearchParams(values).toString(),
    });

  it('are dealt with once, however often they are sent', async () => {
    const headers = await stage.headers(staffPerson);
    const item = await stageItem(stage.query);
    const { id, code } = await stagePlace(stage.query);
    const values = { item, to: code, quantity: '5', once: randomUUID() };
    const sent = () => form('/stands/stock/record/receive', headers, values);
    const answers = await Promise.all([sent(), sent(), sent()]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    const counted = { [`count.${item}`]: '4', once: randomUUID() };
    const counts = await Promise.all(
      [1, 2].map(() => form(`/stands/stock/places/${code}/count`, headers, counted)),
    );
    expect(new Set(counts.map((answer) => answer.headers.get('location'))).size).toBe(1);
    const levels = await stage.query('SELECT quantity FROM stock_levels WHERE place_id = $1', [id]);
    expect(levels).toEqual([{ quantity: 4 }]);
    const moves = await stage.query(
      'SELECT quantity, kind FROM stock_movements WHERE item_id = $1 ORDER BY id',
      [item],
    );
    expect(moves).toEqual([
      { quantity: 5, kind: 'receive' },
      { quantity: 1, kind: 'count' },
    ]);
  });

  it('show HTML as text, and a formula in a file is text, too', async () => {
    const headers = await stage.headers(staffPerson);
    const name = `=HYPERLINK("https://example.org") <b>${randomUUID().slice(0, 8)}</b>`;
    const item = await stageItem(stage.query, { name });
    const { code } = await stagePlace(stage.query, { name: '<script>alert(1)</script>' });
    await form('/stands/stock/record/receive', headers, {
      item,
      to: code,
      quantity: '1',
      once: randomUUID(),
    });
    for (const path of ['/stands/stock', `/stands/stock/items/${item}`, `/stands/stock/places/${code}`]) {
      const text = await (await fetch(stage.url + path, { headers })).text();
      expect([path, text.includes('<script>alert'), text.includes('<b>')]).toEqual([path, false, false]);
    }
    for (const path of ['/stands/stock', '/stands/stock/ledger', `/stands/stock/items/${item}`]) {
      const csv = await (await fetch(`${stage.url}${path}/export.csv`, { headers })).text();
      expect([path, /(^|,)"?=HYPERLINK/m.test(csv), csv.includes('HYPERLINK')]).toEqual([path, false, true]);
      const xlsx = await fetch(`${stage.url}${path}/export.xlsx`, { headers });
      expect([path, xlsx.status, xlsx.headers.get('content-type')]).toEqual([
        path,
        200,
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      ]);
    }
  });
});
