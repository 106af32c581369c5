import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '#launcher';
import { faultsOf, listenForComplaints } from '../../browser/page-checks.js';
import { shoot } from '../../browser/shoot.js';
import { namesOn, startBoard, type BoardStage, type StagedRota } from './board-stage.js';

let stage: BoardStage;
let browser: Browser;
beforeAll(async () => {
  [stage, browser] = await Promise.all([startBoard(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await stage.stop();
});

const first = ({ shifts }: StagedRota) => shifts[0] ?? '';
const second = ({ shifts }: StagedRota) => shifts[1] ?? '';

async function put(rota: StagedRota, shift: string, member: number, version: string): Promise<void> {
  const form = { act: 'put', shift, member: rota.team[member]?.id ?? '', version };
  expect((await stage.ask(`${rota.board}/acts`, form)).status).toBe(303);
}

const chip = (page: Page, shift: string, name: string) =>
  page.locator(`[data-shift="${shift}"] [data-chip-name="${name}"]`);

const said = (page: Page) => page.locator('[data-board-said]');

describe('the board in a browser', () => {
  test('is worked with plain forms, without scripts', async () => {
    const rota = await stage.rota();
    const context = await stage.staffBrowser(browser, false);
    const page = await context.newPage();
    await page.goto(rota.board);
    await page
      .getByRole('link', { name: /^Put somebody here/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Put on Ana Ek' }).click();
    await page.getByText('Ana Ek is on Monday 24 September, 9am to 11am.').waitFor();
    await page.getByRole('link', { name: 'Rota', exact: true }).click();
    await chip(page, first(rota), 'Ana Ek').click();
    await page.getByRole('button', { name: 'Pin: no fill moves them' }).click();
    await chip(page, first(rota), 'Ana Ek').getByText('Pinned').waitFor();
    await chip(page, first(rota), 'Ana Ek').click();
    await page.getByLabel('Swap with, or put in their place').selectOption({ label: 'Ben Ash instead' });
    await page.getByRole('button', { name: 'Swap', exact: true }).click();
    expect(await namesOn(page, first(rota))).toEqual(['Ben Ash']);
    await page.getByRole('button', { name: /^Undo: swapped Ana Ek and Ben Ash/ }).click();
    expect(await namesOn(page, first(rota))).toEqual(['Ana Ek']);
    await page.getByRole('button', { name: 'Fill the rota' }).click();
    await page.getByRole('button', { name: 'Fill the rota' }).click();
    await page.getByText('Best possible: proven').waitFor();
    await page.goto(rota.board);
    await page.getByText('All 3 places are covered').waitFor();
    await context.close();
  });

  test('is worked by keyboard alone, and says what happens', async () => {
    const rota = await stage.rota();
    await put(rota, first(rota), 0, '0');
    const context = await stage.staffBrowser(browser);
    const page = await context.newPage();
    const complaints = listenForComplaints(page);
    await page.goto(rota.board);
    await chip(page, first(rota), 'Ana Ek').focus();
    await page.keyboard.press('m');
    await expect(said(page).textContent()).resolves.toContain('Ana Ek is picked up');
    await page.keyboard.press('ArrowRight');
    expect(await said(page).textContent()).toContain('11am to 1pm');
    await page.keyboard.press('Enter');
    await chip(page, second(rota), 'Ana Ek').waitFor();
    await page.waitForFunction(() =>
      document.querySelector('[data-board-said]')?.textContent?.includes('is moved to'),
    );
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-chip-name'))).toBe('Ana Ek');
    await page.keyboard.press('p');
    await chip(page, second(rota), 'Ana Ek').getByText('Pinned').waitFor();
    await page.keyboard.press('Delete');
    await chip(page, second(rota), 'Ana Ek').waitFor({ state: 'detached' });
    // Where nobody is missing afterwards, whoever takes somebody off stays at the shift.
    await put(rota, second(rota), 1, '4');
    await put(rota, second(rota), 2, '5');
    await page.reload();
    await chip(page, second(rota), 'Ben Ash').focus();
    await page.keyboard.press('Delete');
    await chip(page, second(rota), 'Ben Ash').waitFor({ state: 'detached' });
    await page.waitForFunction(
      (key) => document.activeElement?.getAttribute('data-board-key') === key,
      `shift ${second(rota)}`,
    );
    await chip(page, second(rota), 'Cas Oak').focus();
    await page.keyboard.press('Delete');
    await chip(page, second(rota), 'Cas Oak').waitFor({ state: 'detached' });
    // One stop for all places: the arrow goes on.
    await page.keyboard.press('ArrowRight');
    expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-gap'))).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Who could be on it' }).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('is worked by drag and drop, and tells of what somebody else changed', async () => {
    const rota = await stage.rota();
    await put(rota, first(rota), 0, '0');
    await put(rota, second(rota), 1, '1');
    const context = await stage.staffBrowser(browser);
    const page = await context.newPage();
    const complaints = listenForComplaints(page);
    await page.goto(rota.board);
    await chip(page, first(rota), 'Ana Ek').dragTo(chip(page, second(rota), 'Ben Ash'));
    await chip(page, second(rota), 'Ana Ek').waitFor();
    expect(await namesOn(page, first(rota))).toEqual(['Ben Ash']);
    const third = rota.shifts[2] ?? '';
    // Somebody else takes Ben off meanwhile.
    const member = rota.team[1]?.id ?? '';
    await stage.ask(`${rota.board}/acts`, { act: 'take', shift: first(rota), member, version: '3' });
    await chip(page, first(rota), 'Ben Ash').dragTo(page.locator(`[data-shift="${third}"]`));
    await page.getByText('Sam Example changed the rota after you looked').waitFor();
    expect(await namesOn(page, first(rota))).toEqual([]);
    await chip(page, second(rota), 'Ana Ek').dragTo(page.locator(`[data-shift="${third}"]`));
    await chip(page, third, 'Ana Ek').waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('has no faults in any state', async () => {
    const names = ['Ana Ek', 'Bartholomew Featherstonehaugh-Cholmondeley', 'Cas Oak', 'Dee Fox', 'Eli Wu'];
    const rota = await stage.rota({
      title: 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch Conference 2035',
      names,
      shifts: 4,
      cover: 3,
      leads: 1,
    });
    for (const [index, shift] of rota.shifts.slice(0, 3).entries()) {
      await put(rota, shift, 1, String(index * 2));
      await put(rota, shift, 4, String(index * 2 + 1));
    }
    const empty = await stage.exhibition();
    const context = await stage.staffBrowser(browser);
    const page = await context.newPage();
    const complaints = listenForComplaints(page);
    const fill = `${rota.board}/fill`;
    await page.goto(fill);
    await page.getByLabel(/^Search for so many seconds/).fill('0');
    await page.getByRole('button', { name: 'Fill the rota' }).click();
    expect(await faultsOf(page)).toEqual([]);
    await shoot(page, 'fill refused');
    const states: Readonly<Record<string, string>> = {
      board: rota.board,
      'board gaps': `${rota.board}?show=gaps`,
      'board empty': `${empty.manage}/rota`,
      shift: `${rota.board}/shifts/${first(rota)}`,
      place: `${rota.board}/shifts/${first(rota)}/people/${rota.team[1]?.id}`,
      people: `${rota.board}/people`,
      person: `${rota.board}/people/${rota.team[1]?.id}`,
      compare: `${rota.board}/compare`,
      print: `${rota.board}/print`,
      shifts: `${rota.manage}/shifts`,
      'shifts empty': `${empty.manage}/shifts`,
      pattern: `${rota.manage}/shifts/pattern`,
      'shift new': `${rota.manage}/shifts/new`,
      'shift edit': `${rota.manage}/shifts/${first(rota)}/edit`,
      'shift remove': `${rota.manage}/shifts/remove?shift=${first(rota)}`,
    };
    for (const [name, path] of Object.entries(states)) {
      await page.goto(path);
      expect({ name, faults: await faultsOf(page) }).toEqual({ name, faults: [] });
      await shoot(page, name);
    }
    await page.goto(`${rota.manage}/shifts/pattern`);
    await page.getByLabel('Length of a shift, in minutes').first().fill('240');
    await page.getByRole('button', { name: 'Show what comes out' }).click();
    await page.getByRole('heading', { name: 'Are these the shifts?' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await shoot(page, 'pattern preview');
    await page.goto(fill);
    await page.getByRole('button', { name: 'Fill the rota' }).click();
    await page.getByText('What the last search found').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await shoot(page, 'fill found');
    for (const sheet of ['a4', 'a3']) {
      await page.goto(`${rota.board}/print?sheet=${sheet}`);
      const pdf = await page.pdf({ preferCSSPageSize: true, ...pdfPath(sheet) });
      // In points: A4 is 842 wide when it lies, A3 1191.
      expect(pdf.toString('latin1')).toMatch(
        sheet === 'a4' ? /MediaBox \[0 0 84[12]/ : /MediaBox \[0 0 119[01]/,
      );
    }
    expect(complaints).toEqual([]);
    await context.close();
  });
});

function pdfPath(sheet: string): { readonly path?: string } {
  const folder = process.env['SHOTS'];
  return folder === undefined ? {} : { path: `${folder}/rota-${sheet}.pdf` };
}
