import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '#launcher';
import { faultsOf, listenForComplaints } from '../../browser/page-checks.js';
import { shoot } from '../../browser/shoot.js';
import { staffPerson, type StagedTraveller, type StagedVisit } from '../stage.js';
import { startItineraries, type ItemJson, type ItineraryStage, type SplitJson } from './itinerary-stage.js';

const long = `Cooperativa ${'W'.repeat(60)} ${'ŵ'.repeat(100)}`;

describe('the pages of an itinerary', () => {
  let stage: ItineraryStage;
  let browser: Browser;
  let page: Page;
  let complaints: readonly string[];
  let visit: StagedVisit;
  let empty: StagedVisit;
  let ada: StagedTraveller;
  let lonely: StagedTraveller;
  let item: ItemJson;
  let split: SplitJson;
  let hostId: string;
  let interpreterId: string;

  beforeAll(async () => {
    [stage, browser] = await Promise.all([startItineraries(), openBrowser()]);
    [visit, empty] = [await stage.visit({ title: 'Emilia-Romagna' }), await stage.visit()];
    ada = await stage.traveller(visit, { name: 'Ada Example' });
    await stage.traveller(visit, { name: 'B'.repeat(200) });
    lonely = await stage.traveller(empty);
    const post = async <Body>(path: string, body: object) =>
      (await stage.api<Body>('POST', path, stage.staff, body)).body;
    const host = await post<{ id: string }>('/hosts', {
      name: long,
      kind: 'social-care',
      address: 'Via Bovi Campeggi 2/4E\n40131 Bologna',
      point: { lat: 44.5075, lon: 11.3301 },
      website: 'www.example.org',
      contacts: [{ name: 'Carla Finta', role: 'Visits', phone: '+39 051 000', email: 'carla@example.org' }],
      notes: 'Ring twice.\nBring a gift.',
    });
    hostId = host.id;
    await post('/hosts', { name: 'Banca Finta', kind: 'bank' });
    const rosa = await post<{ id: string }>('/interpreters', {
      name: 'Rosa Finta',
      languages: ['Italian'],
      notes: 'By train.',
    });
    interpreterId = rosa.id;
    split = await post<SplitJson>(`/visits/${visit.id}/itinerary/splits`, {
      name: 'Tuesday',
      groups: ['The co-op', ''],
    });
    await post(`/visits/${visit.id}/itinerary/splits/${split.id}/sharing`, { way: 'apart' });
    item = await stage.add(visit.id, {
      kind: 'visit',
      title: `Visit to ${long}`.slice(0, 200),
      day: '2035-03-13',
      from: '09:00',
      until: '11:00',
      hostId: host.id,
      groupIds: [split.groups[0]?.id, split.groups[1]?.id],
      needsInterpreter: true,
      language: 'Italian',
      interpreterIds: [rosa.id],
      description: 'How care works that belongs to those who give it.\nWear flat shoes.',
      bufferMinutes: 15,
    });
    await stage.add(visit.id, {
      title: 'Talk',
      day: '2035-03-13',
      from: '10:30',
      until: '12:00',
      needsInterpreter: true,
    });
    await stage.add(visit.id, {
      kind: 'transfer',
      title: 'To Bologna',
      day: '2035-03-11',
      zone: 'Europe/London',
      from: '10:00',
      until: '13:30',
      endZone: 'Europe/Madrid',
      stop: { name: 'Stansted', point: { lat: 51.886, lon: 0.2389 } },
      to: { name: 'Bologna Marconi', point: { lat: 44.5354, lon: 11.2887 } },
      travelMinutes: 140,
    });
    await stage.publish(visit.id, 1);
    await stage.add(visit.id);
    const { body } = await stage.api<ItemJson>(
      'POST',
      `/visits/${visit.id}/itinerary/items/${item.id}/cancellation`,
      stage.staff,
      { reason: 'The hall is closed.' },
    );
    expect(body.version).toBe(2);
    await stage.publish(visit.id, 2);
    await stage.send(`/visits/travellers/${ada.secret}/calendar`, { version: '0' }, {});
    await stage.add(visit.id, { title: 'Dinner', day: '2035-03-14', from: '20:00', until: '22:00' });
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

  const of = (part: string) => () => `${visit.manage}/itinerary${part}`;

  it.each([
    ['itinerary', of('')],
    ['itinerary empty', () => `${empty.manage}/itinerary`],
    ['item', () => of(`/${item.id}`)()],
    ['item new', of('/new?day=2035-03-12')],
    ['item copy', () => of(`/new?copy=${item.id}`)()],
    ['item edit', () => of(`/${item.id}/edit`)()],
    ['item cancel', () => of(`/${item.id}/cancel`)()],
    ['groups', of('/groups')],
    ['groups empty', () => `${empty.manage}/itinerary/groups`],
    ['groups new', of('/groups/new')],
    ['split', () => of(`/groups/${split.id}`)()],
    ['split edit', () => of(`/groups/${split.id}/edit`)()],
    ['split delete', () => of(`/groups/${split.id}/delete`)()],
    ['publish', of('/publish')],
    ['seen', of('/seen')],
    ['seen empty', () => `${empty.manage}/itinerary/seen`],
    ['versions', of('/versions')],
    ['version', of('/versions/2')],
    ['versions empty', () => `${empty.manage}/itinerary/versions`],
    ['map', of('/map')],
    ['map empty', () => `${empty.manage}/itinerary/map`],
    ['own map', () => `/visits/travellers/${ada.secret}/map`],
    ['own map empty', () => `/visits/travellers/${lonely.secret}/map`],
    ['hosts', () => '/visits/manage/hosts'],
    ['host new', () => '/visits/manage/hosts/new'],
    ['host', () => `/visits/manage/hosts/${hostId}`],
    ['host edit', () => `/visits/manage/hosts/${hostId}/edit`],
    ['host merge', () => `/visits/manage/hosts/${hostId}/merge`],
    ['host delete', () => `/visits/manage/hosts/${hostId}/delete`],
    ['interpreters', () => '/visits/manage/interpreters'],
    ['interpreter new', () => '/visits/manage/interpreters/new'],
    ['interpreter', () => `/visits/manage/interpreters/${interpreterId}`],
    ['own days', () => `/visits/travellers/${ada.secret}/days`],
    ['own days empty', () => `/visits/travellers/${lonely.secret}/days`],
    ['own day', () => `/visits/travellers/${ada.secret}/days/2035-03-13`],
    ['own day of the way', () => `/visits/travellers/${ada.secret}/days/2035-03-11`],
    ['own day empty', () => `/visits/travellers/${ada.secret}/days/2035-03-16`],
    ['own calendar', () => `/visits/travellers/${ada.secret}/calendar`],
    ['own calendar none', () => `/visits/travellers/${lonely.secret}/calendar`],
  ])('%s: the page has no faults', async (name, path) => {
    const answer = await page.goto(path());
    expect(answer?.status()).toBe(200);
    expect(await faultsOf(page)).toEqual([]);
    await shoot(page, `itinerary ${name}`);
    expect(complaints).toEqual([]);
  });

  it.each([true, false])(
    'staff plan something on a phone, publish it, and a traveller sees it (script: %s)',
    async (javaScriptEnabled) => {
      const party = await stage.visit({ title: `Mondragon ${javaScriptEnabled}` });
      const bo = await stage.traveller(party, { name: 'Bo Sample' });
      const options = { baseURL: stage.url, javaScriptEnabled, viewport: { width: 320, height: 640 } };
      const phone = await (
        await browser.newContext({ ...options, extraHTTPHeaders: await stage.headers(staffPerson) })
      ).newPage();
      await phone.goto(`${party.manage}/itinerary`);
      await phone.getByRole('button', { name: 'Add an item' }).click();
      await phone.getByRole('button', { name: 'Add the item' }).click();
      await phone.getByText('Enter what it is called.').first().waitFor();
      if (javaScriptEnabled) expect(await faultsOf(phone)).toEqual([]);
      await phone.getByLabel('Meal').check();
      await phone.getByLabel('What it is called').fill('Supper in the cider house');
      await phone.getByLabel('Day', { exact: true }).fill('17');
      await phone.getByLabel('Month').fill('3');
      await phone.getByLabel('Year').fill('2035');
      await phone.getByLabel('From').fill('8pm');
      await phone.getByLabel('Until').fill('10.30pm');
      await phone.getByRole('button', { name: 'Add the item' }).click();
      await phone.getByText('This day is not within the visit').first().waitFor();
      await phone.getByLabel('Day', { exact: true }).fill('12');
      await phone.getByRole('button', { name: 'Add the item' }).click();
      await phone.getByText('The item is added.').waitFor();
      await phone.getByRole('link', { name: 'Publish it' }).click();
      await phone.getByRole('button', { name: 'Publish it and tell 1 traveller' }).click();
      await phone.getByText('Version 1 is published. 1 traveller is told.').waitFor();
      await shoot(phone, `itinerary phone ${javaScriptEnabled}`);
      const own = await (await browser.newContext(options)).newPage();
      await own.goto(`/visits/travellers/${bo.secret}/days`);
      await own.getByRole('button', { name: 'I have seen it' }).click();
      await own.getByText('Thank you: we know that you have seen it.').waitFor();
      await own.getByRole('link', { name: 'Monday 12 March 2035' }).click();
      await own.getByRole('heading', { name: 'Supper in the cider house' }).waitFor();
      await own.getByText('London: 7pm to 9.30pm').waitFor();
      await shoot(own, `itinerary own phone ${javaScriptEnabled}`);
      await phone.getByRole('link', { name: 'Who has seen it' }).click();
      await phone.getByText('Everybody has seen the latest').waitFor();
    },
  );
});
