import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '#launcher';
import { faultsOf, listenForComplaints } from '../../browser/page-checks.js';
import { shoot } from '../../browser/shoot.js';
import { runDue } from '../../run-due.js';
import { staffPerson, type StagedTraveller, type StagedVisit } from '../stage.js';
import { daysAgo, startAfterwards, type AfterwardsStage } from './afterwards-stage.js';

describe('the pages of what comes after a visit', () => {
  let stage: AfterwardsStage;
  let browser: Browser;
  let page: Page;
  let complaints: readonly string[];
  let visit: StagedVisit;
  let empty: StagedVisit;
  let travellers: readonly StagedTraveller[];
  let early: StagedTraveller;
  let late: StagedTraveller;
  let number: string;
  const longName = `Ann ${'Featherstonehaugh-'.repeat(10)}Ffoulkes`;
  const longTitle = `What ${'we-might-yet-learn-of-it-'.repeat(7)}`;
  const note = {
    title: longTitle,
    text: '## Within\n\nMuch, **very** much.\n\n- one\n- two',
    signed: 'name',
  };

  beforeAll(async () => {
    [stage, browser] = await Promise.all([startAfterwards(), openBrowser()]);
    [visit, empty] = [await stage.over(3, { title: 'Mondragon and the valley' }), await stage.visit()];
    const made: StagedTraveller[] = [];
    for (const name of [longName, 'Bo Example', 'Cy Example', 'Dee Example']) {
      made.push(await stage.traveller(visit, { name, columns: { phone: '+44 7700 900123' } }));
    }
    travellers = made;
    early = await stage.traveller(empty);
    const past = await stage.over(50);
    late = await stage.traveller(past);
    const said = {
      overall: 5,
      programme: 4,
      organisation: 3,
      journey: 2,
      recommend: 'yes',
      best: 'All',
      toChange: '',
    };
    for (const { secret } of travellers.slice(0, 3))
      await stage.api('POST', `/traveller-links/${secret}/feedback`, stage.own, said);
    const ifNew = { ...stage.own, 'if-match': '"0"' };
    for (const [index, { secret, id }] of travellers.slice(0, 3).entries()) {
      const sent = { ...note, hasConsented: index < 2, isHandedIn: true };
      await stage.api('PUT', `/traveller-links/${secret}/learning-note`, ifNew, sent);
      if (index === 0)
        await stage.api('POST', `/visits/${visit.id}/learning-notes/${id}/publish`, stage.staff);
    }
    await stage.query(
      `INSERT INTO visit_budget_lines (id, visit_id, category, description, planned_pence, actual_pence, funded_pence, funded_by, version)
       VALUES (gen_random_uuid(), $1, 'food', 'Dinners', 100000, 123456, 0, '', 1),
         (gen_random_uuid(), $1, 'travel', 'Flights', 500000, 512300, 500000, 'The fund', 1)`,
      [visit.id],
    );
    await stage.query(
      `INSERT INTO visit_risks (id, visit_id, hazard, at_risk, likelihood, severity, measures, responsible, version)
       VALUES (gen_random_uuid(), $1, 'The coach is late', 'All', 2, 2, 'Leave early.', '', 1)`,
      [visit.id],
    );
    const [risk] = await stage.query<{ id: string }>('SELECT id FROM visit_risks WHERE visit_id = $1', [
      visit.id,
    ]);
    await stage.api(
      'PUT',
      `/visits/${visit.id}/report`,
      { ...stage.staff, 'if-match': '"0"' },
      {
        learned: 'That it can be done.\nAnd how.',
        recommendations: 'Go again.',
        cameTrue: [{ riskId: risk?.id, words: 'By an hour.' }],
      },
    );
    await runDue(stage.system, 'study-visits', 'issue-certificates');
    const [row] = await stage.query<{ number: string }>(
      'SELECT number FROM visit_certificates WHERE traveller_id = $1',
      [travellers[0]?.id],
    );
    number = row?.number ?? '';
    await stage.api(
      'POST',
      `/visits/${visit.id}/certificates/${travellers[3]?.id ?? ''}/withdraw`,
      stage.staff,
      {
        why: 'They fell ill and stayed at home.',
      },
    );
    await stage.query('UPDATE visits SET first_day = $2, last_day = $3 WHERE id = $1', [
      past.id,
      daysAgo(60),
      daysAgo(50),
    ]);
    await runDue(stage.system, 'study-visits', 'erase-visits');
    const context = await browser.newContext({
      baseURL: stage.url,
      extraHTTPHeaders: await stage.headers(staffPerson),
    });
    page = await context.newPage();
    complaints = listenForComplaints(page);
    pastManage = past.manage;
  });
  let pastManage = '';
  afterAll(async () => {
    await browser?.close();
    await stage?.stop();
  });

  const own = (index: number) => `/visits/travellers/${travellers[index]?.secret ?? ''}`;

  it.each([
    ['feedback', () => `${visit.manage}/feedback`],
    ['feedback empty', () => `${empty.manage}/feedback`],
    ['notes', () => `${visit.manage}/learning-notes`],
    ['notes empty', () => `${empty.manage}/learning-notes`],
    ['note', () => `${visit.manage}/learning-notes/${travellers[1]?.id ?? ''}`],
    ['note without consent', () => `${visit.manage}/learning-notes/${travellers[2]?.id ?? ''}`],
    ['certificates', () => `${visit.manage}/certificates`],
    ['certificates empty', () => `${empty.manage}/certificates`],
    ['certificate withdraw', () => `${visit.manage}/certificates/${travellers[0]?.id ?? ''}/withdraw`],
    ['report', () => `${visit.manage}/report`],
    ['report empty', () => `${empty.manage}/report`],
    ['report edit', () => `${visit.manage}/report/edit`],
    ['erasure', () => `${pastManage}/erasure`],
    ['erasure to come', () => `${visit.manage}/erasure`],
    ['own feedback', () => `${own(0)}/feedback`],
    ['own feedback early', () => `/visits/travellers/${early.secret}/feedback`],
    ['own feedback late', () => `/visits/travellers/${late.secret}/feedback`],
    ['own note', () => `${own(0)}/learning-note`],
    ['own note new', () => `${own(3)}/learning-note`],
    ['own afterwards', () => `${own(0)}/afterwards`],
    ['own afterwards early', () => `/visits/travellers/${early.secret}/afterwards`],
    ['learning', () => `/visits/${visit.slug}/learning`],
    ['learning empty', () => `/visits/${empty.slug}/learning`],
    ['check', () => '/visits/certificates'],
    ['check found', () => `/visits/certificates?number=${number}`],
    ['check not found', () => '/visits/certificates?number=nothing'],
    ['visit', () => `/visits/${visit.slug}`],
  ])('%s: the page has no faults', async (name, path) => {
    const answer = await page.goto(path());
    expect(answer?.status()).toBe(200);
    expect(await faultsOf(page)).toEqual([]);
    await shoot(page, `afterwards ${name}`);
    expect(complaints).toEqual([]);
  });

  it.each([true, false])('a traveller says how it was and what they learned (script: %s)', async (isOn) => {
    const who = await stage.traveller(visit, { name: `Ida Example ${isOn}` });
    const context = await browser.newContext({
      baseURL: stage.url,
      javaScriptEnabled: isOn,
      viewport: { width: 320, height: 640 },
    });
    const phone = await context.newPage();
    await phone.goto(`/visits/travellers/${who.secret}`);
    await phone.getByRole('link', { name: 'After the visit' }).click();
    await phone.getByRole('link', { name: 'How it was' }).click();
    await phone.getByRole('button', { name: 'Send it' }).click();
    await phone.getByRole('link', { name: 'Choose a mark from 1 to 5.' }).click();
    await phone.getByRole('group', { name: 'How was it, all in all?' }).getByLabel('4: Good').check();
    await phone.getByRole('group', { name: 'Would you tell a colleague' }).getByLabel('Yes').check();
    await phone.getByRole('button', { name: 'Send it' }).click();
    await phone.getByText('Thank you. We have what you said.').waitFor();
    await phone.goto(`/visits/travellers/${who.secret}/learning-note`);
    await phone.getByLabel('Heading').fill('A small thing');
    await phone.getByRole('button', { name: 'Hand it in' }).click();
    await phone.getByRole('link', { name: 'Write down what you learned.' }).waitFor();
    expect(await phone.getByLabel('Heading').inputValue()).toBe('A small thing');
    await phone.getByLabel('What you learned').fill('That small things hold.');
    await phone.getByRole('button', { name: 'Hand it in' }).click();
    await phone.getByText('Staff read it; it is not published.').waitFor();
    await phone.getByLabel('I agree that it is published').check();
    await phone.getByLabel('My organisation alone').check();
    await phone.getByRole('button', { name: 'Hand it in' }).click();
    await phone.getByText('Staff read it, and then put it').waitFor();
    await page.goto(`${visit.manage}/learning-notes/${who.id}`);
    await page.getByRole('button', { name: 'Publish it on the visit’s page' }).click();
    await page.getByText('It is on the visit’s page.').waitFor();
    await phone.goto(`/visits/${visit.slug}/learning`);
    await phone.getByText('That small things hold.').waitFor();
    await phone.goto(`/visits/travellers/${who.secret}/learning-note`);
    await phone.getByRole('button', { name: 'Take back that everybody may read it' }).click();
    await phone.getByText('It is off the visit’s page.').waitFor();
    await phone.goto(`/visits/${visit.slug}/learning`);
    expect(await phone.getByText('That small things hold.').count()).toBe(0);
    await context.close();
  });

  it('the files can be looked at', async () => {
    const headers = stage.staff;
    const folder = process.env['SHOTS'];
    for (const [name, path] of [
      ['certificate', `${visit.manage}/certificates/${travellers[0]?.id ?? ''}/certificate.pdf`],
      ['report', `${visit.manage}/report/report.pdf`],
      ['erasure', `${pastManage}/erasure/certificate.pdf`],
    ] as const) {
      const file = await fetch(stage.url + path, { headers });
      expect(file.headers.get('content-type')).toBe('application/pdf');
      if (folder !== undefined)
        writeFileSync(join(folder, `${name}.pdf`), Buffer.from(await file.arrayBuffer()));
    }
  });
});
