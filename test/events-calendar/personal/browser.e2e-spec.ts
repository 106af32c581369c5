import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openBrowser, startSystem, type System } from '#launcher';
import { faultsOf, listenForComplaints } from '../../browser/page-checks.js';
import { officerAt, organisation, person, seat, startTelling, type Telling } from '../read-model/telling.js';
import { startIdentity, type Person, type TestIdentity } from '../signed-in.js';

describe('one’s own calendar in a browser', () => {
  let identity: TestIdentity;
  let system: System;
  let telling: Telling;
  let browser: Browser;
  const url = () => system.urls['events-calendar'] ?? '';

  beforeAll(async () => {
    identity = await startIdentity();
    system = await startSystem({ apps: ['events-calendar', 'members'], env: identity.env });
    telling = await startTelling(system);
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser.close();
    await telling.stop();
    await system.stop();
    await identity.stop();
  });

  /** Somebody with a page of their own. */
  async function signIn(who: Partial<Person>, javaScriptEnabled = true): Promise<[Page, BrowserContext]> {
    const headers = await identity.headers({ id: randomUUID(), roles: ['person'], ...who });
    const context = await browser.newContext({ javaScriptEnabled, extraHTTPHeaders: headers });
    return [await context.newPage(), context];
  }

  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

  it('has no faults in any state', async () => {
    const council = organisation({ name: 'Rochdale Borough Council' });
    const told = person({ affiliations: officerAt(council.id), seats: [seat('2020-01-01', '2099-03-31')] });
    await telling.tell('members.organisation-changed.v1', 1, council);
    await telling.tell('members.person-changed.v1', 1, told);
    const [page, context] = await signIn({ id: told.id });
    const complaints = listenForComplaints(page);
    const faults: string[] = [];
    const look = async (state: string) => {
      faults.push(...(await faultsOf(page)).map((fault) => `${state}: ${fault}`));
    };
    await page.goto(`${url()}/calendar/my-feed`);
    await look('without an address');
    await press(page, 'Make my address');
    await page.getByRole('heading', { name: 'Your address is ready' }).waitFor();
    await look('the address');
    await page.getByRole('link', { name: 'I have subscribed' }).click();
    await look('with an address');
    await page.getByRole('button', { name: 'Make a new address' }).click();
    await look('replace');
    await page.goto(`${url()}/calendar/my-feed/remove`);
    await look('remove');
    await press(page, 'Remove my address');
    await look('removed');
    await context.close();
    const [staffPage, staffContext] = await signIn({ roles: ['person', 'staff'] });
    await staffPage.goto(`${url()}/calendar/manage/members`);
    faults.push(...(await faultsOf(staffPage)).map((fault) => `members: ${fault}`));
    await staffContext.close();
    expect(faults).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('is made, replaced and removed without scripts', async () => {
    const [page, context] = await signIn({}, false);
    await page.goto(`${url()}/calendar/subscribe`);
    await page.getByRole('link', { name: 'Get a calendar of your own' }).click();
    await press(page, 'Make my address');
    const shown = () => page.getByLabel('Or copy this address into your calendar').inputValue();
    const first = await shown();
    await page.getByRole('link', { name: 'I have subscribed' }).click();
    await page.getByRole('button', { name: 'Make a new address' }).click();
    await press(page, 'End the old address and make a new one');
    const second = await shown();
    const statusOf = async (address: string) => (await fetch(url() + new URL(address).pathname)).status;
    expect([await statusOf(first), await statusOf(second)]).toEqual([404, 200]);
    await page.goto(`${url()}/calendar/my-feed`);
    await page.getByRole('link', { name: 'Remove the address' }).click();
    await press(page, 'Remove my address');
    await page.getByText('Your address is removed').waitFor();
    expect(await statusOf(second)).toBe(404);
    await context.close();
  });
});
