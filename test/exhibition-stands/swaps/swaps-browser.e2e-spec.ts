import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext } from 'playwright-core';
import { openBrowser } from '#launcher';
import { LinkSecrets } from '#platform';
import { faultsOf, listenForComplaints } from '../../browser/page-checks.js';
import { shoot } from '../../browser/shoot.js';
import { having, helper } from '../day/day-stage.js';
import { staffPerson, startStands, type StandsStage } from '../stage.js';
import { stageSwaps, swapping, type StagedSwaps } from './swaps-stage.js';

let stage: StandsStage;
let browser: Browser;

beforeAll(async () => {
  [stage, browser] = await Promise.all([startStands(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await stage?.stop();
});

/** The address that was mailed to somebody last, as far as it is of our own pages. */
async function mailedLink(address: string | null): Promise<string> {
  const [mail] = await stage.query<{ text: string }>(
    `SELECT payload ->> 'text' AS text FROM outbox WHERE payload -> 'to' ->> 'address' = $1 ORDER BY position DESC LIMIT 1`,
    [address],
  );
  return /\/stands\/team\/\S+\/swaps\/[\da-f-]+/.exec(mail?.text ?? '')?.[0] ?? 'no link';
}

const open = async (
  javaScriptEnabled: boolean,
  headers: Record<string, string> = {},
): Promise<BrowserContext> =>
  browser.newContext({ baseURL: stage.url, javaScriptEnabled, extraHTTPHeaders: headers });

describe.each([{ scripts: true }, { scripts: false }])('swapping, with scripts: $scripts', ({ scripts }) => {
  it('goes from asking over the mailed link to staff, and both see it', async () => {
    const here = await stageSwaps(stage, { needsApproval: true });
    const { exhibition, ada, bo, early } = here;
    const [volunteers, office] = [await open(scripts), await open(scripts, await stage.headers(staffPerson))];
    const page = await volunteers.newPage();
    await page.goto(`/stands/team/${ada.secret}`);
    await page.getByRole('link', { name: /^Swap it, or give it away/ }).click();
    await page.getByRole('button', { name: 'Ask them' }).click();
    await page.getByText('Choose a shift that you would like instead').first().waitFor();
    await page.getByRole('radio', { name: /with Bo Sample/ }).check();
    await page.getByRole('textbox', { name: /tell them/ }).fill('My train only arrives at ten.');
    await page.getByRole('button', { name: 'Ask them' }).click();
    await page.getByText('Bo Sample has not answered yet').waitFor();

    // Bo has no account: the link in the mail is all that he needs.
    const others = await open(scripts);
    const asked = await others.newPage();
    await asked.goto(await mailedLink(bo.email));
    await asked.getByRole('heading', { name: 'Would you swap this shift?' }).waitFor();
    await asked.getByText('My train only arrives at ten.').waitFor();
    await asked.getByRole('button', { name: 'Yes, I swap' }).click();
    await asked.getByText('Whoever looks after the stand has to approve it').waitFor();
    await asked.getByRole('heading', { name: 'A swap of shifts', exact: true }).waitFor();
    expect(await having(stage, early)).toEqual(['Ada Example']);

    const desk = await office.newPage();
    await desk.goto('/stands/manage');
    await desk
      .getByRole('listitem')
      .filter({ has: desk.locator(`[href="${exhibition.manage}/swaps"]`) })
      .getByRole('link', { name: '1 swap to approve' })
      .click();
    await desk.getByRole('link', { name: /Ada Example.*with.*Bo Sample/ }).click();
    await desk.getByText('It breaks no rule of the rota.').waitFor();
    await desk.getByRole('button', { name: 'Approve: they swap now' }).click();
    await desk.getByText('They have swapped, and both have been written to.').waitFor();
    expect(await having(stage, early)).toEqual(['Bo Sample']);

    for (const [sheet, secret, shift] of [
      [page, ada.secret, 'Reception'],
      [asked, bo.secret, null],
    ] as const) {
      await sheet.goto(`/stands/team/${secret}`);
      await sheet.getByRole('heading', { name: 'Your shifts' }).waitFor();
      const list = await sheet.locator('section').filter({ hasText: 'Your shifts' }).first().innerText();
      expect(list.includes('Reception')).toBe(shift !== null);
      await sheet.getByText('Swapped', { exact: true }).waitFor();
    }
    for (const context of [volunteers, others, office]) await context.close();
  });
});

describe('the pages of swaps', () => {
  /** A swap of each kind, so that each page has something to show; long names among them. */
  async function staged() {
    const here = await stageSwaps(stage, { needsApproval: true });
    const does = swapping(stage);
    await stage.query('UPDATE team_members SET name = $2 WHERE id = $1', [here.cy.id, 'Ö'.repeat(200)]);
    await stage.query('UPDATE team_members SET name = $2 WHERE id = $1', [here.bo.id, 'ليلى العربية']);
    const note = 'My train only arrives at ten.\nSorry!';
    const toBo = await does.ask(here.ada, here.adas, { assignmentId: here.bos }, note);
    const toCy = await does.ask(here.ada, here.adas, { memberId: here.cy.id }, 'W'.repeat(500));
    const bos = await does.ask(here.bo, here.bos, { memberId: here.cy.id });
    await does.answer(here.cy, bos.body.id, 'decline');
    return { here, does, toBo: toBo.body.id, toCy: toCy.body.id };
  }

  let all: Awaited<ReturnType<typeof staged>>;
  let none: StagedSwaps;
  beforeAll(async () => {
    all = await staged();
    none = await stageSwaps(stage);
    await stage.query('DELETE FROM availability WHERE team_member_id = ANY($1)', [
      [none.ada.id, none.bo.id, none.cy.id],
    ]);
    await stage.query('UPDATE team_members SET person_id = $2 WHERE id = $1', [
      all.here.ada.id,
      staffPerson.id,
    ]);
    await stage.query(`UPDATE swaps SET status = 'agreed' WHERE id = $1`, [all.toBo]);
  });

  it.each([
    ['ask', () => `/stands/team/${all.here.bo.secret}/shifts/${all.here.bos}/swap`],
    ['ask nobody', () => `/stands/team/${none.ada.secret}/shifts/${none.adas}/swap`],
    ['asker', () => `/stands/team/${all.here.ada.secret}/swaps/${all.toBo}`],
    ['other', () => `/stands/team/${all.here.cy.secret}/swaps/${all.toCy}`],
    ['mine', () => '/stands/mine'],
    ['list', () => `${all.here.exhibition.manage}/swaps`],
    ['list empty', () => `${none.exhibition.manage}/swaps`],
    ['one asked', () => `${all.here.exhibition.manage}/swaps/${all.toCy}`],
  ])('%s can be used by everybody', async (name, path) => {
    const context = await open(true, await stage.headers(staffPerson));
    const page = await context.newPage();
    const complaints = listenForComplaints(page);
    await page.goto(path());
    await shoot(page, `swaps-${name}`);
    expect(await faultsOf(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('lead through many choices by days, and stay there when nothing was chosen', async () => {
    const here = await stageSwaps(stage);
    for (let number = 10; number < 35; number += 1) await helper(stage, here.exhibition, `Helper ${number}`);
    const context = await open(false);
    const page = await context.newPage();
    await page.goto(`/stands/team/${here.ada.secret}/shifts/${here.adas}/swap`);
    const radios = page.getByRole('radio');
    await expect(radios.count()).resolves.toBe(1);
    await page.getByRole('link', { name: /\(1 shift\)$/ }).waitFor();
    await page.getByRole('link', { name: 'Give it away (27 people)' }).click();
    await expect(radios.count()).resolves.toBe(27);
    await page.getByRole('button', { name: 'Ask them' }).click();
    await page.getByText('Choose a shift that you would like instead').first().waitFor();
    await expect(radios.count()).resolves.toBe(27);
    await shoot(page, 'swaps-many');
    await page.getByRole('radio', { name: 'Give it to Helper 34' }).check();
    await page.getByRole('button', { name: 'Ask them' }).click();
    await page.getByText('Helper 34 has not answered yet').waitFor();
    await context.close();
  });

  it('say what is wrong where something is', async () => {
    const context = await open(true, await stage.headers(staffPerson));
    const page = await context.newPage();
    await page.goto(`${all.here.exhibition.manage}/swaps/${all.toBo}`);
    await page.getByRole('button', { name: 'Refuse', exact: true }).click();
    await page.getByText('Say why you do not approve it').first().waitFor();
    await shoot(page, 'swaps-refused-nothing');
    expect(await faultsOf(page)).toEqual([]);
    await context.close();
  });

  it('lead nowhere by another’s link', async () => {
    const links = new LinkSecrets(stage.system.secrets.links, 'links to stands');
    const strange = links.secretOf('team-member', all.here.exhibition.id);
    for (const secret of [strange, none.ada.secret]) {
      const answer = await fetch(`${stage.url}/stands/team/${secret}/swaps/${all.toBo}`);
      expect(answer.status).toBe(404);
    }
  });
});
