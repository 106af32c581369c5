import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '#launcher';
import { faultsOf, listenForComplaints } from '../../browser/page-checks.js';
import { shoot } from '../../browser/shoot.js';
import { insert, staffPerson, type StagedVisit } from '../stage.js';
import { startHandouts, type Handed, type HandoutsStage, type LinkJson } from './handouts-stage.js';

const phone = { width: 320, height: 640 };

describe('the pages of sheets and of the party', () => {
  let stage: HandoutsStage;
  let browser: Browser;
  let page: Page;
  let complaints: readonly string[];
  let handed: Handed;
  let empty: StagedVisit;
  let hostLink: LinkJson;
  let interpreterLink: LinkJson;
  let lonely: string;

  beforeAll(async () => {
    [stage, browser] = await Promise.all([startHandouts(), openBrowser()]);
    handed = await stage.handed();
    empty = await stage.visit();
    lonely = (await stage.traveller(empty)).secret;
    const { visit, host, hostSheet, interpreterSheet } = handed;
    const long = await stage.traveller(visit, {
      name: `Ŵ${'x'.repeat(199)}`,
      organisationName: 'Rochdale Metropolitan Borough Council'.repeat(4),
    });
    await stage.agree(long, { hosts: true, party: true });
    await stage.agree(handed.ann, { hosts: true, party: true });
    const notes = 'There are twelve steps.\nThe director speaks after coffee.';
    await stage.ask('PUT', hostSheet, { notes, showsNeeds: true }, { 'if-match': '"0"' });
    await stage.ask('PUT', interpreterSheet, { notes: 'Mutuality: mutualidad' }, { 'if-match': '"0"' });
    hostLink = (await stage.ask<LinkJson>('POST', `${hostSheet}/links`)).body;
    interpreterLink = (await stage.ask<LinkJson>('POST', `${interpreterSheet}/links`)).body;
    await stage.ask('POST', `${hostSheet}/sending`, { to: host.email });
    // Read once, then something is new, something different, and something off.
    await fetch(stage.url + hostLink.path);
    const dropped = await stage.add(visit.id, { hostId: host.id, title: 'The kitchen', day: '2035-03-14' });
    await fetch(stage.url + hostLink.path);
    await stage.ask('POST', `/visits/${visit.id}/itinerary/items/${dropped.id}/cancellation`, {
      reason: 'It is closed.',
    });
    await stage.query(
      `UPDATE itinerary_items SET starts_at = starts_at + interval '30 minutes' WHERE id = $1`,
      [handed.item.id],
    );
    await stage.add(visit.id, { hostId: host.id, title: 'Lunch there', day: '2035-03-13' });
    await stage.agree(handed.others[1] ?? long, { hosts: true, party: true });
    const [one] = await stage.query<{ id: string }>('SELECT gen_random_uuid() AS id');
    await insert(stage.query, 'visit_risks', {
      id: one?.id,
      visit_id: visit.id,
      hazard: 'The coach has an accident',
      at_risk: 'Everybody on the coach',
      likelihood: 2,
      severity: 5,
      measures: 'A licensed operator; seat belts are checked.',
      responsible: 'The leader',
      version: 1,
    });
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

  const sheetOf = (kind: 'hosts' | 'interpreters', step = '') =>
    `${handed.visit.manage}/sheets/${kind}/${kind === 'hosts' ? handed.host.id : handed.interpreter.id}${step}`;

  it.each([
    ['sheets', () => `${handed.visit.manage}/sheets`],
    ['sheets none', () => `${empty.manage}/sheets`],
    ['host sheet staff', () => sheetOf('hosts')],
    ['host sheet edit', () => sheetOf('hosts', '/edit')],
    ['host sheet send', () => sheetOf('hosts', '/send')],
    ['interpreter sheet staff', () => sheetOf('interpreters')],
    ['interpreter sheet edit', () => sheetOf('interpreters', '/edit')],
    ['interpreter sheet send', () => sheetOf('interpreters', '/send')],
    ['host sheet', () => hostLink.path],
    ['interpreter sheet', () => interpreterLink.path],
    ['party', () => `/visits/travellers/${handed.ann.secret}/party`],
    ['party none', () => `/visits/travellers/${lonely}/party`],
    ['risks', () => `${handed.visit.manage}/risks`],
  ])('%s: the page has no faults', async (name, path) => {
    const answer = await page.goto(path());
    expect(answer?.status()).toBe(200);
    expect(await faultsOf(page)).toEqual([]);
    await shoot(page, `handouts ${name}`);
    expect(complaints).toEqual([]);
  });

  it.each([true, false])(
    'staff write, mail and end a sheet on a phone, and the host reads it (script: %s)',
    async (javaScriptEnabled) => {
      const { visit, host, ann } = await stage.handed();
      const options = { baseURL: stage.url, javaScriptEnabled, viewport: phone };
      const staff = await (
        await browser.newContext({ ...options, extraHTTPHeaders: await stage.headers(staffPerson) })
      ).newPage();
      await staff.goto(`${visit.manage}/sheets`);
      await staff.getByRole('link', { name: host.name }).click();
      await staff.getByRole('button', { name: 'Change what you say' }).click();
      await staff.getByLabel('What they should know').fill('x'.repeat(5001));
      await staff.getByRole('button', { name: 'Save' }).click();
      await staff.getByRole('heading', { name: 'There is a problem' }).waitFor();
      await staff.getByLabel('What they should know').fill('There are twelve steps.');
      await staff.getByLabel('Say how many eat or need something of their own').check();
      await staff.getByRole('button', { name: 'Save' }).click();
      await staff.getByText('The sheet says it now.').waitFor();
      await staff.getByRole('button', { name: 'Mail the link' }).click();
      await staff.getByLabel('Hector Host').check();
      await staff.getByRole('button', { name: 'Mail it' }).click();
      await staff.getByText(`The link goes to ${host.email}.`).waitFor();
      const mails = await stage.mailsTo(host.email);
      expect(mails).toHaveLength(1);
      const path = /\/visits\/hosts\/[\w-]{43}/.exec(mails[0]?.text ?? '')?.[0] ?? '';
      const reader = await (await browser.newContext(options)).newPage();
      await reader.goto(path);
      await reader.getByText('There are twelve steps.').waitFor();
      await reader.getByText(ann.name).first().waitFor();
      await staff.reload();
      await staff.getByText(/when it was version \d/).waitFor();
      await staff.getByRole('button', { name: 'End this link' }).click();
      await staff.getByText('The link leads nowhere any more.').waitFor();
      const gone = await reader.goto(path);
      expect(gone?.status()).toBe(404);
      await reader.getByText('Ask whoever sent it to you for another one.').waitFor();
    },
  );

  it('asks who is to have it before it is mailed, and tells whoever saved meanwhile', async () => {
    const { visit, host, hostSheet } = await stage.handed();
    const path = `${visit.manage}/sheets/hosts/${host.id}`;
    const nobody = await stage.send(`${path}/send`, { once: 'a'.repeat(20) });
    expect([nobody.status, nobody.text.includes('Choose who is to have it.')]).toEqual([422, true]);
    await stage.ask('PUT', hostSheet, { notes: 'Theirs.' }, { 'if-match': '"0"' });
    const late = await stage.send(`${path}/edit`, { notes: 'Mine.', version: '0' });
    expect([late.status, late.text.includes('Theirs.'), late.text.includes('Mine.')]).toEqual([
      409,
      true,
      true,
    ]);
    const again = await stage.send(`${path}/edit`, { notes: 'Theirs.', version: '0' });
    expect(again.status).toBe(303);
    // Pressed twice, one mail.
    for (let press = 0; press < 2; press += 1) {
      const sent = await stage.send(`${path}/send`, { once: 'b'.repeat(20), to: host.email });
      expect(sent.status).toBe(303);
    }
    expect(await stage.mailsTo(host.email)).toHaveLength(1);
  });

  it('the risk assessment is a tagged PDF, the same for programs, and keeps a version only for what is new', async () => {
    const path = `${handed.visit.manage}/risks/assessment.pdf`;
    const file = await fetch(stage.url + path, { headers: stage.staffPages });
    expect([file.status, file.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect((await fetch(stage.url + path)).status).toBe(403);
    const read = () =>
      stage.ask<{ paper: { number: number; sections: { entries: { title: string; mark: string }[] }[] } }>(
        'GET',
        `/visits/${handed.visit.id}/risks/assessment`,
      );
    expect((await read()).body.paper.number).toBe(1);
    await stage.query(`UPDATE visit_risks SET severity = 4 WHERE visit_id = $1`, [handed.visit.id]);
    const { paper } = (await read()).body;
    expect(paper.number).toBe(2);
    expect(paper.sections[0]?.entries).toMatchObject([
      { title: 'The coach has an accident', mark: 'changed' },
    ]);
  });
});
