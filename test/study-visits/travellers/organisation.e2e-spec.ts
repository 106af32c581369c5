import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openBrowser } from '#launcher';
import { faultsOf } from '../../browser/page-checks.js';
import { shoot } from '../../browser/shoot.js';
import { stageApplication, stageOffer, stagePerson } from '../selection/selection-stage.js';
import { startVisits, type StagedTraveller, type VisitsStage } from '../stage.js';

interface Body {
  readonly code?: string;
  readonly items?: readonly { readonly id: string; readonly name: string; readonly status: string }[];
}

const leeds = { id: 'leeds', name: 'Leeds Council' };
const bury = { id: 'bury', name: 'Bury Council' };
const contactRoles = ['person', 'booking-contact'] as const;

describe('who books for an organisation', () => {
  let stage: VisitsStage;
  let browser: Browser;

  beforeAll(async () => {
    [stage, browser] = await Promise.all([startVisits(), openBrowser()]);
    await stagePerson(stage, 'contact', { organisation: leeds, isContact: true });
    await stagePerson(stage, 'colleague', { organisation: leeds });
    await stagePerson(stage, 'other', { organisation: bury, isContact: true });
  });
  afterAll(async () => {
    await browser?.close();
    await stage?.stop();
  });

  const asPerson = (id: string, via?: 'api') =>
    stage.headers({ id, roles: [...contactRoles], ...(via && { via }) });
  const travelling = async (setUp: Parameters<VisitsStage['traveller']>[1] = {}) => {
    const visit = await stage.visit();
    const traveller = await stage.traveller(visit, {
      organisationId: leeds.id,
      organisationName: leeds.name,
      ...setUp,
    });
    return { visit, traveller };
  };
  const theirs = '/organisations/leeds/travellers';
  const act = (headers: Record<string, string>, { id }: StagedTraveller, what: string, body: object = {}) =>
    stage.api<Body>('POST', `${theirs}/${id}/${what}`, headers, body);

  it('lists those who travel for it, withdraws one and replaces another by the same rules', async () => {
    const { visit, traveller } = await travelling({ name: 'Ann Example' });
    const second = await stage.traveller(visit, {
      name: 'Ben Example',
      organisationId: leeds.id,
      organisationName: leeds.name,
    });
    const contact = await asPerson('contact', 'api');
    const list = await stage.api<Body>('GET', theirs, contact);
    expect(list.body.items?.map(({ name }) => name)).toEqual(['Ann Example', 'Ben Example']);
    expect((await act(contact, traveller, 'withdraw', { why: 'Ill.' })).status).toBe(200);
    const replaced = await act(contact, second, 'replace', { name: 'Cy Example', email: 'cy@example.org' });
    expect(replaced.body.items?.map(({ name, status }) => `${name} ${status}`)).toEqual([
      'Ann Example withdrawn',
      'Ben Example withdrawn',
      'Cy Example confirmed',
    ]);
    expect(
      await act(contact, second, 'replace', { name: 'Di Example', email: 'di@example.org' }),
    ).toMatchObject({
      status: 409,
      body: { code: 'has-withdrawn' },
    });
    const history = await stage.query<{ action: string; by: string }>(
      'SELECT action, coalesce(actor_name, person_name) AS by FROM visit_history WHERE visit_id = $1 ORDER BY id',
      [visit.id],
    );
    expect(history).toEqual([
      { action: 'Traveller 1 withdrawn', by: 'Someone Example' },
      { action: 'Traveller 3 comes in the place of 2', by: 'Someone Example' },
    ]);
  });

  it('does so for its own people alone', async () => {
    const { visit, traveller } = await travelling();
    const elsewhere = await stage.traveller(visit, { organisationId: bury.id, organisationName: bury.name });
    const leader = await stage.traveller(visit, { part: 'leader', organisationId: leeds.id });
    const unknown = await stage.traveller(visit, { organisationName: leeds.name });
    const contact = await asPerson('contact', 'api');
    for (const each of [elsewhere, leader, unknown])
      for (const what of ['withdraw', 'replace'])
        expect(
          (await act(contact, each, what, what === 'replace' ? { name: 'X', email: 'x@example.org' } : {}))
            .status,
        ).toBe(404);
    for (const id of ['colleague', 'other', 'nobody-known']) {
      const headers = await asPerson(id, 'api');
      expect((await stage.api('GET', theirs, headers)).status).toBe(404);
      expect((await act(headers, traveller, 'withdraw')).status).toBe(404);
      const pages = await asPerson(id);
      for (const part of ['withdraw', 'replace'])
        expect(
          (
            await fetch(`${stage.url}/visits/organisation/leeds/travellers/${traveller.id}/${part}`, {
              headers: pages,
            })
          ).status,
        ).toBe(404);
      expect((await fetch(`${stage.url}/visits/organisation/leeds`, { headers: pages })).status).toBe(404);
    }
    expect((await act({}, traveller, 'withdraw')).status).toBe(403);
    // Whoever books for another organisation does not get at it through their own.
    const other = await asPerson('other', 'api');
    const through = await stage.api(
      'POST',
      `/organisations/bury/travellers/${traveller.id}/withdraw`,
      other,
      {},
    );
    expect(through.status).toBe(404);
    const [row] = await stage.query<{ status: string }>('SELECT status FROM travellers WHERE id = $1', [
      traveller.id,
    ]);
    expect(row?.status).toBe('confirmed');
  });

  it.each([true, false])('finds it all on pages, with scripts: %s', async (javaScriptEnabled) => {
    const { visit, traveller } = await travelling({ name: `Robin ${'Featherstonehaugh'.repeat(9)}` });
    const application = await stageApplication(stage, visit, {
      name: 'Olive Offered',
      organisationId: leeds.id,
      organisationName: leeds.name,
    });
    await stageOffer(stage, visit, application);
    const context = await browser.newContext({
      javaScriptEnabled,
      extraHTTPHeaders: await asPerson('contact'),
      viewport: { width: 320, height: 640 },
    });
    const page = await context.newPage();
    await page.goto(`${stage.url}/visits/organisation/leeds`);
    if (javaScriptEnabled) {
      await shoot(page, 'organisation travellers');
      expect(await faultsOf(page)).toEqual([]);
    }
    await page.locator(`a[href$="${traveller.id}/replace"]`).click();
    await page.getByRole('button', { name: 'Put them in the place' }).click();
    await page.getByRole('alert').waitFor();
    await page.getByLabel('Name, as in the passport').fill('Sasha Substitute');
    await page.getByLabel('Email address').fill('sasha@example.org');
    await page.getByRole('button', { name: 'Put them in the place' }).click();
    await page.getByText('Sasha Substitute comes in their place').waitFor();
    const [substitute] = await stage.query<{ id: string }>('SELECT id FROM travellers WHERE replaces = $1', [
      traveller.id,
    ]);
    await page.locator(`a[href$="${substitute?.id}/withdraw"]`).click();
    expect(await page.locator('main').textContent()).toContain('of the price stays to be paid');
    await page.getByRole('button', { name: 'Take them off' }).click();
    await page.getByText('Sasha Substitute travels no longer').waitFor();
    await page.locator(`a[href$="${application.id}/offer"]`).click();
    expect(await page.locator('h1').textContent()).toBe('A place for Olive Offered');
    await context.close();
  });
});
