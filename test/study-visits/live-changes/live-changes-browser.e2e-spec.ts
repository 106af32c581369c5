import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '#launcher';
import { faultsOf, listenForComplaints } from '../../browser/page-checks.js';
import { shoot } from '../../browser/shoot.js';
import { startItineraries, type ItemJson, type ItineraryStage } from '../itinerary/itinerary-stage.js';
import { staffPerson, type StagedTraveller, type StagedVisit } from '../stage.js';

const long = `Cooperativa ${'W'.repeat(60)} ${'ŵ'.repeat(100)}`;
const phoneSized = { width: 320, height: 640 };

describe('changing something on the way', () => {
  let stage: ItineraryStage;
  let browser: Browser;
  let page: Page;
  let complaints: readonly string[];
  let visit: StagedVisit;
  let empty: StagedVisit;
  let ada: StagedTraveller;
  let lunch: ItemJson;
  let talk: ItemJson;

  beforeAll(async () => {
    [stage, browser] = await Promise.all([startItineraries(), openBrowser()]);
    [visit, empty] = [await stage.visit({ title: 'Emilia-Romagna' }), await stage.visit()];
    ada = await stage.traveller(visit, { name: 'Ada Example', columns: { phone: '+44 7700 900001' } });
    await stage.traveller(visit, { name: 'B'.repeat(200), email: null });
    const post = async <Body>(path: string, body: object) =>
      (await stage.api<Body>('POST', path, stage.staff, body)).body;
    const host = await post<{ id: string }>('/hosts', {
      name: long,
      kind: 'social-care',
      contacts: [
        { name: 'Carla Finta', role: 'Visits', phone: '+39 051 000000', email: 'carla@example.org' },
      ],
    });
    lunch = await stage.add(visit.id, {
      stop: { name: 'Mercato di Mezzo', address: 'Bologna', point: null },
    });
    talk = await stage.add(visit.id, {
      kind: 'visit',
      title: `Visit to ${long}`.slice(0, 200),
      from: '14:15',
      until: '16:00',
      hostId: host.id,
    });
    await stage.publish(visit.id, 1);
    const change = (item: ItemJson, body: object) =>
      stage.api('POST', `/visits/${visit.id}/itinerary/items/${item.id}/live-changes`, stage.staff, body);
    await change(lunch, { way: 'later-15', why: 'The coach stands in traffic.', version: 1 });
    await stage.send(`/visits/travellers/${ada.secret}/days`, { version: '2' }, {});
    await change(talk, { way: 'off', why: 'The hall is flooded.', version: 1 });
    const context = await browser.newContext({
      baseURL: stage.url,
      extraHTTPHeaders: await stage.headers(staffPerson),
    });
    page = await context.newPage();
    complaints = listenForComplaints(page);
  });
  afterAll(async () => {
    await browser?.close();
    await stage?.stop();
  });

  const today = (part = '') => `${visit.manage}/today${part}`;

  it.each([
    ['today', () => today('?day=2035-03-12')],
    ['today nothing', () => today('?day=2035-03-14')],
    ['today unpublished', () => `${empty.manage}/today`],
    ['item', () => today(`/${lunch.id}`)],
    ['item off', () => today(`/${talk.id}`)],
    ['later', () => today(`/${lunch.id}/later-60`)],
    ['time', () => today(`/${lunch.id}/time`)],
    ['place', () => today(`/${lunch.id}/place`)],
    ['call off', () => today(`/${lunch.id}/off`)],
    ['on', () => today(`/${talk.id}/on`)],
    ['back', () => today(`/${lunch.id}/back`)],
    ['seen by one', () => today('/seen/2')],
    ['seen by nobody', () => today('/seen/3')],
    ['own days', () => `/visits/travellers/${ada.secret}/days`],
    ['own day', () => `/visits/travellers/${ada.secret}/days/2035-03-12`],
  ])('%s: the page has no faults', async (name, path) => {
    const answer = await page.goto(path());
    expect(answer?.status()).toBe(200);
    expect(await faultsOf(page)).toEqual([]);
    await shoot(page, `live ${name}`);
    expect(complaints).toEqual([]);
  });

  it('what is pressed on a phone is large enough for a thumb', async () => {
    await page.setViewportSize(phoneSized);
    for (const path of [today('?day=2035-03-12'), today(`/${lunch.id}`), today(`/${lunch.id}/later-15`)]) {
      await page.goto(path);
      const sizes = await page
        .locator('main .govuk-button, main .cn-ring')
        .evaluateAll((all) => all.map((each) => Math.round(each.getBoundingClientRect().height)));
      expect(sizes.length).toBeGreaterThan(0);
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(44);
    }
  });

  it.each([true, false])(
    'staff change something on a phone, the traveller’s page shows it, and both see that it was seen (script: %s)',
    async (javaScriptEnabled) => {
      const party = await stage.visit({ title: `Mondragon ${javaScriptEnabled}` });
      const bo = await stage.traveller(party, { name: 'Bo Sample', columns: { phone: '+44 7700 900002' } });
      await stage.add(party.id, { title: 'Supper in the cider house', day: '2035-03-11' });
      await stage.add(party.id, { title: 'Song', day: '2035-03-11', from: '14:00', until: '15:00' });
      await stage.publish(party.id, 1);
      await stage.send(`/visits/travellers/${bo.secret}/days`, { version: '1' }, {});
      const options = { baseURL: stage.url, javaScriptEnabled, viewport: phoneSized };
      const staffOptions = { ...options, extraHTTPHeaders: await stage.headers(staffPerson) };
      const open = async (given: typeof options, path: string) => {
        const opened = await (await browser.newContext(given)).newPage();
        await opened.goto(path);
        return opened;
      };
      const again = async (shown: Page) => {
        if (!javaScriptEnabled) await shown.reload();
      };
      const own = await open(options, `/visits/travellers/${bo.secret}/days/2035-03-11`);
      const other = await open(staffOptions, `${party.manage}/today`);
      const phone = await open(staffOptions, `${party.manage}/today`);
      await phone.getByRole('button', { name: /^\+30 min.*Supper in the cider house/ }).click();
      await phone.getByText('This makes something else amiss').waitFor();
      await phone.getByLabel('A word why (optional)').fill('Traffic.');
      await shoot(phone, `live phone preview ${javaScriptEnabled}`);
      await phone.getByRole('button', { name: 'Change it and tell 1 traveller' }).click();
      await phone.getByText('1 traveller has not yet seen it').waitFor();
      await phone.getByRole('link', { name: /ring Bo Sample/ }).waitFor();
      await shoot(phone, `live phone seen ${javaScriptEnabled}`);
      // Whoever looks on sees it, too.
      await again(own);
      await own.getByRole('heading', { name: 'Something is different' }).waitFor();
      await own.getByText('Traffic.').waitFor();
      await own.getByText('1pm to 2.30pm').first().waitFor();
      await shoot(own, `live own phone ${javaScriptEnabled}`);
      await again(other);
      await other.getByText('1 of 1 traveller').waitFor();
      await own.getByRole('button', { name: 'I have seen it' }).click();
      await own.getByText('Thank you: we know that you have seen it.').waitFor();
      await again(phone);
      await phone.getByText('Everybody has seen it: 1 traveller').waitFor();
      await again(other);
      await other.getByText('1 of 1 traveller').waitFor({ state: 'detached' });
      if (javaScriptEnabled) {
        await other.context().setOffline(true);
        await other.getByText('There is no connection, so this page may be old.').waitFor();
        await other.context().setOffline(false);
        await other
          .getByText('There is no connection, so this page may be old.')
          .waitFor({ state: 'hidden' });
      }
      // Taken back by one press more.
      await phone.getByRole('link', { name: 'Change it again, or take it back' }).click();
      await phone.getByRole('button', { name: 'Take the last change back' }).click();
      await phone.getByRole('button', { name: 'Change it and tell 1 traveller' }).click();
      await phone.getByText('1 traveller has not yet seen it').waitFor();
      for (const each of [own, other, phone]) await each.context().close();
    },
  );
});
