import { randomUUID } from 'node:crypto';
import { person, startTelling, type Telling } from '../../events-calendar/read-model/telling.js';
import { heldOn, tracesOf } from '../../members/traces.js';
import { runDue } from '../../run-due.js';
import { mark, startCounts, type CountJson, type CountsStage, type Party } from './counts-stage.js';

describe('what head counts hold of people', () => {
  let stage: CountsStage;
  let telling: Telling;

  beforeAll(async () => {
    stage = await startCounts({ apps: ['study-visits', 'members'] });
    telling = await startTelling(stage.system, 'study-visits');
  });
  afterAll(async () => {
    await telling?.stop();
    await stage?.stop();
  });

  const held = (id: string) =>
    heldOn(stage.url, id, { authorization: `Bearer ${stage.system.secrets.internal}` });

  /** Counts everybody, one of them elsewhere with somebody's leave, and closes the count. */
  async function count(party: Party, leave: object) {
    const people = [...party.delegates, party.leader, party.other];
    const marks = people.map((each, index) =>
      index === 0 ? { ...mark(each, 'elsewhere'), leave } : mark(each, index === 1 ? 'missing' : 'here'),
    );
    const path = `/${party.leg.id}`;
    await stage.own('POST', party.leader, `${path}/marks`, { marks });
    const closed = await stage.own<CountJson>(
      'POST',
      party.leader,
      `${path}/close`,
      { decision: `${party.delegates[1]?.name ?? ''} is sought.` },
      { 'if-match': '"2"' },
    );
    expect(closed.body.closedAt).not.toBeNull();
  }

  it('is shown to them, and goes with them; how many were counted stays', async () => {
    const [name, email] = ['Ann Traced', 'ann.traced@example.org'];
    const who = person({ name, email, affiliations: [] });
    await telling.tell('members.person-changed.v1', 1, who);
    const party = await stage.party(['Dee Example', name], [name, 'Max Leader']);
    await stage.query('UPDATE travellers SET person_id = $2 WHERE visit_id = $1 AND name = $3', [
      party.visit.id,
      who.id,
      name,
    ]);
    await count(party, { allowedBy: name, place: `The house of ${name}`, until: null });
    const bystander = await stage.party(
      ['Cy Bystander', 'Eve Bystander'],
      ['Lee Bystander', 'Max Bystander'],
    );
    await count(bystander, { allowedBy: 'Cy Bystander', place: 'At the bank', until: null });
    const before = await tracesOf(telling.query, 'study_visits', ['Bystander']);
    // Four marks that they made, of which two are of themselves.
    await expect(held(who.id)).resolves.toMatchObject({ headCounts: 4 });
    await telling.tell('members.person-erased.v1', 2, { id: who.id, erasureId: randomUUID() });
    const left = await tracesOf(telling.query, 'study_visits', [who.id, name, email]);
    expect(left.filter((row) => !/^(?:outbox|inbox|idempotency_keys): /.test(row))).toEqual([]);
    expect(Object.values(await held(who.id)).every((rows) => rows === 0)).toBe(true);
    const closings = await stage.query(
      'SELECT here, elsewhere, missing FROM head_count_closings WHERE count_id = $1',
      [party.leg.id],
    );
    expect(closings).toEqual([{ here: 2, elsewhere: 1, missing: 1 }]);
    expect(await tracesOf(telling.query, 'study_visits', ['Bystander'])).toEqual(before);
  });

  it('goes 30 days after the visit; how many were there stays with each closed count', async () => {
    const party = await stage.party(['Fay Example', 'Gus Sought']);
    await count(party, { allowedBy: 'Lee', place: 'A hidden place', until: null });
    await stage.query(
      `UPDATE visits SET status = 'over', first_day = current_date - 40, last_day = current_date - 31 WHERE id = $1`,
      [party.visit.id],
    );
    await runDue(stage.system, 'study-visits', 'erase-visits');
    await expect(
      tracesOf(telling.query, 'study_visits', ['A hidden place', 'Gus Sought is sought']),
    ).resolves.toEqual([]);
    const { body } = await stage.ask<CountJson>(
      'GET',
      `/visits/${party.visit.id}/head-counts/${party.leg.id}`,
    );
    expect(body.marks).toEqual([]);
    expect(body.closings).toMatchObject([{ here: 2, elsewhere: 1, missing: 1, people: [], decision: null }]);
    const [erased] = await stage.query<{ marks: number }>(
      `SELECT (erased->>'head-count-marks')::int AS marks FROM visit_erasures WHERE visit_id = $1`,
      [party.visit.id],
    );
    expect(erased).toEqual({ marks: 4 });
  });
});
