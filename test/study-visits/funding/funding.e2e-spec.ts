import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '../../until.js';
import { ownPath, payer, startInvoicing, type Invoicing } from '../invoicing/invoicing-stage.js';
import { stageOffer, stageTold, type StagedApplication } from '../selection/selection-stage.js';
import { staffPerson, type StagedVisit, type VisitsStage } from '../stage.js';
import { whileVisitLocked } from '../visit-locked.js';
import { withoutVisitLock } from '../visit-lock-off.js';

interface Body {
  readonly code?: string;
  readonly places?: number;
  readonly given?: number;
  readonly items?: readonly { readonly state: string; readonly name: string; readonly funded: boolean }[];
}

let own: Invoicing;
let stage: VisitsStage;
let staff: Record<string, string>;
let api: Record<string, string>;

beforeAll(async () => {
  own = await startInvoicing();
  ({ stage, staff } = own);
  api = await stage.headers({ ...staffPerson, via: 'api' });
});
afterAll(() => own?.stop());

const fundOffer = (visit: StagedVisit, { id }: { readonly id: string }, funded = true) =>
  stage.api<Body>('PUT', `/visits/${visit.id}/applications/${id}/funded`, api, { funded });
const fundTraveller = (visit: StagedVisit, { id }: { readonly id: string }, funded = true) =>
  stage.api<Body>('PUT', `/visits/${visit.id}/travellers/${id}/funded`, api, { funded });
const mailsTo = (name: string) =>
  stage.query<{ subject: string; text: string }>(
    `SELECT payload ->> 'subject' AS subject, payload ->> 'text' AS text FROM outbox
     WHERE type = 'study-visits.mail-requested.v1' AND payload ->> 'text' LIKE '%' || $1 || '%' ORDER BY id`,
    [name],
  );

/** So many who are offered a place, of a visit with so many funded ones. */
async function offered(many: number, fundedPlaces: number) {
  const { visit, applications } = await stageTold(stage, {
    columns: { funded_places: fundedPlaces },
    applications: Array.from({ length: many }, () => ({})),
  });
  for (const each of applications) await stageOffer(stage, visit, each);
  return { visit, applications };
}

describe('funded places', () => {
  it('are given before anybody is told, and the offer says so', async () => {
    const { visit, applications } = await stageTold(stage, {
      columns: { funded_places: 1 },
      applications: [
        { name: 'Funded Applicant' },
        { name: 'Paying Applicant' },
        { name: 'Waiting Applicant' },
      ],
    });
    const [one, two, three] = applications as [StagedApplication, StagedApplication, StagedApplication];
    await stage.query('UPDATE selections SET told_at = NULL WHERE visit_id = $1', [visit.id]);
    for (const { id } of [one, two])
      await stage.query(
        `UPDATE selection_outcomes SET outcome = 'place', counts_as = 'general', position = NULL,
           reason = '{"code":"general-place"}' WHERE application_id = $1`,
        [id],
      );
    expect(await fundOffer(visit, three)).toMatchObject({ status: 409, body: { code: 'no-place' } });
    expect(await fundOffer(visit, one)).toMatchObject({ status: 200, body: { places: 1, given: 1 } });
    expect(await fundOffer(visit, two)).toMatchObject({
      status: 409,
      body: { code: 'no-funded-place-left' },
    });
    // Nobody has been told of anything yet.
    expect(await mailsTo('Funded Applicant')).toEqual([]);
    const told = await stage.api('POST', `/visits/${visit.id}/selection/tell`, { ...api, 'if-match': '"3"' });
    expect(told.status).toBe(200);
    const [free] = await mailsTo('Funded Applicant');
    expect(free?.text).toContain('The place is funded: it costs you nothing.');
    const [paying] = await mailsTo('Paying Applicant');
    expect(paying?.text).toContain('The place costs £950, of which £150 is due when you accept.');
    const answer = await stage.api(
      'POST',
      `/application-links/${one.secret}/offer`,
      {},
      { answer: 'accept' },
    );
    expect(answer).toMatchObject({ status: 200, body: { funded: true } });
    const [traveller] = await stage.query<{ id: string; funded: boolean }>(
      'SELECT id, funded FROM travellers WHERE application_id = $1',
      [one.id],
    );
    expect(traveller?.funded).toBe(true);
    // The address that staff had open before leads to the same place.
    expect((await fundOffer(visit, one, false)).body.given).toBe(0);
    expect(await fundOffer(visit, two)).toMatchObject({ status: 200, body: { given: 1 } });
    expect((await mailsTo('Paying Applicant')).at(-1)?.subject).toContain('Your place is funded');
  });

  it('are never more than there are, however many are given at once', async () => {
    const { visit, applications } = await offered(12, 2);
    const answers = await whileVisitLocked(stage, visit.id, 5, () =>
      Promise.all(applications.map((each) => fundOffer(visit, each))),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(2);
    for (const { status, body } of answers.filter((each) => each.status !== 200))
      expect([status, body.code]).toEqual([409, 'no-funded-place-left']);
    expect((await stage.api<Body>('GET', `/visits/${visit.id}/funded-places`, api)).body.given).toBe(2);
  });

  it('would be more without the lock', async () => {
    const { visit, applications } = await offered(6, 1);
    const answers = await withoutVisitLock(stage, 'visit_history', () =>
      Promise.all(applications.map((each) => fundOffer(visit, each))),
    );
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(1);
  });

  it('become free when an offer lapses, is declined, or somebody withdraws; and stay with whoever comes in their place', async () => {
    const { visit, applications } = await offered(2, 1);
    const [one, two] = applications as [StagedApplication, StagedApplication];
    await fundOffer(visit, one);
    await stage.api('POST', `/application-links/${one.secret}/offer`, {}, { answer: 'decline' });
    expect(await fundOffer(visit, two)).toMatchObject({ status: 200, body: { given: 1 } });
    await stage.api('POST', `/application-links/${two.secret}/offer`, {}, { answer: 'accept' });
    const [first] = await stage.query<{ id: string }>('SELECT id FROM travellers WHERE application_id = $1', [
      two.id,
    ]);
    await stage.query(`UPDATE travellers SET organisation_name = 'Example Council' WHERE id = $1`, [
      first?.id,
    ]);
    const substitute = await stage.api<{ id: string; funded: boolean }>(
      'POST',
      `/visits/${visit.id}/travellers/${first?.id ?? ''}/replace`,
      api,
      { name: 'Sasha Substitute', email: 'sasha@example.org' },
    );
    expect(substitute.body.funded).toBe(true);
    const other = await stage.traveller(visit);
    expect((await fundTraveller(visit, other)).body.code).toBe('no-funded-place-left');
    await stage.api('POST', `/visits/${visit.id}/travellers/${substitute.body.id}/withdraw`, api, {});
    expect((await fundTraveller(visit, other)).status).toBe(200);
  });

  it('are for delegates of a visit that is to come, and for staff to give', async () => {
    const visit = await stage.visit({ columns: { funded_places: 5 } });
    const leader = await stage.traveller(visit, { part: 'leader' });
    const gone = await stage.traveller(visit, { status: 'withdrawn' });
    for (const each of [leader, gone])
      expect(await fundTraveller(visit, each)).toMatchObject({ status: 409, body: { code: 'no-place' } });
    const elsewhere = await stage.traveller(await stage.visit());
    expect((await fundTraveller(visit, elsewhere)).status).toBe(404);
    expect((await fundTraveller(visit, { id: 'nobody' })).status).toBe(404);
    const over = await stage.visit({ status: 'over', columns: { funded_places: 5 } });
    expect((await fundTraveller(over, await stage.traveller(over))).body.code).toBe('visit-ended');
    const traveller = await stage.traveller(visit);
    const person = await stage.headers({ id: 'somebody', roles: ['person', 'booking-contact'], via: 'api' });
    const path = `/visits/${visit.id}/travellers/${traveller.id}/funded`;
    for (const headers of [person, {}])
      expect((await stage.api('PUT', path, headers, { funded: true })).status).toBe(403);
    expect((await stage.api('PUT', path, api, { funded: 'yes' })).status).toBe(422);
    const page = await own.send(
      `${visit.manage}/funding/travellers/${traveller.id}`,
      {
        funded: 'yes',
        why: 'x'.repeat(1001),
      },
      staff,
    );
    expect(page.status).toBe(422);
    // The button pressed twice gives it once, and does not take it back.
    for (const why of ['Once.', 'Twice.'])
      expect(
        (await own.send(`${visit.manage}/funding/travellers/${traveller.id}`, { funded: 'yes', why }, staff))
          .status,
      ).toBe(303);
    expect(await stage.query('SELECT reason FROM visit_history WHERE visit_id = $1', [visit.id])).toEqual([
      { reason: 'Once.' },
    ]);
  });
});

describe('the money of a place', () => {
  it('is credited in full once it is funded, and invoiced as before once it is not', async () => {
    const { visit, traveller } = await own.invoiced({ name: 'Money Example' });
    await stage.query('UPDATE visits SET funded_places = 1 WHERE id = $1', [visit.id]);
    const before = await own.charges(traveller);
    await own.pay(15_000, before[0]?.id ?? '');
    await until(async () => (await own.charges(traveller))[0]?.invoice?.state === 'paid');
    for (const headers of [api, api]) {
      const answer = await stage.api(
        'PUT',
        `/visits/${visit.id}/travellers/${traveller.id}/funded`,
        headers,
        {
          funded: true,
        },
      );
      expect(answer.status).toBe(200);
    }
    await own.heard(traveller, 'credited');
    expect((await mailsTo('Money Example')).map(({ subject }) => subject)).toEqual([
      'Your place is funded: Mondragon',
    ]);
    expect(await own.textAt(ownPath(traveller))).toContain(
      'There is nothing to pay for your place. Funded place',
    );
    // Said once more who pays: there is nothing to pay.
    await own.send(ownPath(traveller), payer);
    expect(await own.charges(traveller)).toHaveLength(2);
    expect((await fundTraveller(visit, traveller, false)).status).toBe(200);
    await until(async () => {
      const rows = await own.charges(traveller);
      return rows.filter(({ invoice }) => invoice?.state === 'issued').length === 2;
    });
    const rows = await own.charges(traveller);
    expect(rows.map(({ kind, netPence }) => `${kind} ${netPence}`)).toEqual([
      'deposit 15000',
      'deposit 15000',
      'balance 80000',
      'balance 80000',
    ]);
    expect(await stage.api('GET', `/visits/${visit.id}/money`, api)).toMatchObject({
      body: { totals: { chargedPence: 95_000, outstandingPence: 95_000, payersMissing: 0 } },
    });
    // Made out as the one before.
    const open = rows.find(({ invoice }) => invoice?.state === 'issued');
    const [document] = await own.money.dataSource.query<{ content: unknown }[]>(
      'SELECT content FROM documents WHERE visit_charge_id = $1',
      [open?.id],
    );
    expect(JSON.stringify(document?.content)).toContain('Accounts payable');
    // Whoever withdraws then has credited what counts, not what was credited before.
    await stage.api('POST', `/visits/${visit.id}/travellers/${traveller.id}/withdraw`, api, {});
    const [sum] = await stage.query<{ asked: number }>(
      'SELECT sum(credit_asked_pence)::int AS asked FROM traveller_charges WHERE traveller_id = $1',
      [traveller.id],
    );
    expect(sum?.asked).toBe(95_000);
  });

  it('is asked for where nobody had said who pays', async () => {
    const { visit, traveller } = await own.travelling({ name: 'Asked Example' });
    await stage.query('UPDATE visits SET funded_places = 1 WHERE id = $1', [visit.id]);
    await fundTraveller(visit, traveller);
    await fundTraveller(visit, traveller, false);
    expect((await mailsTo('Asked Example')).map(({ text }) => text.includes('who pays'))).toEqual([
      false,
      true,
    ]);
    expect(await own.textAt(ownPath(traveller))).toContain('Who pays for your place?');
  });
});
