import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '#launcher';
import { faultsOf, listenForComplaints } from '../../browser/page-checks.js';
import { shoot } from '../../browser/shoot.js';
import { startRooms, type RoomsStage } from './rooms-stage.js';

let stage: RoomsStage;
let browser: Browser;
beforeAll(async () => {
  [stage, browser] = await Promise.all([startRooms(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await stage?.stop();
});

describe.each([
  ['without scripts', false],
  ['with scripts', true],
])('rooms in a browser, %s', (how, hasScripts) => {
  /** axe is a script itself: pages are the same without. */
  const expectFine = async (page: Page) => {
    if (hasScripts) expect(await faultsOf(page)).toEqual([]);
  };

  test('are set up, wished for, proposed, moved and listed', async () => {
    const visit = await stage.visit();
    const ann = await stage.traveller(visit, { name: 'Ann Ash' });
    await stage.traveller(visit, { name: `Bo ${'Birch-'.repeat(30)}Oak` });
    await stage.traveller(visit, { name: 'Cy Cedar', part: 'leader' });

    const own = await browser.newContext({ javaScriptEnabled: hasScripts, baseURL: stage.url });
    const phone = await own.newPage();
    const complaints = listenForComplaints(phone);
    await phone.setViewportSize({ width: 320, height: 700 });
    await phone.goto(`/visits/travellers/${ann.secret}/rooming`);
    await phone.getByLabel('A twin with one person').check();
    await phone.getByRole('button', { name: 'Save what I need' }).click();
    await phone.getByText('Say with whom.').first().waitFor();
    await phone.getByLabel('With whom').fill('Cy Cedar');
    await phone.getByLabel('Forename').fill('Annabel');
    await phone.getByLabel('Surname').fill('Ash');
    await phone.getByRole('button', { name: 'Save what I need' }).click();
    await phone.getByText('What you need of a room is saved.').waitFor();
    await shoot(phone, `rooms own ${how}`);
    await expectFine(phone);
    await own.close();

    const context = await stage.staffBrowser(browser, hasScripts);
    const page = await context.newPage();
    const staffsComplaints = listenForComplaints(page);
    await page.goto(`${visit.manage}/rooms`);
    await page.getByText('No hotels yet').waitFor();
    await expectFine(page);
    await page.getByRole('link', { name: 'Add a hotel' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Hotel Mondragón');
    const line = (number: number) => page.getByRole('group', { name: `Kind of room ${number}`, exact: true });
    for (const [number, type, rooms, price] of [
      [1, 'Single', '2', '80'],
      [2, 'Twin, two beds', '2', '110'],
    ] as const) {
      await line(number).getByLabel('Kind', { exact: true }).selectOption(type);
      await line(number).getByLabel('How many each night').fill(rooms);
      await line(number).getByLabel('Price of a room for a night, in pounds').fill(price);
    }
    await shoot(page, `rooms hotel ${how}`);
    await expectFine(page);
    await page.getByRole('button', { name: 'Add the hotel' }).click();
    await page.getByText('“Hotel Mondragón” is added.').waitFor();

    await page.getByRole('link', { name: 'Who needs a room, and what they said' }).click();
    await shoot(page, `rooms people ${how}`);
    await expectFine(page);
    await page.getByRole('link', { name: 'Cy Cedar' }).click();
    await page.getByLabel('A twin with one person').check();
    await page.getByRole('group', { name: 'With whom' }).getByLabel('Ann Ash').check();
    await shoot(page, `rooms person ${how}`);
    await expectFine(page);
    await page.getByRole('button', { name: 'Save what they need' }).click();
    await page.getByText('What Cy Cedar needs is saved.').waitFor();

    await page.goto(`${visit.manage}/rooms`);
    await page.getByRole('button', { name: 'Propose rooms' }).click();
    await page.getByText('proven to be the best').waitFor({ timeout: 60_000 });
    await shoot(page, `rooms board ${how}`);
    await expectFine(page);
    await page.getByRole('link', { name: 'Ann Ash' }).first().click();
    await page.getByRole('link', { name: 'Move them to another room' }).click();
    await page.getByLabel('Sunday 11 March 2035').uncheck();
    await page.getByRole('button', { name: 'Show rooms for these nights' }).click();
    await page.getByText('Rooms that they cannot have, and why').waitFor();
    await shoot(page, `rooms move ${how}`);
    await expectFine(page);
    await page.getByLabel(/^Hotel Mondragón: another room, Twin/).check();
    await page.getByRole('button', { name: 'Move Ann Ash' }).click();
    await page.getByText('Ann Ash is moved.').waitFor();

    await page.getByRole('link', { name: /^Rooming list/ }).click();
    await page.getByLabel('To whom did you send it?').fill('desk@hotel.example');
    await page.getByRole('button', { name: 'Mark the list as sent' }).click();
    await page.getByText('List 1 is kept as sent').waitFor();
    await shoot(page, `rooms list ${how}`);
    await expectFine(page);
    await page.goto(`${visit.manage}/rooms`);
    await page.getByRole('link', { name: /^Rooms in single nights/ }).click();
    await shoot(page, `rooms nights ${how}`);
    await expectFine(page);
    await context.close();
    expect([...complaints, ...staffsComplaints]).toEqual([]);
  });
});
