import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '#launcher';
import { faultsOf, listenForComplaints } from '../../browser/page-checks.js';
import { shoot } from '../../browser/shoot.js';
import { staffPerson, type StagedTraveller, type StagedVisit } from '../stage.js';
import { startBriefings, type BriefingsStage } from './briefings-stage.js';

const long = `Cooperativa ${'W'.repeat(60)} ${'ŵ'.repeat(100)}`;
const day = '2035-03-13';

describe('the pages of briefings', () => {
  let stage: BriefingsStage;
  let browser: Browser;
  let page: Page;
  let complaints: readonly string[];
  let visit: StagedVisit;
  let empty: StagedVisit;
  let ada: StagedTraveller;
  let lonely: StagedTraveller;

  beforeAll(async () => {
    [stage, browser] = await Promise.all([startBriefings(), openBrowser()]);
    const contacts = JSON.stringify([
      { name: 'Sam Staff', role: 'Visits office', phone: '+44 161 496 0000', email: null },
    ]);
    visit = await stage.visit({ title: 'Emilia-Romagna', columns: { contacts } });
    empty = await stage.visit();
    ada = await stage.traveller(visit, { name: 'Ada Example' });
    await stage.traveller(visit, { name: 'B'.repeat(200), email: null });
    await stage.traveller(visit, {
      part: 'leader',
      name: 'Lee Leader',
      columns: { phone: '+44 7700 900111' },
    });
    lonely = await stage.traveller(empty);
    const { body: host } = await stage.api<{ id: string }>('POST', '/hosts', stage.staff, {
      name: long,
      kind: 'social-care',
      address: 'Via Bovi Campeggi 2/4E\n40131 Bologna',
      point: { lat: 44.5075, lon: 11.3301 },
      contacts: [{ name: 'Carla Finta', role: 'Visits', phone: '+39 051 000', email: null }],
    });
    const add = (item: object) => stage.add(visit.id, { day, ...item });
    await add({
      kind: 'transfer',
      title: 'Coach to Via Bovi Campeggi',
      from: '08:15',
      until: '08:45',
      stop: { name: 'Hotel Centrale', point: { lat: 44.497, lon: 11.34 } },
      to: { name: 'Via Bovi Campeggi', point: { lat: 44.5075, lon: 11.3301 } },
    });
    const visited = await add({
      kind: 'visit',
      title: `Visit to ${long}`.slice(0, 200),
      from: '09:00',
      until: '11:00',
      hostId: host.id,
      needsInterpreter: true,
      language: 'Italian',
      bufferMinutes: 10,
      description: 'How care works that belongs to those who give it.\nWear flat shoes.',
      notes: 'Bring a gift.',
    });
    await add({
      kind: 'meal',
      title: 'Lunch at the market',
      from: '12:30',
      until: '14:00',
      stop: { name: 'Mercato di Mezzo', address: 'Via Clavature 12', point: { lat: 44.494, lon: 11.345 } },
    });
    await stage.publish(visit.id, 1);
    await stage.api(
      'PUT',
      `/visits/${visit.id}/briefings/${day}/words`,
      { ...stage.staff, 'if-match': '"0"' },
      { words: 'Our first full day: we walk a lot.', bring: 'Good shoes, and your questions.' },
    );
    // Its first version, as somebody took it out yesterday.
    await stage.page(`/visits/travellers/${ada.secret}/briefings/${day}`);
    await stage.api(
      'PUT',
      `/visits/${visit.id}/itinerary/items/${visited.id}`,
      { ...stage.staff, 'if-match': '"1"' },
      {
        kind: 'visit',
        title: `Visit to ${long}`.slice(0, 200),
        day,
        from: '09:30',
        until: '11:00',
        hostId: host.id,
        needsInterpreter: true,
        bufferMinutes: 10,
        description: 'How care works that belongs to those who give it.\nWear flat shoes.',
        notes: 'Bring a gift.',
      },
    );
    await add({ kind: 'free', title: 'Free time', from: '16:00', until: '18:00' });
    await stage.publish(visit.id, 2);
    await stage.add(visit.id, { day, title: 'Dinner', from: '20:00', until: '22:00' });
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

  it.each([
    ['list', () => `${visit.manage}/briefings`],
    ['list empty', () => `${empty.manage}/briefings`],
    ['settings', () => `${visit.manage}/briefings/settings`],
    ['day', () => `${visit.manage}/briefings/${day}`],
    ['day empty', () => `${empty.manage}/briefings/${day}`],
    ['words', () => `${visit.manage}/briefings/${day}/words`],
    ['own', () => `/visits/travellers/${ada.secret}/briefings/${day}`],
    ['own empty', () => `/visits/travellers/${lonely.secret}/briefings/${day}`],
    ['own day', () => `/visits/travellers/${ada.secret}/days/${day}`],
  ])('%s: the page has no faults', async (name, path) => {
    const answer = await page.goto(path());
    expect(answer?.status()).toBe(200);
    expect(await faultsOf(page)).toEqual([]);
    await shoot(page, `briefings ${name}`);
    expect(complaints).toEqual([]);
  });

  it.each([true, false])(
    'staff write a word for a day on a phone, and a traveller reads it (script: %s)',
    async (javaScriptEnabled) => {
      const options = { baseURL: stage.url, javaScriptEnabled, viewport: { width: 320, height: 640 } };
      const extraHTTPHeaders = await stage.headers(staffPerson);
      const phone = await (await browser.newContext({ ...options, extraHTTPHeaders })).newPage();
      await phone.goto(`${visit.manage}/briefings`);
      await phone.getByRole('link', { name: 'Tuesday 13 March 2035' }).click();
      await phone.getByRole('link', { name: 'Change the word for the day' }).click();
      const word = `Bring your ears (${javaScriptEnabled}).`;
      await phone.getByLabel('A word for the day').fill(word);
      await phone.getByRole('button', { name: 'Save it' }).click();
      await phone.getByText('It is saved, and stands in everybody’s briefing.').waitFor();
      const theirs = await (await browser.newContext(options)).newPage();
      await theirs.goto(`/visits/travellers/${ada.secret}/days/${day}`);
      await theirs.getByRole('link', { name: 'Your briefing for this day' }).click();
      await theirs.getByText(word).first().waitFor();
      await phone.context().close();
      await theirs.context().close();
    },
  );
});
