import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openBrowser } from '#launcher';
import { faultsOf, listenForComplaints } from '../../browser/page-checks.js';
import { shoot } from '../../browser/shoot.js';
import { stageOffer, stageTold, type StagedApplication } from '../selection/selection-stage.js';
import { staffPerson, startVisits, type VisitsStage } from '../stage.js';

const longName = `The Metropolitan Borough and City Council of ${'Llanfairpwllgwyngyll'.repeat(7)} and Elsewhere`;

describe('the pages of funded places', () => {
  let stage: VisitsStage;
  let staff: Record<string, string>;
  let browser: Browser;

  beforeAll(async () => {
    stage = await startVisits();
    staff = await stage.headers(staffPerson);
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await stage?.stop();
  });

  async function staged() {
    const told = await stageTold(stage, {
      columns: { funded_places: 1 },
      applications: [
        { name: 'Ann Offered', organisationName: longName },
        { name: 'Ben Waiting', organisationName: 'Leeds Council' },
      ],
    });
    const [one] = told.applications as [StagedApplication, StagedApplication];
    await stageOffer(stage, told.visit, one);
    return { ...told, one, traveller: await stage.traveller(told.visit, { name: 'Cat Travelling' }) };
  }

  it('have nothing that axe finds, on a phone or a wide screen', async () => {
    const { visit, one, traveller } = await staged();
    const none = await stage.visit();
    const empty = await stage.visit({ columns: { funded_places: 3 } });
    const faults: Record<string, readonly string[]> = {};
    for (const [name, path] of [
      ['funded places', `${visit.manage}/funding`],
      ['no funded places', `${none.manage}/funding`],
      ['nobody with a place', `${empty.manage}/funding`],
      ['fund an offer', `${visit.manage}/funding/applications/${one.id}`],
      ['fund a traveller', `${visit.manage}/funding/travellers/${traveller.id}`],
      ['result', `${visit.manage}/selection/result`],
    ] as const) {
      const context = await browser.newContext({ extraHTTPHeaders: staff });
      const page = await context.newPage();
      const complaints = listenForComplaints(page);
      const answer = await page.goto(stage.url + path);
      await shoot(page, `funding ${name}`);
      faults[name] = [
        ...(answer?.status() === 200 ? [] : [`status ${answer?.status()}`]),
        ...(await faultsOf(page)),
        ...complaints,
      ];
      await context.close();
    }
    expect(Object.values(faults).flat()).toEqual([]);
  });

  it.each([true, false])('give and take one back on a phone, with scripts: %s', async (javaScriptEnabled) => {
    const { visit } = await staged();
    const context = await browser.newContext({
      javaScriptEnabled,
      extraHTTPHeaders: staff,
      viewport: { width: 320, height: 640 },
    });
    const page = await context.newPage();
    await page.goto(`${stage.url}${visit.manage}/funding`);
    expect(await page.locator('main').textContent()).toContain('None of 1 funded place is given');
    await page.getByRole('link', { name: /^Fund it.*Cat Travelling/ }).click();
    await page.getByLabel('Why (optional)').fill('Their council has no money for it.');
    await page.getByRole('button', { name: 'Fund the place' }).click();
    await page.getByText('The place is funded.').waitFor();
    // The other cannot have it, too.
    expect(await page.getByRole('link', { name: /^Fund it.*Ann Offered/ }).count()).toBe(0);
    // Whoever goes back is told how it is now.
    await page.goBack();
    expect(await page.locator('h1').textContent()).toBe('Take the funded place back from Cat Travelling?');
    await page.goto(`${stage.url}${visit.manage}/funding`);
    await page.getByRole('link', { name: /^Take it back.*Cat Travelling/ }).click();
    await page.getByRole('button', { name: 'Take it back' }).click();
    await page.getByText('The place is funded no longer.').waitFor();
    const history = await stage.query<{ action: string; reason: string | null }>(
      'SELECT action, reason FROM visit_history WHERE visit_id = $1 ORDER BY id',
      [visit.id],
    );
    expect(history).toEqual([
      { action: 'Place funded: traveller 1', reason: 'Their council has no money for it.' },
      { action: 'Place funded no longer: traveller 1', reason: null },
    ]);
    await context.close();
  });
});
