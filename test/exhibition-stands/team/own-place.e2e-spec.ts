import { randomUUID } from 'node:crypto';
import { runDue } from '../../run-due.js';
import { publish, setDraft, stageRota } from '../publishing-stage.js';
import { staffPerson, startStands, type StagedMember, type StandsStage } from '../stage.js';
import { insert } from '../stage-exhibition.js';

const passDays = ['2035-09-23', '2035-09-24'] as const;

describe('somebody’s place in a team', () => {
  let stage: StandsStage;
  let api: Record<string, string>;
  let pages: Record<string, string>;
  const visitor: Readonly<Record<string, string>> = { 'sec-fetch-site': 'same-origin' };

  beforeAll(async () => {
    stage = await startStands();
    api = await stage.headers({ ...staffPerson, via: 'api' });
    pages = { ...(await stage.headers(staffPerson)), 'sec-fetch-site': 'same-origin' };
  });
  afterAll(() => stage.stop());

  const read = async (path: string, headers: Readonly<Record<string, string>> = visitor) =>
    (await fetch(`${stage.url}${path}`, { headers })).text();

  const post = (path: string, fields: Readonly<Record<string, string>>, headers = visitor) =>
    fetch(`${stage.url}${path}`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields),
      redirect: 'manual',
    });

  const versionIn = (page: string) => /name="version" value="(\d+)"/.exec(page)?.[1] ?? '';

  /** The words of a page without its markup. */
  const wordsOf = (page: string) => page.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

  it('tells what has become of their passes, and what they are to do', async () => {
    const rota = await stageRota(stage, { passesNeeded: true });
    const { id } = rota.exhibition;
    const [ann] = rota.members;
    const own = async () => wordsOf(await read(`/stands/team/${ann?.secret}`));
    expect(await own()).toContain('We apply for one for each day on which you are on the stand');
    const step = async (act: string, days: readonly string[], reason = '') => {
      const body = { act, memberIds: [ann?.id], days, reason };
      expect((await stage.api('POST', `/exhibitions/${id}/passes/steps`, api, body)).status).toBe(200);
    };
    await step('apply', passDays);
    await step('accept-photo', [passDays[0]]);
    await step('issue', [passDays[0]]);
    await step('refuse', [passDays[1]], 'The photo is <b>dark</b>');
    const page = await own();
    expect(page).toContain('Sunday 23 September Ready to be collected Collect it before your first shift');
    expect(page).toContain('Monday 24 September Refused The host says: The photo is &lt;b>dark&lt;/b>');
  });

  it('tells of a day on which they have a shift and no pass', async () => {
    const rota = await stageRota(stage, { passesNeeded: true });
    await setDraft(stage, rota, [[0, 0]]);
    const secret = rota.members[0]?.secret;
    await stage.query('UPDATE exhibitions SET passes_needed = false WHERE id = $1', [rota.exhibition.id]);
    expect((await publish(stage, rota, api)).status).toBe(201);
    expect(await read(`/stands/team/${secret}`)).not.toContain('Your passes');
    await stage.query('UPDATE exhibitions SET passes_needed = true WHERE id = $1', [rota.exhibition.id]);
    expect(wordsOf(await read(`/stands/team/${secret}`))).toContain('23 September Not applied for yet');
  });

  it('is not written over by two who say at once what somebody can do', async () => {
    const exhibition = await stage.exhibition();
    const ann = await stage.teamMember(exhibition, { name: 'Ann Example' });
    const own = `/stands/team/${ann.secret}/about`;
    const staffs = `${exhibition.manage}/team/${ann.id}/about`;
    const seen = versionIn(await read(own));
    const seenByStaff = versionIn(await read(staffs, pages));
    const first = { version: seen, experience: 'first-time', wishedHours: '6', note: 'I am vegan.' };
    expect((await post(own, first)).status).toBe(303);
    // A second press of the same is harmless.
    expect((await post(own, first)).status).toBe(303);

    const second = {
      version: seenByStaff,
      experience: 'experienced',
      wishedHours: '9',
      note: 'Rang: nights.',
    };
    const refused = await post(staffs, second, pages);
    const page = await refused.text();
    expect(refused.status).toBe(409);
    for (const words of ['This was changed while you were writing', 'I am vegan.', 'Rang: nights.']) {
      expect(page).toContain(words);
    }
    expect(await read(own)).toContain('I am vegan.');
    // With a mistake in it, it still speaks of what was seen.
    const mistaken = await post(staffs, { ...second, wishedHours: 'nine' }, pages);
    expect([mistaken.status, versionIn(await mistaken.text())]).toEqual([422, seenByStaff]);
    expect((await post(staffs, { ...second, version: versionIn(page) }, pages)).status).toBe(303);
    expect(await read(own)).toContain('Rang: nights.');
  });

  describe('when they are to be at the conference as well', () => {
    const shifts: string[] = [];
    let ann: StagedMember;
    let exhibition: { readonly id: string; readonly manage: string };

    beforeAll(async () => {
      exhibition = await stage.exhibition();
      const [personId, conferenceId] = [randomUUID(), randomUUID()];
      await insert(stage.query, 'people', {
        id: personId,
        name: 'Ann Example',
        email: `ann.${personId}@example.org`,
        roles: [],
        version: 1,
      });
      const facts = {
        id: conferenceId,
        title: 'Annual Conference 2035',
        status: 'open',
        when: { zone: 'Europe/London', days: [{ date: '2035-09-23', opens: '09:00', closes: '12:00' }] },
      };
      await insert(stage.query, 'known_conferences', { id: conferenceId, facts, version: 1 });
      await insert(stage.query, 'known_delegates', {
        id: randomUUID(),
        conference_id: conferenceId,
        person_id: personId,
        version: 1,
      });
      ann = await stage.teamMember(exhibition, {
        personId,
        availability: [{ from: '2035-09-23T00:00:00+01:00', until: '2035-09-25T00:00:00+01:00' }],
      });
      for (const hour of ['09', '13']) {
        const from = `2035-09-23T${hour}:00:00+01:00`;
        const id = await stage.shift(exhibition, {
          from,
          until: `2035-09-23T${Number(hour) + 1}:00:00+01:00`,
        });
        shifts.push(id);
      }
    });

    it('says so at the time, and asks nothing of it', async () => {
      const page = wordsOf(await read(`/stands/team/${ann.secret}`));
      expect(page).toContain('You are at Annual Conference 2035 then');
    });

    it('keeps them out of shifts of that time, and tells staff why', async () => {
      const found = await Promise.all(
        shifts.map((id) =>
          stage.api<{ items: { why: object[] }[] }>(
            'GET',
            `/exhibitions/${exhibition.id}/draft/shifts/${id}/candidates`,
            api,
          ),
        ),
      );
      expect(found.map(({ body: { items } }) => items.map(({ why }) => why.length > 0))).toEqual([
        [true],
        [false],
      ]);
    });
  });

  it('is of one exhibition only, whatever the address says', async () => {
    const [one, other] = [await stage.exhibition(), await stage.exhibition()];
    const ann = await stage.teamMember(one);
    for (const part of ['', '/about', '/exceptions', '/details', '/withdraw']) {
      const page = await fetch(`${stage.url}${other.manage}/team/${ann.id}${part}`, { headers: pages });
      expect([part, page.status]).toEqual([part, 404]);
    }
    expect((await post(`${other.manage}/team/${ann.id}/withdraw`, {}, pages)).status).toBe(404);
    // A volunteer's own link is no key to what staff do, nor do staff's ids open their page.
    const withdraw = `${one.manage}/team/${ann.id}/withdraw`;
    expect((await post(withdraw, { secret: ann.secret })).status).toBe(403);
    expect((await fetch(`${stage.url}/stands/team/${ann.id}`)).status).toBe(404);
    const fromElsewhere = { ...pages, 'sec-fetch-site': 'cross-site' };
    expect((await post(withdraw, {}, fromElsewhere)).status).toBe(403);
    expect(await stage.query('SELECT status FROM team_members WHERE id = $1', [ann.id])).toEqual([
      { status: 'answered' },
    ]);
  });

  it('keeps what was typed where it cannot be saved any more, and says why and what to do', async () => {
    const past = await stage.exhibition({ status: 'over' });
    const ann = await stage.teamMember(past);
    for (const [part, typed] of [
      ['about', { version: '1', experience: 'experienced', note: 'I forgot my scarf on the stand' }],
      [
        'exceptions',
        { day: '2035-09-23', from: '14:00', until: '15:00', why: 'I forgot my scarf on the stand' },
      ],
    ] as const) {
      const answer = await post(`/stands/team/${ann.secret}/${part}`, typed);
      const page = await answer.text();
      expect([part, answer.status]).toEqual([part, 409]);
      expect(page).toContain('The exhibition is over, so nothing of its team can be changed.');
      expect(page).toContain('tell whoever looks after the stand');
      expect(page).toContain('I forgot my scarf on the stand');
    }
  });

  it('is thanked for once the exhibition is over, which it is by itself', async () => {
    const past = await stage.exhibition({ days: ['2020-09-20'] });
    const ann = await stage.teamMember(past);
    await runDue(stage.system, 'exhibition-stands', 'end-exhibitions');
    expect(await read(`/stands/team/${ann.secret}`)).toContain('The exhibition is over. Thank you.');
    expect(
      await stage.query(
        `SELECT count(*)::int AS told FROM outbox WHERE type = 'exhibition-stands.exhibition-changed.v1'
           AND payload ->> 'id' = $1 AND payload ->> 'status' = 'over'`,
        [past.id],
      ),
    ).toEqual([{ told: 1 }]);
  });
});
