import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '#launcher';
import { faultsOf, listenForComplaints } from '../../browser/page-checks.js';
import { shoot } from '../../browser/shoot.js';
import { staffPerson, type StagedTraveller, type StagedVisit } from '../stage.js';
import {
  coachInput,
  flightInput,
  homeInput,
  startTravel,
  type LegBody,
  type TravelStage,
} from './travel-stage.js';

describe('the pages of a visit’s journey', () => {
  let stage: TravelStage;
  let browser: Browser;
  let page: Page;
  let complaints: readonly string[];
  let visit: StagedVisit;
  let empty: StagedVisit;
  let travellers: readonly StagedTraveller[];
  let coach: LegBody;
  let driverPath: string;
  const longName = `Ann ${'Featherstonehaugh-'.repeat(10)}Ffoulkes`;

  beforeAll(async () => {
    [stage, browser] = await Promise.all([startTravel(), openBrowser()]);
    [visit, empty] = [await stage.visit({ title: 'Mondragon and the valley' }), await stage.visit()];
    const names = [longName, 'Bo Example', 'Cy Example', 'Dee Example'];
    const made: StagedTraveller[] = [];
    for (const name of names) {
      made.push(await stage.traveller(visit, { name, columns: { phone: '+44 7700 900123' } }));
    }
    travellers = made;
    const flight = await stage.leg(visit, { luggage: 'One cabin bag and one suitcase up to 23 kg' });
    coach = await stage.leg(visit, {
      ...coachInput,
      seats: 49,
      departs: { day: '2035-03-11', time: '10:50', zone: 'Europe/Madrid' },
      changeMinutes: 30,
    });
    const home = await stage.leg(visit, homeInput);
    const ferry = await stage.leg(visit, { ...homeInput, kind: 'ferry', title: 'Bilbao to Portsmouth' });
    await stage.ask('POST', `/visits/${visit.id}/legs/${ferry.id}/cancel`, { reason: 'It is full.' });
    for (const [index, traveller] of travellers.slice(0, 2).entries()) {
      await stage.put(visit, flight, traveller, {
        bookingReference: 'X7KQ2P',
        seat: `12${'AB'[index] ?? ''}`,
      });
      await stage.put(visit, coach, traveller, { seat: String(index + 1) });
    }
    await stage.put(visit, home, travellers[0] ?? { id: '' });
    await stage.ask('PUT', `/visits/${visit.id}/travellers/${travellers[1]?.id ?? ''}/own-travel`, {
      back: { place: 'San Sebastián', when: homeInput.departs, words: 'I stay with friends.' },
    });
    const legs = `/visits/${visit.id}/legs/${coach.id}`;
    driverPath = (await stage.ask<{ path: string }>('POST', `${legs}/driver-links`)).body.path;
    await stage.ask('POST', `${legs}/manifest/sent`);
    await stage.ask('DELETE', `${legs}/travellers/${travellers[1]?.id ?? ''}`);
    await stage.put(visit, coach, travellers[2] ?? { id: '' });
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
    ['travel', () => `${visit.manage}/travel`],
    ['travel empty', () => `${empty.manage}/travel`],
    ['who', () => `${visit.manage}/travel/who`],
    ['who empty', () => `${empty.manage}/travel/who`],
    ['leg new', () => `${visit.manage}/travel/new`],
    ['leg', () => `${visit.manage}/travel/${coach.id}`],
    ['leg edit', () => `${visit.manage}/travel/${coach.id}/edit`],
    ['leg cancel', () => `${visit.manage}/travel/${coach.id}/cancel`],
    ['places', () => `${visit.manage}/travel/${coach.id}/travellers`],
    ['tell', () => `${visit.manage}/travel/tell`],
    ['list', () => `${visit.manage}/travel/list`],
    ['own by staff', () => `${visit.manage}/travel/own/${travellers[1]?.id ?? ''}`],
    ['own legs', () => `/visits/travellers/${travellers[0]?.secret ?? ''}/travel`],
    ['own legs none', () => `/visits/travellers/${travellers[3]?.secret ?? ''}/travel`],
    ['own way', () => `/visits/travellers/${travellers[1]?.secret ?? ''}/travel/own`],
    ['driver', () => driverPath],
  ])('%s: the page has no faults', async (name, path) => {
    const answer = await page.goto(path());
    expect(answer?.status()).toBe(200);
    expect(await faultsOf(page)).toEqual([]);
    await shoot(page, `travel ${name}`);
    expect(complaints).toEqual([]);
  });

  it('the first page says what there is to look at', async () => {
    await page.goto(`${visit.manage}/travel`);
    const text = (await page.getByRole('region', { name: 'To look at' }).innerText()).replaceAll(/\s+/g, ' ');
    expect(text).toContain('1 traveller has no way there on Sunday 11 March 2035: Dee Example.');
    expect(text).toContain('2 travellers have no way home on Friday 16 March 2035');
    expect(text).toContain('20 minutes to change from Flight BA 540 to Coach to the hotel');
  });

  async function onPhone(javaScriptEnabled: boolean): Promise<Page> {
    const context = await browser.newContext({
      baseURL: stage.url,
      extraHTTPHeaders: await stage.headers(staffPerson),
      javaScriptEnabled,
      viewport: { width: 320, height: 640 },
    });
    return context.newPage();
  }

  it.each([true, false])(
    'staff add a leg on the night the clocks go back, and say who is on it (script: %s)',
    async (javaScriptEnabled) => {
      const autumn = await stage.visit({ columns: { first_day: '2035-10-28', last_day: '2035-10-31' } });
      await stage.traveller(autumn, { name: 'Ann Example' });
      await stage.traveller(autumn, { name: 'Bo Example' });
      const phone = await onPhone(javaScriptEnabled);
      await phone.goto(`${autumn.manage}/travel`);
      await phone.getByRole('button', { name: 'Add a leg' }).click();
      await phone.getByRole('button', { name: 'Add the leg' }).click();
      await phone
        .locator('.govuk-error-summary')
        .getByText('Enter what it is called, such as BA 540.')
        .waitFor();
      await phone.getByLabel('Coach', { exact: true }).check();
      await phone.getByLabel('There', { exact: true }).check();
      await phone.getByLabel('What it is called').fill('Night coach');
      await phone.getByLabel('Where it departs').fill('London Victoria');
      await phone.getByLabel('Where it arrives').fill('Bilbao');
      for (const [legend, time] of [
        ['Departs', '1.30am'],
        ['Arrives', '8pm'],
      ] as const) {
        const day = phone.getByRole('group', { name: legend, exact: true });
        await day.getByLabel('Day').fill('28');
        await day.getByLabel('Month').fill('10');
        await day.getByLabel('Year').fill('2035');
        await phone.getByLabel(`${legend}: time`, { exact: true }).fill(time);
      }
      await phone.getByLabel('Seats (optional)').fill('1');
      await phone.getByRole('button', { name: 'Add the leg' }).click();
      await phone.locator('.govuk-error-summary').getByText('it is 01:30 twice').waitFor();
      await phone.getByLabel('The second, an hour later').check();
      await phone.getByRole('button', { name: 'Add the leg' }).click();
      await phone.getByText('The leg is added. Say who is on it.').waitFor();
      await phone.getByText('the second 1.30am of that night').waitFor();

      await phone.getByRole('checkbox', { name: 'Ann Example' }).check();
      await phone.getByLabel('Seat, Ann Example').fill('1');
      await phone.getByRole('button', { name: 'Put everybody on it' }).click();
      await phone.locator('.govuk-error-summary').getByText('There is 1 seat, and 2 people').waitFor();
      await phone.getByRole('button', { name: 'Save who is on it' }).click();
      await phone.getByText('Who is on the leg is saved.').waitFor();
      await phone.getByText('1 of 1 seats').waitFor();
      await phone.context().close();
    },
  );

  it.each([true, false])(
    'a traveller says how they go home on their own, and takes it back (script: %s)',
    async (javaScriptEnabled) => {
      const own = await stage.visit();
      const { secret } = await stage.traveller(own);
      const phone = await onPhone(javaScriptEnabled);
      await phone.goto(`/visits/travellers/${secret}/travel`);
      await phone.getByRole('link', { name: 'I travel on my own' }).click();
      await phone.getByLabel('Home on my own').check();
      await phone.getByRole('button', { name: 'Save' }).click();
      await phone.locator('.govuk-error-summary').getByText('Enter where you leave from.').waitFor();
      await phone.getByLabel('Where you leave from').fill('Bilbao airport');
      const day = phone.getByRole('group', { name: 'You leave', exact: true });
      await day.getByLabel('Day').fill('16');
      await day.getByLabel('Month').fill('3');
      await day.getByLabel('Year').fill('2035');
      await phone.getByLabel('You leave: time', { exact: true }).fill('18:00');
      await phone.getByRole('button', { name: 'Save' }).click();
      await phone.getByText('Thank you. We know now how you travel on your own.').waitFor();
      await phone.getByText('Friday 16 March 2035, 6pm Madrid time').waitFor();
      await phone.getByRole('link', { name: 'Change what I do on my own' }).click();
      await phone.getByLabel('Home on my own').uncheck();
      await phone.getByRole('button', { name: 'Save' }).click();
      await phone.getByText('Saved: you travel with everybody else.').waitFor();
      await phone.context().close();
    },
  );

  it.each([true, false])(
    'staff bring in a list: what is wrong is told by row, and the rest is written as a whole (script: %s)',
    async (javaScriptEnabled) => {
      const listed = await stage.visit();
      await stage.traveller(listed, { name: 'Ann Example', email: 'ann.list@example.org' });
      await stage.traveller(listed, { name: 'Bo Example' });
      await stage.leg(listed);
      const phone = await onPhone(javaScriptEnabled);
      const send = async (text: string) => {
        await phone.goto(`${listed.manage}/travel/list`);
        const file = { name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
        await phone.getByLabel('File').setInputFiles(file);
        await phone.getByRole('button', { name: 'Look at the list' }).click();
      };
      await phone.goto(`${listed.manage}/travel/list`);
      await phone.getByRole('button', { name: 'Look at the list' }).click();
      await phone.locator('.govuk-error-summary').getByText('Choose a CSV file of bookings.').waitFor();
      await send('name,leg,seat,shoe\r\nAnn Example,BA 540,1A,9\r\nCy Example,BA 999,1A,9\r\n');
      await phone.getByText('Nothing is written.').waitFor();
      await phone.getByText('Row 3, name: No traveller of this visit is called Cy Example.').waitFor();
      await phone.getByText('Row 3, leg: No leg of this visit is called BA 999.').waitFor();
      await phone.getByText('no column called “shoe”').waitFor();
      if (javaScriptEnabled) {
        expect(await faultsOf(phone)).toEqual([]);
        await shoot(phone, 'travel list wrong');
      }
      const good =
        'name;email;leg;reference;seat\r\n;ann.list@example.org;BA 540;"X""7";1A\r\nBo Example;;BA 540;;\r\n';
      await send(good);
      await phone.getByText('What the 2 rows of the list would change').waitFor();
      if (javaScriptEnabled) {
        expect(await faultsOf(phone)).toEqual([]);
        await shoot(phone, 'travel list looked at');
      }
      await phone.getByRole('button', { name: 'Write the list' }).click();
      await phone.getByText('The list is written: 2 places on 1 leg.').waitFor();
      await send(good);
      await phone.getByRole('button', { name: 'Write the list' }).click();
      await phone.getByText('Everything in the list was there already.').waitFor();
      const places = await stage.query<object>(
        `SELECT t.name, p.booking_reference AS reference, p.seat FROM leg_travellers p
         JOIN travellers t ON t.id = p.traveller_id WHERE t.visit_id = $1 ORDER BY t.number`,
        [listed.id],
      );
      expect(places).toEqual([
        { name: 'Ann Example', reference: 'X"7', seat: '1A' },
        { name: 'Bo Example', reference: null, seat: null },
      ]);
      await phone.context().close();
    },
  );

  it('two who change one leg at once lose nothing without being asked', async () => {
    const shared = await stage.visit();
    const leg = await stage.leg(shared);
    const path = `${shared.manage}/travel/${leg.id}/edit`;
    await page.goto(path);
    const put = { ...flightInput, title: 'BA 999' };
    await stage.ask('PUT', `/visits/${shared.id}/legs/${leg.id}`, put, { 'if-match': '"1"' });
    await page.getByLabel('What it is called').fill('BA 111');
    await page.getByRole('button', { name: 'Save the leg' }).click();
    await page.locator('.govuk-error-summary').getByText('Somebody changed this leg').waitFor();
    expect(await page.getByLabel('What it is called').inputValue()).toBe('BA 111');
    await page.getByRole('button', { name: 'Save the leg' }).click();
    await page.getByText('The leg is saved.').waitFor();
    await page.getByRole('heading', { name: 'Flight BA 111' }).waitFor();
  });

  it('staff cancel a leg once they have said why, and write to those who were told of it', async () => {
    const called = await stage.visit();
    const traveller = await stage.traveller(called);
    const leg = await stage.leg(called);
    await stage.put(called, leg, traveller);
    await page.goto(`${called.manage}/travel/tell`);
    await page.getByRole('button', { name: 'Write to 1 traveller' }).click();
    await page.getByText('1 mail is on the way.').waitFor();
    await page.goto(`${called.manage}/travel/${leg.id}`);
    await page.getByRole('link', { name: 'Cancel the leg' }).click();
    await page.getByRole('button', { name: 'Cancel the leg' }).click();
    await page.locator('.govuk-error-summary').getByText('Say why').waitFor();
    await page.getByLabel('Why?').fill('The airline is on strike.');
    await page.getByRole('button', { name: 'Cancel the leg' }).click();
    await page.getByText('Flight BA 540 is cancelled.').waitFor();
    await page.goto(`${called.manage}/travel/tell`);
    await page.getByText('Not any more:').waitFor();
    await page.goto(`/visits/travellers/${traveller.secret}/travel`);
    await page.getByText('It does not take place. The airline is on strike.').waitFor();
  });

  it('staff make a driver’s link, and end it', async () => {
    const driven = await stage.visit();
    const leg = await stage.leg(driven, coachInput);
    await page.goto(`${driven.manage}/travel/${leg.id}`);
    await page.getByRole('button', { name: 'Make a link for the driver' }).click();
    const address = await page.locator('.cn-address').innerText();
    const path = new URL(address).pathname;
    expect((await fetch(`${stage.url}${path}`)).status).toBe(200);
    await page.getByRole('button', { name: 'End this link' }).click();
    await page.getByText('The link leads nowhere any more.').waitFor();
    expect((await fetch(`${stage.url}${path}`)).status).toBe(404);
  });

  it.each(['manifest', 'driver'])('the %s is given out as PDF', async (copy) => {
    const answer = await fetch(`${stage.url}${visit.manage}/travel/${coach.id}/${copy}.pdf`, {
      headers: await stage.headers(staffPerson),
    });
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    const shots = process.env['SHOTS'];
    if (shots !== undefined) writeFileSync(join(shots, `travel-${copy}.pdf`), bytes);
  });

  it('the lists are given out as files', async () => {
    const headers = await stage.headers(staffPerson);
    const read = async (path: string) => (await fetch(`${stage.url}${path}`, { headers })).text();
    const manifest = await read(`${visit.manage}/travel/${coach.id}/export.csv`);
    expect(manifest.split('\r\n')[0]).toContain('Leg,Vehicle,Pick-up,Seat,Name,Organisation,Mobile');
    expect(manifest).toContain('+44 7700 900123');
    const all = await read(`${visit.manage}/travel/export.csv`);
    expect(all).toContain('X7KQ2P');
    expect(all).toContain('On their own: San Sebastián');
    const wrong = await fetch(`${stage.url}${visit.manage}/travel/export.pdf`, { headers });
    expect(wrong.status).toBe(404);
  });
});
