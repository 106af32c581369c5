import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '#launcher';
import { faultsOf, listenForComplaints } from '../../browser/page-checks.js';
import { shoot } from '../../browser/shoot.js';
import { startItineraries, type ItineraryStage } from '../itinerary/itinerary-stage.js';
import { insert, type StagedTraveller, type StagedVisit } from '../stage.js';

const long = `Cooperativa ${'W'.repeat(60)} ${'ŵ'.repeat(100)}`;

describe('papers in a browser', () => {
  let stage: ItineraryStage;
  let browser: Browser;
  let page: Page;
  let complaints: readonly string[];
  let visit: StagedVisit;
  let empty: StagedVisit;
  let ada: StagedTraveller;
  let lonely: StagedTraveller;

  beforeAll(async () => {
    [stage, browser] = await Promise.all([startItineraries(), openBrowser()]);
    const contacts = JSON.stringify([
      { name: 'The office', role: 'Day and night', phone: '+44 20 7946 0000', email: 'office@example.org' },
    ]);
    visit = await stage.visit({ title: 'Emilia-Romagna', columns: { contacts } });
    empty = await stage.visit();
    ada = await stage.traveller(visit, { name: 'Ada Example' });
    lonely = await stage.traveller(await stage.visit(), { name: 'B'.repeat(200) });
    await stage.traveller(visit, { name: `Bo ${'b'.repeat(197)}` });
    await stage.traveller(visit, {
      name: 'Lee Leader',
      part: 'leader',
      columns: { phone: '+44 7700 900123' },
    });
    await insert(stage.query, 'emergency_cards', {
      visit_id: visit.id,
      if_lost: 'Neptune’s fountain, at the full hour',
      more: 'Consulate: +39 02 555\nA pharmacy is open at night beside the station.',
      version: 1,
    });
    const talk = await stage.add(visit.id, {
      kind: 'visit',
      title: `Visit to ${long}`.slice(0, 200),
      day: '2035-03-13',
      from: '09:00',
      until: '11:00',
      description: 'How care works that belongs to those who give it.\nWear flat shoes.',
      stop: { name: long, address: 'Via Finta 1\n40131 Bologna', point: { lat: 44.5, lon: 11.3 } },
    });
    await stage.add(visit.id);
    await stage.publish(visit.id, 1);
    await stage.page(`/visits/travellers/${ada.secret}/programme`);
    const path = `/visits/${visit.id}/itinerary/items/${talk.id}/cancellation`;
    await stage.api('POST', path, stage.staff, { reason: 'The hall is closed.' });
    await stage.add(visit.id, { title: 'A walk', day: '2035-03-14', from: '15:00', until: '16:00' });
    await stage.publish(visit.id, 2);
    const context = await browser.newContext({ baseURL: stage.url, extraHTTPHeaders: stage.staffPages });
    page = await context.newPage();
    complaints = listenForComplaints(page);
  });
  afterAll(async () => {
    await browser?.close();
    await stage?.stop();
  });

  it.each([
    ['own programme', () => `/visits/travellers/${ada.secret}/programme`],
    ['own programme empty', () => `/visits/travellers/${lonely.secret}/programme`],
    ['own emergency', () => `/visits/travellers/${ada.secret}/emergency`],
    ['papers', () => `${visit.manage}/papers`],
    ['papers empty', () => `${empty.manage}/papers`],
    ['emergency text', () => `${visit.manage}/papers/emergency-card`],
  ])('%s: the page has no faults', async (name, path) => {
    const answer = await page.goto(path());
    expect(answer?.status()).toBe(200);
    expect(await faultsOf(page)).toEqual([]);
    await shoot(page, `papers ${name}`);
    expect(complaints).toEqual([]);
  });

  it.each([true, false])(
    'staff say what stands on the card and make everybody’s papers on a phone (script: %s)',
    async (javaScriptEnabled) => {
      const party = await stage.visit({ title: `Mondragon ${javaScriptEnabled}` });
      const bo = await stage.traveller(party, { name: 'Bo Sample' });
      for (let index = 0; index < 60; index += 1) await stage.traveller(party, { name: `No. ${index}` });
      const options = { baseURL: stage.url, javaScriptEnabled, viewport: { width: 320, height: 640 } };
      const staffs = await browser.newContext({ ...options, extraHTTPHeaders: stage.staffPages });
      const phone = await staffs.newPage();
      await phone.goto(`${party.manage}/papers`);
      await phone.getByRole('link', { name: 'Say what stands on the card' }).click();
      await phone.getByLabel('Where does somebody go who is lost?').fill('x'.repeat(301));
      await phone.getByRole('button', { name: 'Save' }).click();
      await phone.getByRole('heading', { name: 'There is a problem' }).waitFor();
      if (javaScriptEnabled) expect(await faultsOf(phone)).toEqual([]);
      await phone.getByLabel('Where does somebody go who is lost?').fill('By the fountain');
      await phone.getByRole('button', { name: 'Save' }).click();
      await phone.getByText('It stands on everybody’s emergency card now.').waitFor();
      await phone.getByRole('button', { name: 'Make everybody’s papers' }).click();
      // It may be over before one looks.
      const over = phone.getByRole('link', { name: /Take out everybody’s papers/ });
      const going = phone.getByRole('button', { name: 'Stop making papers' });
      await over.or(going).first().waitFor();
      if (await going.isVisible()) await shoot(phone, `papers making ${javaScriptEnabled}`);
      await over.waitFor({ timeout: 60_000 });
      // A browser that is driven leaves its headers out of downloads, so this is asked for without it.
      const archive = await fetch(stage.url + (await over.getAttribute('href')), {
        headers: stage.staffPages,
      });
      expect(archive.headers.get('content-disposition')).toContain(
        `Papers, Mondragon ${javaScriptEnabled}.zip`,
      );
      await archive.body?.cancel();
      const own = await (await browser.newContext(options)).newPage();
      await own.goto(`/visits/travellers/${bo.secret}`);
      await own.getByRole('link', { name: 'In an emergency' }).click();
      await own.getByText('By the fountain').waitFor();
      expect(await own.getByRole('link', { name: 'Ring 112' }).getAttribute('href')).toBe('tel:112');
      await staffs.close();
    },
  );
});
