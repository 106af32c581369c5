import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '#launcher';
import { faultsOf, listenForComplaints } from '../../browser/page-checks.js';
import { longTitle } from '../public-pages/sample-calendar.js';
import { hourIn, startStage, type Follower, type Stage } from './stage.js';

let stage: Stage;
let browser: Browser;
beforeAll(async () => {
  [stage, browser] = await Promise.all([startStage(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await stage.stop();
});

const url = () => stage.system.urls['shell'] ?? '';

/** A page of a real browser that has somebody's session. */
async function openAs({ browser: signedIn }: Follower, javaScriptEnabled: boolean): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled });
  await context.addCookies([{ name: 'session', value: signedIn.cookies.get('session') ?? '', url: url() }]);
  return context.newPage();
}

describe('the pages about following', () => {
  test('lead from an event to following it and back, without scripts', async () => {
    const event = await stage.publish('Officer call', { series: 'officer-calls' });
    const page = await openAs(await stage.person('Nia Noscript'), false);
    await page.goto(`${url()}/calendar/events/${event.ref}`);
    await page.getByRole('button', { name: 'Follow this event' }).click();
    await page.getByLabel('The series “Officer calls”').check();
    await page.getByRole('button', { name: 'Follow', exact: true }).click();
    await page.getByText('You follow the series “Officer calls”.').waitFor();
    await page.getByRole('link', { name: 'Stop following the series “Officer calls”' }).click();
    await page.getByRole('button', { name: 'Stop following' }).click();
    await page.getByText('You follow nothing yet').waitFor();
    await page.context().close();
  });

  test('ask visitors to sign in, and bring them back', async () => {
    const event = await stage.publish('For visitors');
    const page = await browser.newPage();
    await page.goto(`${url()}/calendar/events/${event.ref}`);
    await page.getByRole('button', { name: 'Follow this event' }).click();
    const signIn = page.getByRole('main').getByRole('link', { name: 'Sign in' });
    expect(decodeURIComponent((await signIn.getAttribute('href')) ?? '')).toContain(
      `/calendar/events/${event.ref}/follow`,
    );
    await page.close();
  });

  test('have no faults in any state', async () => {
    const lee = await stage.person('Lee Long');
    const plain = await stage.publish('Officer call', { series: 'officer-calls' });
    const long = await stage.publish(longTitle);
    const off = await stage.publish('Called off later');
    const hidden = await stage.publish('Hidden later');
    const page = await openAs(lee, true);
    const complaints = listenForComplaints(page);
    const faults: string[] = [];
    const look = async (state: string, path: string, as: Page = page) => {
      await as.goto(url() + path);
      faults.push(...(await faultsOf(as)).map((fault) => `${state}: ${fault}`));
    };
    await look('nothing', '/calendar/following');
    await look('follow-in-series', `/calendar/events/${plain.ref}/follow`);
    await look('follow-long', `/calendar/events/${long.ref}/follow`);
    await stage.follow(lee, plain.ref, { scope: 'series' });
    for (const { ref } of [plain, long, off, hidden]) await stage.follow(lee, ref);
    await look('followed', `/calendar/events/${plain.ref}/follow`);
    await stage.status(off.ref, { status: 'cancelled', reason: 'Ill' });
    await stage.change(hidden.ref, { audience: 'invited' });
    await stage.change(long.ref, { when: hourIn(61) });
    await stage.noted();
    await look('several', '/calendar/following');
    await look('called-off', `/calendar/events/${off.ref}/follow`);
    await look('event', `/calendar/events/${plain.ref}`);
    const staff = await openAs(stage.staff, true);
    await look('waiting', `/calendar/manage/events/${long.ref}`, staff);
    await stage.tell();
    await look('told', `/calendar/manage/events/${long.ref}`, staff);
    const [follow] = await stage.query<{ id: string }>(
      'SELECT id FROM events_calendar.follows WHERE event_id = (SELECT id FROM events_calendar.events WHERE ref = $1)',
      [long.ref],
    );
    await look('stop', `/calendar/following/${follow?.id}/stop`);
    await Promise.all([page.context().close(), staff.context().close()]);
    expect(faults).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
