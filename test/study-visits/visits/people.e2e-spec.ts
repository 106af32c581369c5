import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { person, startTelling, type Telling } from '../../events-calendar/read-model/telling.js';
import { tracesOf } from '../../members/traces.js';
import { startVisits, type VisitsStage } from '../stage.js';
import { insert } from '../stage-visit.js';

let stage: VisitsStage;
let telling: Telling;

beforeAll(async () => {
  stage = await startVisits({ apps: ['study-visits', 'members'] });
  telling = await startTelling(stage.system, 'study-visits');
});
afterAll(async () => {
  await telling.stop();
  await stage.stop();
});

it('whoever is forgotten stands no longer below what they signed, nor in risks, budgets and documents', async () => {
  const ann = person({ name: 'Ann Traced', email: 'ann.traced@example.org' });
  await telling.tell('members.person-changed.v1', 3, ann);
  const contacts = JSON.stringify([
    { name: 'Ann Traced', role: 'Runs it', phone: '01234', email: 'Ann.Traced@example.org' },
    { name: 'Bo Other', role: '', phone: null, email: 'bo@example.org' },
  ]);
  const { id } = await stage.visit({ columns: { contacts } });
  const risk = {
    hazard: 'Ann Traced gets lost',
    at_risk: 'Ann Traced',
    measures: 'Ask Ann Traced.',
    responsible: 'Ann Traced',
  };
  await insert(stage.query, 'visit_risks', {
    id: randomUUID(),
    visit_id: id,
    ...risk,
    likelihood: 1,
    severity: 1,
    version: 1,
  });
  const signed = { visit_id: id, kind: 'risks', signed_at: new Date(), role: 'Leader' };
  const content = JSON.stringify([{ what: 'Ann Traced gets lost', says: 'Who sees to it: Ann Traced' }]);
  for (const [number, personId, name] of [
    [1, ann.id, 'Ann Traced'],
    [2, randomUUID(), 'Bo Other'],
  ] as const) {
    await insert(stage.query, 'visit_sign_offs', {
      ...signed,
      id: randomUUID(),
      number,
      person_id: personId,
      person_name: name,
      content,
    });
  }
  await insert(stage.query, 'visit_budget_lines', {
    id: randomUUID(),
    visit_id: id,
    category: 'other',
    description: 'Train for Ann Traced',
    planned_pence: 100,
    funded_pence: 100,
    funded_by: 'Ann Traced',
    version: 1,
  });
  await insert(stage.query, 'package_travel_considerations', {
    visit_id: id,
    answers: '{}',
    reasons: 'Ann Traced says so.',
    protection: 'Ann Traced',
    version: 1,
  });
  await insert(stage.query, 'visit_documents', {
    id: randomUUID(),
    visit_id: id,
    name: 'a.csv',
    note: 'From ann.traced@example.org',
    audience: 'staff',
    media_type: 'text/csv',
    size: 1,
    content: Buffer.from('a'),
    uploaded_at: new Date(),
  });

  await telling.tell('members.person-erased.v1', 4, { id: ann.id, erasureId: randomUUID() });

  const traces = [ann.id, 'Ann Traced', 'ann.traced@example.org'];
  await expect(tracesOf(stage.query, 'study_visits', traces)).resolves.toEqual([]);
  const names = await stage.query<{ person_name: string }>(
    'SELECT person_name FROM visit_sign_offs WHERE visit_id = $1 ORDER BY number',
    [id],
  );
  expect(names[1]?.person_name).toBe('Bo Other');
  const [visit] = await stage.query<{ contacts: readonly { name: string }[] }>(
    'SELECT contacts FROM visits WHERE id = $1',
    [id],
  );
  expect(visit?.contacts.map(({ name }) => name)).toEqual(['Bo Other']);
  const [answer] = await stage.query<{ payload: { did: string } }>(
    `SELECT payload FROM outbox WHERE type = 'study-visits.person-erasure-done.v1'`,
  );
  expect(answer?.payload.did).toContain('1 name below a visit’s papers replaced');
});
