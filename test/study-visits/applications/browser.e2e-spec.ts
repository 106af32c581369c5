import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '#launcher';
import { faultsOf, listenForComplaints } from '../../browser/page-checks.js';
import { shoot } from '../../browser/shoot.js';
import { staffPerson, type StagedVisit } from '../stage.js';
import {
  secretIn,
  startApplications,
  type ApplicationsStage,
  type Begun,
  type StagedPerson,
} from './applications-stage.js';

const longName = 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch Housing Co-operative '
  .repeat(3)
  .slice(0, 200)
  .trim();

describe('the pages of applications', () => {
  let stage: ApplicationsStage;
  let browser: Browser;
  let page: Page;
  let visitorPage: Page;
  let contactPage: Page;
  let complaints: readonly string[];
  let visit: StagedVisit;
  let closed: StagedVisit;
  let draft: Begun;
  let late: Begun;
  let done: Begun & { readonly id: string };
  let contact: StagedPerson;
  let colleague: string;
  let reference: string;

  const pageFor = async (headers?: Record<string, string>) => {
    const context = await browser.newContext({
      baseURL: stage.url,
      ...(headers && { extraHTTPHeaders: headers }),
    });
    return context.newPage();
  };

  beforeAll(async () => {
    [stage, browser] = await Promise.all([startApplications(), openBrowser()]);
    visit = await stage.visit({ title: 'Mondragon 2035', columns: { organisation_limit: 1 } });
    closed = await stage.visit({ title: 'Emilia-Romagna' });
    draft = await stage.begin(visit, { name: 'Ann Example' });
    late = await stage.begin(closed, { name: 'Late Example' });
    await stage.query(`UPDATE visits SET applications_close_at = now() - interval '1 hour' WHERE id = $1`, [
      closed.id,
    ]);
    done = await stage.submitted(visit, {
      name: longName,
      about: { organisationName: longName, kind: 'press' },
    });
    await stage.submitted(visit, { name: 'Bo Example', about: { organisationName: longName } });
    await stage.post(`${done.path}/reference`, {
      name: longName,
      email: 'boss@example.org',
      relation: 'My line manager',
    });
    await stage.post(`${draft.path}/reference`, {
      name: 'Kim',
      email: 'kim.boss@example.org',
      relation: 'My boss',
    });
    reference = `/visits/references/${secretIn((await stage.mailsTo('boss@example.org'))[0]?.text ?? '')}`;
    await stage.post(reference, { text: 'She is good.\nVery good.', version: '1' });
    await stage.query(`UPDATE application_references SET asked_at = now() - interval '4 days'`);
    contact = await stage.person({ name: 'Kim Contact', isContact: true });
    const signed = await stage.api<{ ids: readonly string[] }>(
      'POST',
      `/visits/${visit.id}/colleagues`,
      contact.api,
      {
        organisationId: contact.organisationId,
        colleagues: [{ name: 'Cy Colleague', email: 'cy@example.org' }],
      },
    );
    colleague = `/visits/mine/applications/${signed.body.ids[0]}`;
    await stage.post(`/visits/${visit.slug}/apply`, {}, contact.pages);
    page = await pageFor(await stage.headers(staffPerson));
    visitorPage = await pageFor();
    contactPage = await pageFor({ ...contact.pages });
    const heard = [page, visitorPage, contactPage].map(listenForComplaints);
    complaints = new Proxy([] as string[], {
      get: (_, key) => Reflect.get(heard.flat(), key) as unknown,
    });
  });
  afterAll(async () => {
    await browser?.close();
    await stage?.stop();
  });

  const checked = async (at: Page, name: string, path: string, status = 200) => {
    const answer = await at.goto(path);
    expect(answer?.status()).toBe(status);
    expect(await faultsOf(at)).toEqual([]);
    await shoot(at, `applications ${name}`);
  };

  it.each([
    ['apply', () => `/visits/${visit.slug}/apply`],
    ['apply closed', () => `/visits/${closed.slug}/apply`],
    ['asked', () => `/visits/${visit.slug}/apply/asked`],
    ['draft', () => draft.path],
    ['draft late', () => late.path],
    ['about', () => `${draft.path}/about`],
    ['why', () => `${draft.path}/why`],
    ['supporter', () => `${draft.path}/supporter`],
    ['access', () => `${draft.path}/access`],
    ['reference', () => `${draft.path}/reference`],
    ['check', () => `${draft.path}/check`],
    ['withdraw', () => `${draft.path}/withdraw`],
    ['submitted', () => done.path],
    ['referee', () => reference],
  ])('a visitor’s %s: the page has no faults', async (name, path) => {
    await checked(visitorPage, name, path());
    expect(complaints.length).toBe(0);
  });

  it.each([
    ['apply signed in', () => `/visits/${visit.slug}/apply`],
    ['colleagues', () => `/visits/${visit.slug}/apply-for-colleagues`],
    ['mine', () => '/visits/mine'],
    ['organisation', () => `/visits/organisation/${contact.organisationId}`],
    ['colleague', () => colleague],
    ['colleague about', () => `${colleague}/about`],
  ])('a contact’s %s: the page has no faults', async (name, path) => {
    await checked(contactPage, name, path());
    expect(complaints.length).toBe(0);
  });

  it.each([
    ['list', () => `${visit.manage}/applications`],
    ['list none', () => `${visit.manage}/applications?q=nobody`],
    ['one', () => `${visit.manage}/applications/${done.id}`],
    ['new', () => `${visit.manage}/applications/new`],
    ['correct', () => `${visit.manage}/applications/${done.id}/correct`],
    ['staff withdraw', () => `${visit.manage}/applications/${done.id}/withdraw`],
  ])('staff’s %s: the page has no faults', async (name, path) => {
    await checked(page, name, path());
    expect(complaints.length).toBe(0);
  });

  it('have none where something is wrong either', async () => {
    const path = `/visits/${visit.slug}/apply-for-colleagues`;
    await contactPage.goto(path);
    await contactPage.getByLabel('Name', { exact: true }).first().fill('Somebody');
    await contactPage.getByRole('button', { name: 'Sign them up' }).click();
    await contactPage.getByRole('alert').getByText('Enter their email address').waitFor();
    expect(await faultsOf(contactPage)).toEqual([]);
    await shoot(contactPage, 'applications colleagues refused');
    await visitorPage.goto(`${draft.path}/check`);
    await visitorPage.getByRole('button', { name: 'Submit your application' }).click();
    await visitorPage.getByText('Something is still to do').waitFor();
    expect(await faultsOf(visitorPage)).toEqual([]);
    await shoot(visitorPage, 'applications check refused');
  });

  it.each([true, false])(
    'lead from the visit to a submitted application on a phone (scripts: %s)',
    async (isScripted) => {
      const context = await browser.newContext({
        baseURL: stage.url,
        javaScriptEnabled: isScripted,
        viewport: { width: 320, height: 640 },
      });
      const phone = await context.newPage();
      const email = `phone.${isScripted}@example.org`;
      await phone.goto(`/visits/${visit.slug}/apply`);
      await phone.getByLabel('Your name').fill('Pat Phone');
      await phone.getByLabel('Your email address').fill(email);
      await phone.getByRole('button', { name: 'Send me the link to my draft' }).click();
      await phone.getByRole('heading', { name: 'Look into your mailbox' }).waitFor();
      const own = `/visits/applications/${secretIn((await stage.mailsTo(email))[0]?.text ?? '')}`;
      await phone.goto(own);
      await phone.getByRole('link', { name: 'About you' }).click();
      await phone.getByLabel('Your organisation').fill('Rochdale Borough Council');
      await phone.getByLabel('What you do there').fill('Head of housing');
      await phone.getByRole('button', { name: 'Save and go on' }).click();
      for (const [step, answer] of [
        ['Why you want to come', 'To learn.'],
        ['What you will bring back', 'A talk.'],
        ['Who supports you', 'My manager.'],
      ] as const) {
        await phone.getByRole('link', { name: step }).click();
        await phone.getByLabel('Your answer').fill(answer);
        await phone.getByRole('button', { name: 'Save and go on' }).click();
      }
      await phone.getByRole('link', { name: 'What you need' }).click();
      await phone.getByLabel('What you need (optional)').fill('A ramp');
      await phone.getByRole('button', { name: 'Save and go on' }).click();
      await phone.getByRole('alert').getByText('Tick the box').waitFor();
      await phone.getByLabel('I agree that you keep').check();
      await phone.getByRole('button', { name: 'Save and go on' }).click();
      await phone.getByRole('button', { name: 'Check your answers and submit' }).click();
      await phone.getByText('To learn.').waitFor();
      await phone.getByRole('button', { name: 'Submit your application' }).click();
      await phone.getByRole('heading', { name: 'Submitted' }).waitFor();
      // Back and forth: nothing is submitted again, and what one sees is as it is.
      await phone.goBack();
      await phone.goto(own);
      await phone.getByText('Head of housing').waitFor();
      expect(await stage.query('SELECT status FROM applications WHERE email = $1', [email])).toEqual([
        { status: 'submitted' },
      ]);
      await context.close();
    },
  );
});
