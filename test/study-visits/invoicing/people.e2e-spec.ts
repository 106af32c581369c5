import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { person, startTelling, type Telling } from '../../events-calendar/read-model/telling.js';
import { heldOn, tracesOf } from '../../members/traces.js';
import { insert, startVisits, type VisitsStage } from '../stage.js';

describe('what is kept of who pays for travellers', () => {
  let stage: VisitsStage;
  let telling: Telling;

  beforeAll(async () => {
    stage = await startVisits({ apps: ['study-visits', 'members'] });
    telling = await startTelling(stage.system, 'study-visits');
  });
  afterAll(async () => {
    await telling?.stop();
    await stage?.stop();
  });

  const charge = (visitId: string, travellerId: string, organisationId: string | null, billTo: object) =>
    insert(stage.query, 'traveller_charges', {
      id: randomUUID(),
      visit_id: visitId,
      traveller_id: travellerId,
      kind: 'price',
      net_pence: 95_000,
      due_on: '2035-02-01',
      organisation_id: organisationId,
      asked_at: '2026-04-01T00:00:00Z',
      payer: JSON.stringify({ billTo, purchaseOrder: '4500' }),
    });

  /** Somebody who pays their place themselves, and to whom their organisation has another’s invoice sent. */
  async function traced(name: string, email: string, street: string) {
    const who = person({ name, email, affiliations: [] });
    await telling.tell('members.person-changed.v1', 1, who);
    const visit = await stage.visit();
    const own = await stage.traveller(visit, { name, email, personId: who.id });
    await charge(visit.id, own.id, null, { name, address: street, email });
    const colleague = await stage.traveller(visit, { name: 'Dee Colleague', email: `of-${email}` });
    await charge(visit.id, colleague.id, 'council', {
      name: `Council, for ${name}`,
      address: 'Town Hall',
      email,
    });
    return { who, own, colleague };
  }

  it('is shown to them, and goes with them; that something is to be paid stays', async () => {
    const ann = await traced('Ann Payer', 'ann.payer@example.org', '1 Traced Street');
    await traced('Cy Bystander', 'cy.bystander@example.org', '2 Other Street');
    const headers = { authorization: `Bearer ${stage.system.secrets.internal}` };
    await expect(heldOn(stage.url, ann.who.id, headers)).resolves.toMatchObject({ travelCharges: 1 });
    const others = ['Cy Bystander', '2 Other Street'];
    const before = await tracesOf(telling.query, 'study_visits', others);
    await telling.tell('members.person-erased.v1', 2, { id: ann.who.id, erasureId: randomUUID() });
    const left = await tracesOf(telling.query, 'study_visits', [ann.who.id, 'Ann Payer', '1 Traced Street']);
    expect(left.filter((row) => !/^(?:outbox|inbox|idempotency_keys): /.test(row))).toEqual([]);
    const rows = await stage.query<{ pence: number; payer: unknown }>(
      'SELECT net_pence AS pence, payer FROM traveller_charges WHERE traveller_id = ANY($1) ORDER BY payer IS NULL',
      [[ann.own.id, ann.colleague.id]],
    );
    expect(rows).toEqual([
      {
        pence: 95_000,
        payer: {
          billTo: { name: 'Council, for An erased person', address: 'Town Hall', email: null },
          purchaseOrder: '4500',
        },
      },
      { pence: 95_000, payer: null },
    ]);
    expect(await tracesOf(telling.query, 'study_visits', others)).toEqual(before);
  });
});
