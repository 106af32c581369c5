import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openBrowser } from '#launcher';
import { faultsOf } from '../../browser/page-checks.js';
import { shoot } from '../../browser/shoot.js';
import { stageOffer, stagePerson, stageTold, type StagedApplication } from '../selection/selection-stage.js';
import { staffPerson, type VisitsStage } from '../stage.js';
import { payer, startInvoicing, type Invoicing } from './invoicing-stage.js';

let own: Invoicing;
let stage: VisitsStage;
let browser: Browser;
const contactIs = { id: 'council-contact', roles: ['person', 'booking-contact'] as const };

beforeAll(async () => {
  own = await startInvoicing();
  ({ stage } = own);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await own?.stop();
});

/** Somebody who is offered a place, of the council unless said otherwise. */
async function offered(
  columns: Record<string, unknown> = {},
  setUp: { organisationId?: string | null } = {},
) {
  const [council] = await stage.query<{ id: string }>(
    `SELECT id FROM organisations WHERE name = 'Borchester Council'`,
  );
  const organisationId = setUp.organisationId === undefined ? (council?.id ?? '') : setUp.organisationId;
  const { visit, applications } = await stageTold(stage, {
    applications: [{ name: 'Olive Offered', organisationId, organisationName: 'Borchester Council' }],
  });
  const [application] = applications as [StagedApplication];
  await stageOffer(stage, visit, application, columns);
  return {
    visit,
    application,
    path: `/visits/applications/${application.secret}/offer`,
    councilId: council?.id ?? '',
  };
}
const travellerOf = async ({ id }: StagedApplication) =>
  (await stage.query<{ id: string }>('SELECT id FROM travellers WHERE application_id = $1', [id]))[0];
const invoicedTo = async (travellerId: string) =>
  stage.query<{ contact: string; name: string; organisationId: string | null }>(
    `SELECT payload #>> '{contact,email}' AS contact, payload #>> '{billTo,name}' AS name,
       payload ->> 'organisationId' AS "organisationId" FROM outbox
     WHERE type = 'study-visits.visit-invoice-requested.v1' AND payload #>> '{traveller,id}' = $1`,
    [travellerId],
  );

describe('whoever accepts a place', () => {
  it('says who pays with it, and has the invoices asked for at once', async () => {
    const { application, path } = await offered();
    const before = await own.textAt(path);
    expect(before).toContain('Who pays?');
    const wrong = await own.send(path, { answer: 'accept', ...payer, who: 'traveller' });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('Enter the address for the invoice.');
    expect(await travellerOf(application)).toBeUndefined();
    // Pressed twice: one place, one deposit, one balance.
    for (let press = 0; press < 2; press += 1)
      expect((await own.send(path, { answer: 'accept', ...payer })).status).toBe(303);
    const traveller = await travellerOf(application);
    const asked = await invoicedTo(traveller?.id ?? '');
    expect(asked.map(({ name }) => name)).toEqual(['Accounts payable', 'Accounts payable']);
    expect(await own.charges({ id: traveller?.id ?? '' })).toHaveLength(2);
  });

  it('can say so later, and is asked nothing where the place costs nothing or is declined', async () => {
    const later = await offered();
    expect((await own.send(later.path, { answer: 'accept', ...payer, who: 'later' })).status).toBe(303);
    const traveller = await travellerOf(later.application);
    expect(await own.charges({ id: traveller?.id ?? '' })).toEqual([]);
    const free = await offered({ funded: true });
    expect(await own.textAt(free.path)).not.toContain('Who pays?');
    expect((await own.send(free.path, { answer: 'accept' })).status).toBe(303);
    expect(await own.charges({ id: (await travellerOf(free.application))?.id ?? '' })).toEqual([]);
    const declined = await offered();
    expect((await own.send(declined.path, { answer: 'decline', who: 'traveller' })).status).toBe(303);
    expect(await travellerOf(declined.application)).toBeUndefined();
  });

  it('and whoever books for the organisation finds what its last invoice said, and is sent the new one', async () => {
    const { application, councilId } = await offered();
    await stagePerson(stage, contactIs.id, {
      organisation: { id: councilId, name: 'Borchester Council' },
      isContact: true,
    });
    await own.invoiced();
    const headers = await stage.headers({ ...contactIs, roles: [...contactIs.roles] });
    const path = `/visits/mine/applications/${application.id}/offer`;
    const page = await (await fetch(stage.url + path, { headers })).text();
    expect(page).toContain('value="Accounts payable"');
    // By the link, which anybody may have who named the organisation, it says nothing.
    const byLink = await (await fetch(`${stage.url}/visits/applications/${application.secret}/offer`)).text();
    expect(byLink).not.toContain('Accounts payable');
    expect((await own.send(path, { answer: 'accept', ...payer }, headers)).status).toBe(303);
    const asked = await invoicedTo((await travellerOf(application))?.id ?? '');
    expect(asked[0]).toEqual({
      contact: 'council-contact@example.org',
      name: 'Accounts payable',
      organisationId: councilId,
    });
  });

  it('does the same by program, with or without', async () => {
    const one = await offered();
    const answer = (application: StagedApplication, body: object) =>
      stage.api<{ errors?: readonly { field: string }[]; status?: string }>(
        'POST',
        `/application-links/${application.secret}/offer`,
        {},
        body,
      );
    const bad = await answer(one.application, { answer: 'accept', payer: { who: 'traveller' } });
    expect([bad.status, bad.body.errors?.[0]?.field]).toEqual([422, 'address']);
    const good = await answer(one.application, { answer: 'accept', payer: { who: 'organisation' } });
    expect([good.status, good.body.status]).toEqual([200, 'accepted']);
    expect(await own.charges({ id: (await travellerOf(one.application))?.id ?? '' })).toHaveLength(2);
    const two = await offered({}, { organisationId: null });
    expect((await answer(two.application, { answer: 'accept' })).status).toBe(200);
    const money = await stage.api<{ totals: { payersMissing: number } }>(
      'GET',
      `/visits/${two.visit.id}/money`,
      await stage.headers({ ...staffPerson, via: 'api' }),
    );
    expect(money.body.totals.payersMissing).toBe(1);
  });

  it('finds a page without faults, and accepts on a phone without scripts', async () => {
    const { application, path } = await offered({}, { organisationId: null });
    const context = await browser.newContext({ javaScriptEnabled: true });
    const page = await context.newPage();
    await page.goto(stage.url + path);
    await shoot(page, 'accepting own');
    expect(await faultsOf(page)).toEqual([]);
    await context.close();
    const plain = await browser.newContext({
      javaScriptEnabled: false,
      viewport: { width: 320, height: 640 },
    });
    const phone = await plain.newPage();
    await phone.goto(stage.url + path);
    await phone.getByLabel('Yes, accept it').check();
    await phone.getByRole('button', { name: 'Send the answer' }).click();
    expect(await phone.getByRole('alert').textContent()).toContain('Enter the address for the invoice.');
    expect(await phone.getByLabel('Yes, accept it').isChecked()).toBe(true);
    await phone
      .getByLabel('Address (optional where')
      .or(phone.getByLabel('Address', { exact: true }))
      .fill('1 Low Street');
    await phone.getByRole('button', { name: 'Send the answer' }).click();
    await phone.getByText('The place is yours.').waitFor();
    expect(await own.charges({ id: (await travellerOf(application))?.id ?? '' })).toHaveLength(2);
    await plain.close();
  });
});
