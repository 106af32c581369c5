import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '#launcher';
import { faultsOf, listenForComplaints } from '../../browser/page-checks.js';
import { shoot } from '../../browser/shoot.js';
import {
  staffPerson,
  startStands,
  type StagedExhibition,
  type StagedMember,
  type StandsStage,
} from '../stage.js';
import { guestIds, guestSecret, receptionInput, type EventBody } from './events-stage.js';

describe('the pages of events and visitors', () => {
  let stage: StandsStage;
  let browser: Browser;
  let page: Page;
  let complaints: readonly string[];
  let exhibition: StagedExhibition;
  let empty: StagedExhibition;
  let host: StagedMember;
  let eventId: string;
  let secret: string;

  beforeAll(async () => {
    [stage, browser] = await Promise.all([startStands(), openBrowser()]);
    [exhibition, empty] = [await stage.exhibition(), await stage.exhibition()];
    host = await stage.teamMember(exhibition);
    const api = await stage.headers({ ...staffPerson, via: 'api' });
    const events = `/exhibitions/${exhibition.id}/events`;
    const { body } = await stage.api<EventBody>('POST', events, api, {
      ...receptionInput,
      audience: 'public',
    });
    eventId = body.id;
    await stage.api('POST', `${events}/${eventId}/status`, api, { to: 'published' });
    const ann = {
      name: 'Ann Featherstonehaugh-Llewellyn-Ffoulkes',
      email: 'ann@example.org',
      organisationName: 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch Housing Co-operative',
    };
    await stage.api('POST', `${events}/${eventId}/guests`, api, { guests: [ann], plusOnesAllowed: 1 });
    await stage.api('PUT', `${events}/${eventId}/briefing`, api, {
      briefing: 'About housing.',
      readers: [host.id],
    });
    secret = guestSecret(stage, (await guestIds(stage, eventId))[ann.name] ?? '');
    await stage.shift(exhibition, { from: '2035-09-23T09:00:00Z', until: '2035-09-23T11:00:00Z' });
    const csv = 'name,email,consent,when\nBo,bo@example.org,yes,2035-09-23 10:30';
    const lists = `/exhibitions/${exhibition.id}/visitor-lists`;
    const list = await stage.api<{ id: string }>('POST', lists, api, { csv, consentWords: 'Yes.' });
    await stage.api('POST', `${lists}/${list.body.id}/confirm`, api);
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
    ['events', () => `${exhibition.manage}/events`],
    ['events empty', () => `${empty.manage}/events`],
    ['event new', () => `${exhibition.manage}/events/new`],
    ['event', () => `${exhibition.manage}/events/${eventId}`],
    ['event public', () => `/stands/${exhibition.slug}`],
    ['invitation', () => `/stands/events/${secret}`],
    ['hosted', () => `/stands/team/${host.secret}/events`],
    ['hosted one', () => `/stands/team/${host.secret}/events/${eventId}`],
    ['visitors', () => `${exhibition.manage}/visitors`],
    ['visitors empty', () => `${empty.manage}/visitors`],
    ['visitor new', () => `${exhibition.manage}/visitors/new`],
    ['visitors import', () => `${exhibition.manage}/visitors/import`],
    ['own visitors', () => `/stands/team/${host.secret}/visitors`],
  ])('%s: the page has no faults', async (name, path) => {
    const answer = await page.goto(path());
    expect(answer?.status()).toBe(200);
    expect(await faultsOf(page)).toEqual([]);
    await shoot(page, `events ${name}`);
    expect(complaints).toEqual([]);
  });

  it.each([true, false])(
    'a guest answers on a phone, and is ticked off at the stand (script: %s)',
    async (javaScriptEnabled) => {
      const viewport = { width: 320, height: 640 };
      const phone = await (
        await browser.newContext({ baseURL: stage.url, javaScriptEnabled, viewport })
      ).newPage();
      await phone.goto(`/stands/events/${secret}`);
      await phone.getByLabel('Yes, I am coming').check();
      await phone.getByLabel('How many do you bring?').fill('1');
      await phone.getByLabel('What you do not eat (optional)').fill('No nuts');
      await phone.getByRole('button', { name: 'Send the answer' }).click();
      await phone.getByText('We look forward to seeing you.').waitFor();
      await phone.goto(`/stands/team/${host.secret}/events/${eventId}`);
      await phone.getByText('About housing.').waitFor();
      await phone.getByText('No nuts').waitFor();
      await phone.getByRole('button', { name: /^Is here/ }).click();
      await phone.getByText('2 arrived').waitFor();
      // Whoever ticks guests off goes on where they are.
      expect(new URL(phone.url()).hash).toBe(
        `#${await phone.getByRole('button', { name: /^Undo: is here/ }).getAttribute('id')}`,
      );
      await phone.getByRole('button', { name: /^Undo: is here/ }).click();
      await phone.getByText('0 arrived').waitFor();
      await phone.context().close();
    },
  );

  it.each([
    ['none', null, 'Choose a CSV file of visitors.'],
    ['an empty one', { name: 'visitors.csv', buffer: Buffer.from('') }, 'The file is empty.'],
    [
      'a heading alone',
      { name: 'visitors.csv', buffer: Buffer.from('name,email,consent\n') },
      'There is nobody',
    ],
    ['a picture', { name: 'a.png', buffer: Buffer.from('89504e470d0a1a0a00', 'hex') }, 'not a text file'],
    ['6 MB', { name: 'a.csv', buffer: Buffer.alloc(6 * 1024 * 1024, 'a,b\n') }, 'larger than 5 MB'],
  ])('a file of visitors that cannot be one is refused beside the box: %s', async (_, file, says) => {
    await page.goto(`${exhibition.manage}/visitors/import`);
    if (file !== null) await page.getByLabel('File').setInputFiles({ ...file, mimeType: 'text/csv' });
    await page.getByRole('button', { name: 'Look at the list' }).click();
    await page.locator('.govuk-error-summary').getByText(says).waitFor();
    expect(await page.getByLabel('What were people shown').inputValue()).not.toBe('');
  });

  it.each([true, false])(
    'somebody who stops by is counted, and another written down (script: %s)',
    async (javaScriptEnabled) => {
      const viewport = { width: 320, height: 640 };
      const phone = await (
        await browser.newContext({ baseURL: stage.url, javaScriptEnabled, viewport })
      ).newPage();
      await phone.goto(`/stands/team/${host.secret}/visitors`);
      await phone.getByRole('button', { name: 'Somebody stopped by: only count' }).click();
      await phone.getByText('Counted, and nothing else is kept.').waitFor();
      await phone.getByRole('checkbox').check();
      await phone.getByLabel('Name', { exact: true }).fill('Cy Example');
      await phone.getByRole('button', { name: 'Write them down' }).click();
      await phone.getByText('Enter their email address').first().waitFor();
      await phone.getByLabel('Email address').fill(`cy.${javaScriptEnabled}@example.org`);
      await phone.getByRole('button', { name: 'Write them down' }).click();
      await phone.getByText('They are on the list. Ready for the next.').waitFor();
      await phone.context().close();
    },
  );

  it('staff take a guest off the list and forget a visitor, each asked first, and a second press does no harm', async () => {
    const api = await stage.headers({ ...staffPerson, via: 'api' });
    const guests = [{ name: 'Off Example', email: 'off@example.org' }];
    const path = `/exhibitions/${exhibition.id}/events/${eventId}/guests`;
    await stage.api('POST', path, api, { guests, plusOnesAllowed: 0 });
    const off = (await guestIds(stage, eventId))['Off Example'] ?? '';
    await page.goto(`${exhibition.manage}/events/${eventId}`);
    await page.getByRole('link', { name: /^Take off the list.*Off Example/ }).click();
    await page.getByRole('heading', { name: 'Take Off Example off the list?' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page
      .getByText('leads nowhere any more. A mail tells them so, and takes the event out of their calendar.')
      .waitFor();
    expect((await guestIds(stage, eventId))['Off Example']).toBe(off);
    await page.getByRole('button', { name: 'Take them off the list' }).click();
    await page.getByText('The guest is off the list, and a mail tells them so.').waitFor();
    expect((await guestIds(stage, eventId))['Off Example']).toBeUndefined();
    const again = await page.request.post(`${exhibition.manage}/events/${eventId}/guests/${off}/remove`, {
      headers: { 'sec-fetch-site': 'same-origin' },
    });
    expect(await again.text()).toContain('They are off the list already.');

    await page.goto(`${exhibition.manage}/visitors`);
    await page.getByRole('link', { name: /^Forget.*Bo$/ }).click();
    await page.getByRole('heading', { name: 'Forget Bo?' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Forget them' }).click();
    await page.getByText('They are forgotten.').waitFor();
    expect(await page.getByRole('link', { name: /^Forget.*Bo$/ }).count()).toBe(0);
  });

  it('staff add a file of visitors, look at it, and confirm it', async () => {
    await page.goto(`${exhibition.manage}/visitors/import`);
    const buffer = Buffer.from(
      'email,consent,name\ndee@example.org,yes,Dee\nDEE@example.org,yes,Dee\n,no,\n',
    );
    await page.getByLabel('File').setInputFiles({ name: 'visitors.csv', mimeType: 'text/csv', buffer });
    await page.getByRole('button', { name: 'Look at the list' }).click();
    await page.getByText('The same address again').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Write down 2 visitors' }).click();
    await page.getByText('2 visitors are written down.').waitFor();
    await page.goto(`${exhibition.manage}/visitors/import`);
    await page.getByLabel('File').setInputFiles({ name: 'visitors.csv', mimeType: 'text/csv', buffer });
    await page.getByRole('button', { name: 'Look at the list' }).click();
    await page.getByRole('button', { name: 'Write down 1 visitor' }).waitFor();
  });
});
