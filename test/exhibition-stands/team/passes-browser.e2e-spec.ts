import type { Browser, BrowserContext } from 'playwright-core';
import { openBrowser } from '#launcher';
import { faultsOf } from '../../browser/page-checks.js';
import { shoot } from '../../browser/shoot.js';
import { insert } from '../stage-exhibition.js';
import {
  staffPerson,
  startStands,
  type StagedExhibition,
  type StagedMember,
  type StandsStage,
} from '../stage.js';

const days = ['2035-09-23', '2035-09-24', '2035-09-25', '2035-09-26', '2035-09-27'];
const phone = { width: 320, height: 700 };

describe('the passes of a team of 29', () => {
  let stage: StandsStage;
  let browser: Browser;
  let exhibition: StagedExhibition;
  const team: StagedMember[] = [];

  beforeAll(async () => {
    [stage, browser] = await Promise.all([startStands(), openBrowser()]);
    exhibition = await stage.exhibition({ passesNeeded: true, days });
    const names = ['Siân O’Featherstonehaugh-Llewellyn-Ffoulkes', 'محمد العربي', 'x'.repeat(200)];
    for (let index = 0; index < 29; index += 1) {
      team.push(
        await stage.teamMember(exhibition, {
          name: names[index] ?? `Person ${String(index + 1).padStart(2, '0')}`,
          organisationName: 'Rochdale Metropolitan Borough Council',
        }),
      );
    }
    const states = ['applied', 'photo-accepted', 'issued', 'collected', 'refused'];
    for (const [who, { id }] of team.entries()) {
      for (const [number, day] of days.entries()) {
        // Most are as far for every day; some are not, and some have none.
        const status = who % 7 === 0 ? states[number] : who % 5 === 4 ? undefined : states[who % 4];
        if (status === undefined) continue;
        await insert(stage.query, 'passes', {
          team_member_id: id,
          day,
          exhibition_id: exhibition.id,
          status,
          reason: status === 'refused' ? 'The photo is blurred' : null,
          changed_at: new Date(),
        });
      }
    }
  });
  afterAll(async () => {
    await browser?.close();
    await stage?.stop();
  });

  const asStaff = async (javaScriptEnabled: boolean): Promise<BrowserContext> =>
    browser.newContext({
      baseURL: stage.url,
      javaScriptEnabled,
      viewport: phone,
      extraHTTPHeaders: await stage.headers(staffPerson),
    });

  it('are a list that a phone shows in few screens, and a table where there is room', async () => {
    const context = await asStaff(true);
    const page = await context.newPage();
    await page.goto(`${exhibition.manage}/passes`);
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await shoot(page, 'passes-of-29');
    // Thirteen thousand, when each person was a card with a line for each day.
    expect(height).toBeLessThan(6000);
    const firstDay = page.getByRole('columnheader', { name: 'Sun 23' });
    expect(await firstDay.isVisible()).toBe(false);
    await page.setViewportSize({ width: 1280, height: 900 });
    expect(await firstDay.isVisible()).toBe(true);
    expect(await faultsOf(page)).toEqual([]);
    await context.close();
  });

  it.each([true, false])('are found and taken a step further, with scripts: %s', async (isScripted) => {
    const context = await asStaff(isScripted);
    const page = await context.newPage();
    await page.goto(`${exhibition.manage}/passes`);
    await page.getByLabel('Name or organisation').fill('person 05');
    await page.getByRole('button', { name: 'Show these people' }).click();
    await page.getByText('1 person', { exact: true }).waitFor();
    await page.getByText('Say what has happened to passes').click();
    const act = isScripted ? 'Applied for' : 'Photo was accepted';
    await page.getByRole('button', { name: 'Save this for all of them' }).click();
    // What is wrong is said, and the form stays open for it.
    await page.getByText('Say what has happened to the passes.').first().waitFor();
    await page.getByRole('radio', { name: act, exact: true }).check();
    await page.getByRole('checkbox', { name: /^Sunday 23 September/ }).check();
    await page.getByRole('checkbox', { name: /^Person 05/ }).check();
    await page.getByRole('button', { name: 'Save this for all of them' }).click();
    await page.getByText('1 pass changed.').waitFor();
    // The same people are shown as before.
    expect(new URL(page.url()).searchParams.get('q')).toBe('person 05');
    expect(await page.locator('.cn-runs tbody tr').count()).toBe(1);
    await page.getByRole('link', { name: 'Show everybody' }).click();
    await page.getByText('29 people', { exact: true }).waitFor();
    await page.getByLabel('Pass', { exact: true }).selectOption('Refused');
    await page.getByRole('button', { name: 'Show these people' }).click();
    expect(await page.locator('.cn-runs tbody tr').count()).toBe(5);
    await context.close();
  });

  it('say nobody is like this, and lead back', async () => {
    const context = await asStaff(false);
    const page = await context.newPage();
    await page.goto(`${exhibition.manage}/passes?q=nobody`);
    await page.getByRole('link', { name: 'look at everybody' }).click();
    await page.getByText('29 people', { exact: true }).waitFor();
    await context.close();
  });

  it('are told to each of them with words that stay on one line where there is room', async () => {
    const context = await browser.newContext({ baseURL: stage.url, viewport: phone });
    const page = await context.newPage();
    await page.goto(`/stands/team/${team[0]?.secret}`);
    const tag = page.locator('.govuk-tag', { hasText: 'Ready to be collected' }).first();
    const lines = await tag.evaluate((one) => {
      const range = document.createRange();
      range.selectNodeContents(one);
      return range.getClientRects().length;
    });
    expect(lines).toBe(1);
    await shoot(page, 'own-passes');
    expect(await faultsOf(page)).toEqual([]);
    await context.close();
  });
});
