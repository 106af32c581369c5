import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '#launcher';
import { faultsOf, listenForComplaints } from '../../browser/page-checks.js';
import { shoot } from '../../browser/shoot.js';
import type { VisitsStage } from '../stage.js';
import { ownPath, payer, startInvoicing, type Invoicing } from './invoicing-stage.js';

let own: Invoicing;
let stage: VisitsStage;
let staff: Record<string, string>;
let browser: Browser;

const longName =
  'The Metropolitan Borough and City Council of Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch and Everywhere Else Within Ten Miles of It, with the Parishes of Upper, Lower and Middle Wallop and Nether Wallop-on-Sea, Esq.';

beforeAll(async () => {
  own = await startInvoicing();
  ({ stage, staff } = own);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await own?.stop();
});

describe('the pages', () => {
  const open = async (headers: Record<string, string>): Promise<Page> => {
    const context = await browser.newContext({ javaScriptEnabled: true, extraHTTPHeaders: headers });
    return context.newPage();
  };

  it('have nothing that axe finds, on a phone or a wide screen', async () => {
    const { visit, traveller } = await own.travelling({ organisationName: longName, name: longName });
    const paid = await own.oneMore(visit, { name: 'Alex Example' });
    const free = await own.oneMore(visit, { name: 'Free Example', columns: { funded: true } });
    await own.send(ownPath(paid), payer);
    await own.heard(paid, 'issued');
    await stage.query(
      `UPDATE traveller_charges SET invoice = jsonb_set(invoice, '{dueOn}', '"2026-01-31"') WHERE traveller_id = $1 AND kind = 'deposit'`,
      [paid.id],
    );
    const empty = await stage.visit();
    const faults: Record<string, string[]> = {};
    for (const [name, path, headers] of [
      ['money', `${visit.manage}/money`, staff],
      ['no money', `${empty.manage}/money`, staff],
      ['payer', `${visit.manage}/money/${traveller.id}`, staff],
      ['own payer', ownPath(traveller), {}],
      ['own money', ownPath(paid), {}],
      ['own nothing', ownPath(free), {}],
    ] as const) {
      const page = await open(headers);
      const complaints = listenForComplaints(page);
      await page.goto(stage.url + path);
      await shoot(page, `invoicing ${name}`);
      faults[name] = [...(await faultsOf(page)), ...complaints];
      await page.context().close();
    }
    expect(faults).toEqual({
      money: [],
      'no money': [],
      payer: [],
      'own payer': [],
      'own money': [],
      'own nothing': [],
    });
  });

  it.each([true, false])('let a traveller say who pays, with scripts: %s', async (javaScriptEnabled) => {
    const { traveller } = await own.travelling();
    const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 320, height: 640 } });
    const page = await context.newPage();
    await page.goto(stage.url + ownPath(traveller));
    await page.getByLabel('I pay myself').check();
    await page.getByRole('button', { name: 'Ask for the invoice' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('Enter the address for the invoice.');
    await page.getByLabel('Address (optional where the organisation pays)').fill('1 Low Street\nAmbridge');
    await page.getByRole('button', { name: 'Ask for the invoice' }).click();
    expect(await page.locator('h1').textContent()).toBe('What there is to pay');
    await own.heard(traveller, 'issued');
    await page.reload();
    expect(await page.locator('main').textContent()).toContain('INV-');
    await context.close();
  });
});
