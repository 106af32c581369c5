import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '#launcher';
import { makeJpeg } from '../../../libs/uploads/src/testing/make-files.js';
import { faultsOf, listenForComplaints } from '../../browser/page-checks.js';
import { shoot } from '../../browser/shoot.js';
import { staffPerson } from '../stage.js';
import { startExpenses, type ExpensesStage } from './expenses-stage.js';

let stage: ExpensesStage;
let browser: Browser;
beforeAll(async () => {
  [stage, browser] = await Promise.all([startExpenses(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await stage?.stop();
});

describe.each([
  ['without scripts', false],
  ['with scripts', true],
])('expenses in a browser, %s', (how, hasScripts) => {
  /** axe is a script itself: pages are the same without. */
  const expectFine = async (page: Page) => {
    if (hasScripts) expect(await faultsOf(page)).toEqual([]);
  };

  test('are stated rates for, written on a phone, sent, refused, changed, agreed to and paid back', async () => {
    const visit = await stage.visit();
    const long = `Ann ${'Ash-'.repeat(45)}Oak`;
    const ann = await stage.traveller(visit, { name: long });
    const context = await browser.newContext({
      javaScriptEnabled: hasScripts,
      baseURL: stage.url,
      extraHTTPHeaders: await stage.headers(staffPerson),
    });
    const staff = await context.newPage();
    const staffsComplaints = listenForComplaints(staff);
    await staff.goto(`${visit.manage}/expenses`);
    await staff.getByText('No expenses yet').waitFor();
    await expectFine(staff);
    await staff.getByRole('link', { name: 'Exchange rates of this visit' }).click();
    await staff.getByText('No rates yet').waitFor();
    await staff.getByRole('button', { name: 'State a rate' }).click();
    await staff.getByRole('button', { name: 'State the rate' }).click();
    await staff.getByText('Say where the rate is from').first().waitFor();
    await expectFine(staff);
    const fillDay = async (page: Page) => {
      for (const [label, value] of Object.entries({ Day: '1', Month: '3', Year: '2025' }))
        await page.getByLabel(label, { exact: true }).fill(value);
    };
    await fillDay(staff);
    await staff.getByLabel('How much of it does £1 buy?').fill('1.17');
    await staff.getByLabel('Where is it from?').fill('HMRC, March 2025');
    await staff.getByRole('button', { name: 'State the rate' }).click();
    await staff.getByText('£1 = 1.17 EUR').waitFor();
    await shoot(staff, `expenses rates ${how}`);
    await expectFine(staff);

    const own = await browser.newContext({ javaScriptEnabled: hasScripts, baseURL: stage.url });
    const phone = await own.newPage();
    const complaints = listenForComplaints(phone);
    await phone.setViewportSize({ width: 320, height: 700 });
    await phone.goto(`/visits/travellers/${ann.secret}`);
    await phone.getByRole('link', { name: 'What you spent' }).click();
    await phone.getByText('Nothing yet').waitFor();
    await expectFine(phone);
    await phone.getByRole('button', { name: 'Write down an expense' }).click();
    await phone.getByRole('button', { name: 'Write it down' }).click();
    await phone.getByText('Say what it was for.').first().waitFor();
    await shoot(phone, `expenses own form ${how}`);
    await phone.setViewportSize({ width: 320, height: 700 });
    await expectFine(phone);
    await phone.getByLabel('What was it for?').fill('Dinner for two');
    await fillDay(phone);
    await phone.getByLabel('How much was it?').fill('23,40');
    await phone.getByLabel('In which currency?').selectOption('EUR');
    await phone.getByLabel('For some of those who travel').check();
    await phone.getByLabel('Who were they?').fill('Bo and I');
    await phone
      .getByLabel('The receipt')
      .setInputFiles({ name: 'dinner.jpg', mimeType: 'image/jpeg', buffer: makeJpeg() });
    await phone.getByRole('button', { name: 'Write it down' }).click();
    await phone.getByText('1 expense is written and not sent yet').waitFor();
    await phone.getByRole('button', { name: 'Send it' }).click();
    await phone.getByText('1 expense is sent.').waitFor();
    await phone.getByRole('link', { name: 'Dinner for two' }).click();
    await phone.getByText('£20.00, at £1 = 1.17 EUR').waitFor();
    await expectFine(phone);

    await staff.goto(`${visit.manage}/expenses`);
    await staff.getByText('1 expense waits to be looked at').waitFor();
    await expectFine(staff);
    await staff.getByRole('link', { name: 'Dinner for two' }).click();
    await staff.getByRole('button', { name: 'Refuse it' }).click();
    await staff.getByLabel('Why is it refused?').fill('Which restaurant?');
    await staff.getByRole('button', { name: 'Refuse it' }).click();
    await staff.getByText('It was refused').waitFor();
    await expectFine(staff);

    await phone.reload();
    await phone.getByText('Which restaurant?').waitFor();
    await phone.getByRole('button', { name: 'Change it' }).click();
    expect(await phone.getByLabel('How much was it?').inputValue()).toBe('23.40');
    await phone.getByLabel('What was it for?').fill('Dinner for two, Casa Example');
    await phone.getByRole('button', { name: 'Save the expense' }).click();
    await phone.getByRole('button', { name: 'Send it to staff' }).click();
    await phone.getByText('Waiting for staff').waitFor();

    await staff.reload();
    await staff.getByRole('button', { name: 'Agree to it' }).click();
    await staff.getByLabel(long).check();
    await shoot(staff, `expenses agree ${how}`);
    await expectFine(staff);
    await staff.getByRole('button', { name: 'Agree to it' }).click();
    await staff.getByText('It counts in the budget now').waitFor();
    await staff.getByRole('button', { name: 'Note that it is paid back' }).click();
    await fillDay(staff);
    await staff.getByRole('button', { name: 'Note it' }).click();
    await staff.getByText('Noted as paid back').waitFor();
    await shoot(staff, `expense ${how}`);
    await staff.goto(`${visit.manage}/expenses`);
    await shoot(staff, `expenses ${how}`);
    await staff.setViewportSize({ width: 320, height: 700 });
    await expectFine(staff);

    await phone.goto(`/visits/travellers/${ann.secret}/expenses`);
    await phone.getByText('£20.00 is paid back').waitFor();
    await shoot(phone, `expenses own ${how}`);
    await phone.setViewportSize({ width: 320, height: 700 });
    await expectFine(phone);
    expect([...complaints, ...staffsComplaints]).toEqual([]);
    await own.close();
    await context.close();
  });
});
