import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { person, startTelling, type Telling } from '../../events-calendar/read-model/telling.js';
import { heldOn, tracesOf } from '../../members/traces.js';
import { photo, startExpenses, taxi, type ExpensesStage } from './expenses-stage.js';

describe('what expenses and incidents hold of people', () => {
  let stage: ExpensesStage;
  let telling: Telling;
  beforeAll(async () => {
    stage = await startExpenses({ apps: ['study-visits', 'members'] });
    telling = await startTelling(stage.system, 'study-visits');
  });
  afterAll(async () => {
    await telling?.stop();
    await stage?.stop();
  });

  it('is shown to them, and goes with them; what was spent stays in the accounts', async () => {
    const email = 'ann.traced@example.org';
    const who = person({ name: 'Ann Traced', email, affiliations: [], roles: ['staff'] });
    await telling.tell('members.person-changed.v1', 1, who);
    const visit = await stage.rated();
    const ann = await stage.traveller(visit, { name: 'Ann Traced', email, personId: who.id });
    const said = { ...taxi, what: 'Taxi of Ann Traced', forWhom: 'some', forWords: 'Ann Traced and Bo' };
    const sent = await stage.own(ann, 'POST', '', said);
    const form = new FormData();
    form.append('file', photo('Ann Traced.png'));
    await stage.own(ann, 'PUT', `/${sent.body.id}/receipt`, form, 1);
    await stage.own(ann, 'POST', `/${sent.body.id}/send`, undefined, 2);
    await stage.own(ann, 'POST', '', taxi);
    // She is of the staff as well: states a rate, decides about others, reads incidents.
    await stage.staff('POST', `/visits/${visit.id}/expense-rates`, rate, undefined, who.id);
    const bo = await stage.traveller(visit, { name: 'Bo Bystander' });
    const other = await stage.sent(bo);
    await stage.staff('POST', `/visits/${visit.id}/expenses/${other.id}/agree`, {}, 2, who.id);
    await stage.query(
      `INSERT INTO incident_readers (id, visit_id, person_id, person_name, named_at) VALUES ($1, $2, $3, 'Ann Traced', now())`,
      [randomUUID(), visit.id, who.id],
    );
    const incident = { day: '2025-03-12', who: 'Somebody', what: 'Something' };
    await stage.staff('POST', `/visits/${visit.id}/incidents`, incident, undefined, who.id);
    await expect(
      heldOn(stage.url, who.id, { authorization: `Bearer ${stage.system.secrets.internal}` }),
    ).resolves.toMatchObject({
      expenses: 2,
      expensesDecided: 1,
      expenseRates: 1,
      incidentReader: 1,
      incidentEntries: 1,
    });

    await telling.tell('members.person-erased.v1', 2, { id: who.id, erasureId: randomUUID() });
    const marks = [who.id, 'Ann Traced', email, `Staff ${who.id}`];
    const left = await tracesOf(telling.query, 'study_visits', marks);
    // What was asked of the mailer and of members is pruned by itself, and so are repeats of requests.
    expect(left.filter((row) => !/^(?:outbox|inbox|idempotency_keys): /.test(row))).toEqual([]);
    const rows = await stage.query<object>(
      'SELECT number, state, pence FROM expenses WHERE visit_id = $1 ORDER BY number',
      [visit.id],
    );
    // The one that was never sent is gone.
    expect(rows).toEqual([
      { number: 1, state: 'sent', pence: 2000 },
      { number: 3, state: 'agreed', pence: 2000 },
    ]);
    expect((await stage.query('SELECT FROM expense_receipts')).length).toBe(1);
  });
});

const rate = { currency: 'CHF', fromDay: '2025-03-01', perPound: '1.12', source: 'HMRC, March 2025' };
