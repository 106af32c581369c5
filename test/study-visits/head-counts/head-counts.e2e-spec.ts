import { randomUUID } from 'node:crypto';
import { staffPerson } from '../stage.js';
import type { ItemJson } from '../itinerary/itinerary-stage.js';
import { secrets, told } from '../readiness/told.js';
import {
  mark,
  startCounts,
  type CountJson,
  type CountsJson,
  type CountsStage,
  type Party,
  type TakenJson,
} from './counts-stage.js';

let stage: CountsStage;
beforeAll(async () => {
  stage = await startCounts();
});
afterAll(() => stage?.stop());

const pathOf = ({ visit, leg }: Pick<Party, 'visit' | 'leg'>) => `/visits/${visit.id}/head-counts/${leg.id}`;

const read = async (party: Party) => (await stage.ask<CountJson>('GET', pathOf(party))).body;

const send = async (party: Party, ...marks: readonly object[]) =>
  stage.ask<TakenJson>('POST', `${pathOf(party)}/marks`, { marks });

const stateOf = (count: CountJson, { id }: { readonly id: string }) =>
  count.people.find(({ travellerId }) => travellerId === id)?.state;

/** Marks everybody of a party as here but those who are given. */
async function allHere(party: Party, except: readonly { readonly id: string }[] = []) {
  const away = new Set(except.map(({ id }) => id));
  const everybody = [...party.delegates, party.leader, party.other].filter(({ id }) => !away.has(id));
  return (await send(party, ...everybody.map((each) => mark(each, 'here')))).body.count;
}

describe('marking', () => {
  it('is of everybody on the leg, by name, and takes each mark once however often it is sent', async () => {
    const party = await stage.party();
    const before = await read(party);
    expect(before.people.map(({ name, state }) => [name, state])).toEqual(
      ['Ann', 'Bo', 'Cy']
        .map((name) => [`${name} Example`, 'open'])
        .concat([
          ['Lee Leader', 'open'],
          ['Max Leader', 'open'],
        ]),
    );
    expect(before).toMatchObject({ version: 1, closedAt: null, isAccounted: false });
    const [ann, bo = ann] = party.delegates;
    const marks = [mark(ann, 'here'), mark(bo, 'elsewhere')];
    const first = await send(party, ...marks);
    expect([first.status, first.body.refused]).toEqual([200, []]);
    const again = await send(party, ...marks.toReversed(), ...marks);
    expect(again.body).toEqual(first.body);
    expect(again.body.count).toMatchObject({ version: 2, numbers: { here: 1, elsewhere: 1, open: 3 } });
    const [row] = await stage.query('SELECT count(*)::int AS n FROM head_count_marks WHERE count_id = $1', [
      party.leg.id,
    ]);
    expect(row).toEqual({ n: 2 });
  });

  it('takes what is good and says of each other why it is not, for good', async () => {
    const party = await stage.party();
    const other = await stage.party(['Dee Elsewhere']);
    const [ann, bo = ann] = party.delegates;
    const good = mark(ann, 'here');
    const taken = await send(
      party,
      good,
      { ...mark(bo, 'elsewhere'), leave: { allowedBy: ' ', place: '', until: null } },
      mark(other.delegates[0], 'here'),
    );
    expect(taken.body.refused.map(({ code, field }) => [code, field])).toEqual([
      ['missing', 'allowedBy'],
      ['missing', 'place'],
      ['no-such-traveller', ''],
    ]);
    expect(taken.body.count.numbers).toMatchObject({ here: 1, open: 4 });
    const used = await send(party, { ...good, kind: 'missing' });
    expect(used.body.refused).toMatchObject([{ id: good.id, code: 'mark-id-used' }]);
    const elsewhere = await send(other, { ...good, travellerId: other.delegates[0].id });
    expect(elsewhere.body.refused).toMatchObject([{ code: 'mark-id-used' }]);
    expect(stateOf(await read(party), ann)).toBe('here');
  });

  it('shows where two differ, which only a mark over both settles', async () => {
    const party = await stage.party();
    const [ann] = party.delegates;
    const [here, missing] = [mark(ann, 'here'), mark(ann, 'missing')];
    await stage.own('POST', party.leader, `/${party.leg.id}/marks`, { marks: [here] });
    const answer = await stage.own<TakenJson>('POST', party.other, `/${party.leg.id}/marks`, {
      marks: [missing],
    });
    expect(stateOf(answer.body.count, ann)).toBe('contradiction');
    expect(answer.body.count.marks.map(({ by, kind }) => `${by}: ${kind}`).toSorted()).toEqual([
      'Lee Leader: here',
      'Max Leader: missing',
    ]);
    const half = await send(party, mark(ann, 'here', [here.id]));
    expect(stateOf(half.body.count, ann)).toBe('contradiction');
    const all = half.body.count.marks.map(({ id }) => id);
    const settled = await send(party, mark(ann, 'here', all));
    expect(stateOf(settled.body.count, ann)).toBe('here');
    expect(settled.body.count.marks).toHaveLength(4);
  });

  it('by a form is done once where a button is pressed twice, and not taken for another button', async () => {
    const party = await stage.party();
    const [ann] = party.delegates;
    const path = `/visits/travellers/${party.leader.secret}/head-counts/${party.leg.id}`;
    const once = /name="once" value="([^"]+)"/.exec(await stagePage(path, {}))?.[1] ?? '';
    const press = (kind: string) =>
      fetch(`${stage.url}${path}/marks`, {
        method: 'POST',
        headers: { 'sec-fetch-site': 'same-origin' },
        body: new URLSearchParams({ travellerId: ann.id, over: '', once, kind }),
        redirect: 'manual',
      });
    const answers = await Promise.all([press('here'), press('here'), press('here')]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect((await read(party)).marks).toHaveLength(1);
    await press('missing');
    expect(stateOf(await read(party), ann)).toBe('contradiction');
    const wrong = await press('asleep');
    expect(wrong.status).toBe(422);
  });

  it('by ten phones at once loses nothing', async () => {
    const party = await stage.party();
    const people = [...party.delegates, party.leader, party.other];
    const batches = Array.from({ length: 10 }, () => people.map((each) => mark(each, 'here')));
    const answers = await Promise.all(batches.map((marks) => send(party, ...marks)));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200));
    const count = await read(party);
    expect(count.marks).toHaveLength(50);
    expect(count).toMatchObject({ version: 11, isAccounted: true });
  });
});

describe('closing', () => {
  const close = (party: Party, version: number, body: object = {}) =>
    stage.ask<CountJson & { readonly code?: string; readonly errors?: readonly object[] }>(
      'POST',
      `${pathOf(party)}/close`,
      body,
      { 'if-match': `"${version}"` },
    );

  it('waits until every name is accounted for, and for what is decided about the missing', async () => {
    const party = await stage.party();
    const [ann] = party.delegates;
    const some = await allHere(party, [ann]);
    const refused = await close(party, some.version);
    expect([refused.status, refused.body.errors]).toMatchObject([422, [{ code: 'not-accounted' }]]);
    const { count } = (await send(party, mark(ann, 'missing'))).body;
    const undecided = await close(party, count.version);
    expect([undecided.status, undecided.body.errors]).toMatchObject([422, [{ field: 'decision' }]]);
    const stale = await close(party, some.version, { decision: 'Lee stays.' });
    expect([stale.status, stale.body.code]).toEqual([412, 'edited-meanwhile']);
    const closed = await close(party, count.version, { decision: 'Lee stays.' });
    expect(closed.body).toMatchObject({
      closedAt: expect.any(String),
      closings: [{ by: staffPerson.name, here: 4, missing: 1, decision: 'Lee stays.', reopenedAt: null }],
    });
    // A second press.
    const twice = await close(party, count.version, { decision: 'Lee stays.' });
    expect([twice.status, twice.body.closings.length]).toEqual([200, 1]);
  });

  it('of two at once is done once', async () => {
    const party = await stage.party();
    const { version } = await allHere(party);
    const path = `/${party.leg.id}/close`;
    const headers = { 'if-match': `"${version}"` };
    const answers = await Promise.all([
      close(party, version),
      stage.own<CountJson>('POST', party.leader, path, {}, headers),
      stage.own<CountJson>('POST', party.other, path, {}, headers),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await read(party)).closings).toHaveLength(1);
  });

  it('keeps what came late, which says so, and opens again for a reason', async () => {
    const party = await stage.party();
    const [ann] = party.delegates;
    await close(party, (await allHere(party)).version);
    const late = (await send(party, mark(ann, 'missing'))).body.count;
    expect(late.closedAt).not.toBeNull();
    expect(stateOf(late, ann)).toBe('contradiction');
    const page = await stagePage(`${party.visit.manage}/head-counts/${party.leg.id}`);
    expect(page).toContain('Marks came in afterwards that say something else.');
    const reopen = (why: string, version: number) =>
      stage.ask<CountJson>('POST', `${pathOf(party)}/reopen`, { why }, { 'if-match': `"${version}"` });
    expect((await reopen(' ', late.version)).status).toBe(422);
    const open = await reopen('Ann was not there after all.', late.version);
    expect(open.body).toMatchObject({
      closedAt: null,
      closings: [{ reopenedBy: staffPerson.name, reopenedWhy: 'Ann was not there after all.' }],
    });
    expect((await reopen('Again', open.body.version)).body).toEqual(open.body);
  });

  it('is of nobody where nobody is on the list, and of no leg that was cancelled', async () => {
    const visit = await stage.visit();
    const leg = await stage.leg(visit);
    const empty = { visit, leg } as Party;
    expect((await close(empty, 1)).status).toBe(422);
    await stage.ask('POST', `/visits/${visit.id}/legs/${leg.id}/cancel`, { reason: 'Strike' });
    expect((await stage.ask('GET', pathOf(empty))).status).toBe(404);
  });
});

const stagePage = async (path: string, headers?: Readonly<Record<string, string>>) =>
  (await fetch(`${stage.url}${path}`, { headers: headers ?? (await stage.headers(staffPerson)) })).text();

describe('where heads are counted', () => {
  it('is each leg, and the items that staff choose, until somebody was marked', async () => {
    const party = await stage.party();
    const { body: item } = await stage.ask<ItemJson>('POST', `/visits/${party.visit.id}/itinerary/items`, {
      kind: 'meal',
      title: 'Lunch',
      day: '2035-03-12',
      from: '12:30',
      until: '14:00',
    });
    const path = `/visits/${party.visit.id}/head-counts`;
    const titles = async () =>
      (await stage.ask<CountsJson>('GET', path)).body.items.map(({ title }) => title);
    expect(await titles()).toEqual(['Coach to the hotel']);
    expect((await stage.ask('GET', `${path}/${item.id}`)).status).toBe(404);
    expect((await stage.ask('PUT', `${path}/${item.id}`)).status).toBe(200);
    expect((await stage.ask('PUT', `${path}/${item.id}`)).status).toBe(200);
    expect(await titles()).toEqual(['Coach to the hotel', 'Lunch']);
    expect((await stage.ask('DELETE', `${path}/${item.id}`)).status).toBe(204);
    await stage.ask('PUT', `${path}/${item.id}`);
    await stage.ask('POST', `${path}/${item.id}/marks`, { marks: [mark(party.delegates[0], 'here')] });
    const kept = await stage.ask<{ code: string }>('DELETE', `${path}/${item.id}`);
    expect([kept.status, kept.body.code]).toEqual([409, 'count-begun']);
    expect((await stage.ask('PUT', `${path}/${randomUUID()}`)).status).toBe(404);
  });

  it('is for those who lead the visit, by their own link, and for no other traveller', async () => {
    const party = await stage.party();
    const own = (who: { readonly secret: string }) => stage.own<CountsJson>('GET', who, '');
    expect((await own(party.leader)).body.items).toHaveLength(1);
    expect((await own(party.delegates[0])).status).toBe(404);
    const foreign = await stage.party();
    expect((await stage.own('GET', foreign.leader, `/${party.leg.id}`)).status).toBe(404);
    expect(await stagePage(`/visits/travellers/${party.leader.secret}`, {})).toContain('Head counts');
    expect(await stagePage(`/visits/travellers/${party.delegates[0].secret}`, {})).not.toContain(
      'Head counts',
    );
    await stage.query(`UPDATE travellers SET status = 'withdrawn', withdrawn_at = now() WHERE id = $1`, [
      party.leader.id,
    ]);
    expect((await own(party.leader)).status).toBe(404);
    expect((await fetch(`${stage.url}/visits/travellers/${party.leader.secret}/head-counts`)).status).toBe(
      404,
    );
  });

  it('takes nothing for a visit that is called off, or of which all is erased', async () => {
    const party = await stage.party();
    const [ann] = party.delegates;
    const sent = async () => {
      const path = `${pathOf(party)}/marks`;
      const { status, body } = await stage.ask<{ code?: string }>('POST', path, {
        marks: [mark(ann, 'here')],
      });
      return [status, body.code];
    };
    const endedAgo = (days: number) =>
      stage.query(
        `UPDATE visits SET status = 'over', first_day = current_date - 60, last_day = current_date - $2::int
         WHERE id = $1`,
        [party.visit.id, days],
      );
    // What comes from a phone days after everybody is home is taken.
    await endedAgo(28);
    expect(await sent()).toEqual([200, undefined]);
    await endedAgo(30);
    expect(await sent()).toEqual([409, 'visit-long-over']);
    await stage.query(`UPDATE visits SET status = 'cancelled', status_reason = 'No.' WHERE id = $1`, [
      party.visit.id,
    ]);
    expect(await sent()).toEqual([409, 'visit-cancelled']);
  });
});

describe('somebody missing', () => {
  it('has their emergency contact shown to whoever counts, and each look is written down', async () => {
    const party = await stage.party();
    const [ann] = party.delegates;
    const answer = await stage.api<object>(
      'PUT',
      `/traveller-links/${ann.secret}/readiness/emergency-contact`,
      { 'if-match': '"0"' },
      told['emergency-contact'],
    );
    expect(answer.status).toBe(200);
    const path = `/${party.leg.id}/travellers/${ann.id}/contact`;
    const sealed = await stage.own<{ code: string }>('POST', party.leader, path);
    expect([sealed.status, sealed.body.code]).toEqual([409, 'not-missing']);
    await send(party, mark(ann, 'missing'));
    const shown = await stage.own('POST', party.leader, path);
    expect(shown.body).toMatchObject({ contact: { name: secrets.contact, phone: secrets.contactPhone } });
    await stage.ask('POST', `${pathOf(party)}/travellers/${ann.id}/contact`);
    const looks = await stage.query(
      `SELECT person_name AS who, fields, why FROM sensitive_looks WHERE subject_id = $1 AND why LIKE 'Missing%' ORDER BY at`,
      [ann.id],
    );
    const why = 'Missing at “Coach to the hotel”';
    expect(looks).toEqual([
      { who: 'Traveller 1, who leads the visit', fields: ['emergency-contact'], why },
      { who: staffPerson.name, fields: ['emergency-contact'], why },
    ]);
  });

  it('is met by the steps of the visit, which staff write', async () => {
    const party = await stage.party();
    const path = `/visits/${party.visit.id}/missing-steps`;
    const usual = await stage.ask<{ steps: string[]; areUsual: boolean }>('GET', path);
    expect(usual.body.areUsual).toBe(true);
    const put = (steps: readonly string[], version: number) =>
      stage.ask<object>('PUT', path, { steps }, { 'if-match': `"${version}"` });
    expect((await put([], 1)).status).toBe(422);
    expect((await put(['Ring Lee.', 'Ring 112.'], 1)).body).toEqual({
      steps: ['Ring Lee.', 'Ring 112.'],
      areUsual: false,
      version: 2,
    });
    expect((await put(['Mine'], 1)).status).toBe(412);
    const page = await stagePage(
      `/visits/travellers/${party.leader.secret}/head-counts/${party.leg.id}/missing`,
      {},
    );
    expect(page).toContain('Ring Lee.');
  });
});
