import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openBrowser } from '#launcher';
import { faultsOf } from '../../browser/page-checks.js';
import { shoot } from '../../browser/shoot.js';
import { stageOffer, stagePerson, stageTold, type StagedApplication } from '../selection/selection-stage.js';
import { staffPerson, startVisits, type VisitsStage } from '../stage.js';

interface OwnBody {
  readonly id: string;
  readonly status: string;
  readonly countsAs: string | null;
  readonly withdrawal: { readonly percent: number; readonly chargedPence: number };
  readonly code?: string;
}

interface TravellerBody {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly part: string;
  readonly countsAs: string | null;
  readonly status: string;
  readonly replaces: string | null;
  readonly code?: string;
}

describe('travellers of a visit', () => {
  let stage: VisitsStage;
  let browser: Browser;
  let staff: Record<string, string>;

  beforeAll(async () => {
    [stage, browser] = await Promise.all([startVisits(), openBrowser()]);
    staff = await stage.headers({ ...staffPerson, via: 'api' });
  });
  afterAll(async () => {
    await browser?.close();
    await stage?.stop();
  });

  const refunds = JSON.stringify([
    { daysBefore: 10, percent: 100 },
    { daysBefore: 2, percent: 50 },
  ]);
  const own = (secret: string) => stage.api<OwnBody>('GET', `/traveller-links/${secret}`, {});
  const list = async (visit: { readonly id: string }) =>
    (await stage.api<{ items: readonly TravellerBody[] }>('GET', `/visits/${visit.id}/travellers`, staff))
      .body.items;
  const dayFrom = (days: number): string =>
    new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

  it('know beforehand what withdrawing costs; their place goes to the next reserve, and other apps hear of it', async () => {
    const { visit, applications } = await stageTold(stage, {
      columns: {
        places: 1,
        refunds,
        price_pence: 99_901,
        deposit_pence: 0,
        first_day: dayFrom(5),
        last_day: dayFrom(9),
        balance_due_on: null,
      },
      applications: [{}, {}],
    });
    const [first, second] = applications as [StagedApplication, StagedApplication];
    const one = await stage.traveller(visit, { columns: { application_id: first.id } });
    await stageOffer(stage, visit, first, { status: 'accepted', traveller_id: one.id });
    expect((await own(one.secret)).body.withdrawal).toEqual({ percent: 50, chargedPence: 49_951 });
    const gone = await stage.api<OwnBody>(
      'POST',
      `/traveller-links/${one.secret}/withdraw`,
      {},
      { why: 'Ill.' },
    );
    expect([gone.status, gone.body.status]).toEqual([200, 'withdrawn']);
    const again = await stage.api<OwnBody>('POST', `/traveller-links/${one.secret}/withdraw`, {}, {});
    expect(again.status).toBe(200);
    const offers = await stage.query<{ application_id: string; status: string }>(
      'SELECT application_id, status FROM offers WHERE visit_id = $1 ORDER BY status',
      [visit.id],
    );
    expect(offers).toEqual([
      { application_id: second.id, status: 'offered' },
      { application_id: first.id, status: 'withdrawn' },
    ]);
    const told = await stage.query(
      `SELECT FROM outbox WHERE type = 'study-visits.traveller-withdrawn.v1' AND payload ->> 'id' = $1`,
      [one.id],
    );
    expect(told).toHaveLength(1);
  });

  it('are replaced by somebody of the same organisation: the same place, and nobody moves up', async () => {
    await stagePerson(stage, 'zed');
    const { visit, applications } = await stageTold(stage, {
      columns: { places: 2, reserved: JSON.stringify([{ kind: 'newcomer', places: 1 }]) },
      applications: [{ organisationName: 'Leeds Council', isNewcomer: true }, {}],
    });
    const [first] = applications as [StagedApplication];
    const one = await stage.traveller(visit, {
      countsAs: 'newcomer',
      organisationName: 'Leeds Council',
      columns: { application_id: first.id },
    });
    await stageOffer(stage, visit, first, {
      status: 'accepted',
      traveller_id: one.id,
      counts_as: 'newcomer',
      lifts: ['organisation'],
    });
    const bad = await stage.api<TravellerBody>(
      'POST',
      `/traveller-links/${one.secret}/replace`,
      {},
      {
        name: ' ',
        email: 'zed',
      },
    );
    expect(bad.status).toBe(422);
    const done = await stage.api<OwnBody>(
      'POST',
      `/traveller-links/${one.secret}/replace`,
      {},
      {
        name: 'Zed Example',
        email: 'ZED@example.org',
      },
    );
    expect([done.status, done.body.status]).toEqual([200, 'withdrawn']);
    const twice = await stage.api<OwnBody>(
      'POST',
      `/traveller-links/${one.secret}/replace`,
      {},
      {
        name: 'Zed Example',
        email: 'zed@example.org',
      },
    );
    expect([twice.status, twice.body.code]).toEqual([409, 'has-withdrawn']);
    const travellers = await list(visit);
    expect(
      travellers.map(({ number, status, countsAs, replaces }) => [number, status, countsAs, replaces]),
    ).toEqual([
      [1, 'withdrawn', 'newcomer', null],
      [2, 'confirmed', 'newcomer', one.id],
    ]);
    const offers = await stage.query<{ traveller_id: string }>(
      'SELECT traveller_id FROM offers WHERE visit_id = $1',
      [visit.id],
    );
    expect(offers).toEqual([{ traveller_id: travellers[1]?.id }]);
    const [row] = await stage.query<{ person_id: string }>('SELECT person_id FROM travellers WHERE id = $1', [
      travellers[1]?.id,
    ]);
    expect(row?.person_id).toBe('zed');
  });

  it('cannot withdraw once the visit has begun', async () => {
    const visit = await stage.visit({
      columns: { first_day: dayFrom(-1), last_day: dayFrom(3), balance_due_on: null },
    });
    const one = await stage.traveller(visit);
    const answer = await stage.api<OwnBody>('POST', `/traveller-links/${one.secret}/withdraw`, {}, {});
    expect([answer.status, answer.body.code]).toEqual([409, 'visit-begun']);
  });

  it('include those who lead, who take no place', async () => {
    const visit = await stage.visit({ columns: { places: 1 } });
    const leader = { name: 'Lee Example', email: 'lee@example.org' };
    const added = await stage.api<TravellerBody>('POST', `/visits/${visit.id}/travellers`, staff, leader);
    expect([added.status, added.body.part, added.body.countsAs]).toEqual([201, 'leader', null]);
    const again = await stage.api<TravellerBody>('POST', `/visits/${visit.id}/travellers`, staff, leader);
    expect([again.status, again.body.code]).toEqual([409, 'is-traveller']);
    const mails = await stage.query<{ subject: string }>(
      `SELECT payload ->> 'subject' AS subject FROM outbox WHERE payload #>> '{to,address}' = 'lee@example.org'`,
    );
    expect(mails).toEqual([{ subject: 'You lead: Mondragon' }]);
  });

  it('are told to nobody but staff, each of their own by their link', async () => {
    const visit = await stage.visit();
    const one = await stage.traveller(visit, { name: 'Secret Example' });
    const person = await stage.headers({ id: 'somebody', roles: ['person', 'booking-contact', 'board'] });
    for (const path of [
      `${visit.manage}/travellers`,
      `${visit.manage}/offers`,
      `${visit.manage}/selection/result`,
    ])
      for (const headers of [{}, person])
        expect((await fetch(`${stage.url}${path}`, { headers })).status).toBe(403);
    for (const path of [`/travellers/x/withdraw`, `/travellers/${one.id}/withdraw`])
      expect((await fetch(`${stage.url}/visits${path}`)).status).toBe(404);
    const other = await stage.visit();
    const wrong = await stage.api('POST', `/visits/${other.id}/travellers/${one.id}/withdraw`, staff, {});
    expect(wrong.status).toBe(404);
    const csv = await fetch(`${stage.url}${visit.manage}/travellers/export.csv`, {
      headers: await stage.headers(staffPerson),
    });
    expect(await csv.text()).toContain('Secret Example');
  });

  it.each([true, false])(
    'replace themselves, and withdraw, on a phone; the pages have no faults (script: %s)',
    async (javaScriptEnabled) => {
      const visit = await stage.visit({ columns: { refunds } });
      const one = await stage.traveller(visit, {
        organisationName: 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch Co-operative',
      });
      const two = await stage.traveller(visit);
      const context = await browser.newContext({
        baseURL: stage.url,
        viewport: { width: 320, height: 640 },
        javaScriptEnabled,
      });
      const page = await context.newPage();
      const checked = async (name: string) => {
        if (javaScriptEnabled) expect(await faultsOf(page)).toEqual([]);
        await shoot(page, `travellers ${name}`);
        await page.setViewportSize({ width: 320, height: 640 });
      };
      await page.goto(`/visits/travellers/${one.secret}`);
      await checked('own');
      await page.getByRole('link', { name: /^Name a colleague/ }).click();
      await checked('replace');
      await page.getByRole('button', { name: 'Put them in the place' }).click();
      await page.getByRole('link', { name: /^Enter an email address/ }).waitFor();
      await page.getByLabel('Name, as in the passport').fill('Kim Example');
      await page.getByLabel('Email address').fill('kim@example.org');
      await page.getByRole('button', { name: 'Put them in the place' }).click();
      await page.getByText('Kim Example comes in your place').waitFor();
      await page.getByText('you do not travel with this visit').waitFor();
      await page.goto(`/visits/travellers/${two.secret}/withdraw`);
      await page.getByText('Nothing is charged.').waitFor();
      await checked('withdraw');
      await page.getByRole('button', { name: 'Withdraw' }).click();
      await page.getByText('Thank you for telling us.').waitFor();
      await context.close();
      const staffContext = await browser.newContext({
        baseURL: stage.url,
        javaScriptEnabled,
        extraHTTPHeaders: await stage.headers(staffPerson),
      });
      const staffPage = await staffContext.newPage();
      await staffPage.goto(`${visit.manage}/travellers`);
      if (javaScriptEnabled) expect(await faultsOf(staffPage)).toEqual([]);
      await shoot(staffPage, 'travellers list');
      await staffPage.getByRole('button', { name: 'Add somebody who leads' }).click();
      if (javaScriptEnabled) expect(await faultsOf(staffPage)).toEqual([]);
      await staffPage.getByLabel('Name, as in the passport').fill('Lou Example');
      await staffPage.getByLabel('Email address').fill('lou@example.org');
      await staffPage.getByRole('button', { name: 'Add them' }).click();
      await staffPage.getByText('Lou Example leads the visit').waitFor();
      await staffPage.getByRole('link', { name: 'Take off Lou Example' }).click();
      await staffPage.getByRole('button', { name: 'Take them off' }).click();
      await staffPage.getByText('Lou Example travels no longer').waitFor();
      await staffContext.close();
    },
  );
});
