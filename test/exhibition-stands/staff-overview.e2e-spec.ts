import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { assign, helper, inMinutes, stageDay } from './day/day-stage.js';
import { publish, setDraft, stageRota } from './publishing-stage.js';
import { insert } from './stage-exhibition.js';
import {
  staffPerson,
  startStands,
  type StagedExhibition,
  type StagedMember,
  type StandsStage,
} from './stage.js';

/** Of somebody who is in a team twice. */
const personIdOfTwo = randomUUID();

let stage: StandsStage;
let staff: Record<string, string>;

beforeAll(async () => {
  stage = await startStands();
  staff = await stage.headers(staffPerson);
});
afterAll(() => stage?.stop());

/** What a page says, with no more than one space anywhere. */
async function read(path: string): Promise<{ readonly html: string; readonly text: string }> {
  const response = await fetch(`${stage.url}${path}`, { headers: { ...staff, accept: 'text/html' } });
  expect([path, response.status]).toEqual([path, 200]);
  const html = await response.text();
  const text = html
    .replaceAll(/<\/?(?:bdi|a|strong|span)\b[^>]*>/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ');
  return { html, text };
}

/** Says as somebody of the team that they cannot do a shift. */
const drop = async (member: StagedMember, assignment: string) => {
  const path = `/team-links/${member.secret}/shifts/${assignment}/drop-out`;
  expect(await stage.api('POST', path, { 'sec-fetch-site': 'same-origin' }, { reason: 'Ill' })).toMatchObject(
    {
      status: 200,
    },
  );
};

describe('what needs doing about a published rota', () => {
  let exhibition: StagedExhibition;
  const dashboard = '/stands/manage';
  /** The part of the dashboard about that exhibition's rota. */
  const ofRota = ({ text }: { text: string }) =>
    [...text.matchAll(/(?:\d+ places?|one place) that nobody has, in \d+ shifts?/g)].map(([words]) => words);

  it('is not said while there is nothing, nor before a rota is published', async () => {
    const quiet = await stage.exhibition({ days: [Temporal.Now.plainDateISO().add({ days: 2 }).toString()] });
    await stage.shift(quiet, { from: inMinutes(2 * 1440), until: inMinutes(2 * 1440 + 60) });
    expect((await read(dashboard)).html).not.toContain('To do first');
    expect((await read(quiet.manage)).html).not.toContain('To do for the rota');
  });

  it('names each shift with free places, when it is, and where somebody is found', async () => {
    exhibition = await stageDay(stage);
    const one = await stage.shift(exhibition, { from: inMinutes(60), until: inMinutes(120), cover: 1 });
    for (const path of [dashboard, exhibition.manage]) {
      const page = await read(path);
      expect(ofRota(page)).toEqual(['1 place that nobody has, in 1 shift']);
      expect(page.text).toMatch(/day \d+ \w+ \d{4}, [^:]+: 1 place free /);
      expect(page.html).toContain(`href="${exhibition.manage}/today/shifts/${one}"`);
    }
    expect((await read(dashboard)).text).toContain(`in 1 shift at ${exhibition.title}`);
    const later = await stage.shift(exhibition, { from: inMinutes(1500), until: inMinutes(1560), cover: 3 });
    const page = await read(exhibition.manage);
    expect(ofRota(page)).toEqual(['4 places that nobody has, in 2 shifts']);
    expect(page.text).toContain(': 3 places free');
    // What is over, and what is taken, is no gap.
    await stage.shift(exhibition, { from: inMinutes(-120), until: inMinutes(-60) });
    const ada = await helper(stage, exhibition, 'Ada Example');
    await assign(stage, exhibition, one, ada);
    expect(ofRota(await read(exhibition.manage))).toEqual(['3 places that nobody has, in 1 shift']);
    await stage.query('DELETE FROM shifts WHERE id = $1', [later]);
    expect((await read(dashboard)).html).not.toContain('To do first');
    expect((await read(exhibition.manage)).html).not.toContain('To do for the rota');
  });

  it('names who dropped out, until somebody else has their place', async () => {
    exhibition = await stageDay(stage);
    const shift = await stage.shift(exhibition, { from: inMinutes(60), until: inMinutes(120), cover: 2 });
    const [bo, cy] = [
      await helper(stage, exhibition, 'Bo Sample'),
      await helper(stage, exhibition, 'Cy Muster'),
    ];
    const parts = [await assign(stage, exhibition, shift, bo), await assign(stage, exhibition, shift, cy)];
    await drop(bo, parts[0] ?? '');
    for (const path of [dashboard, exhibition.manage]) {
      expect((await read(path)).text).toContain(': 1 place free, as Bo Sample dropped out');
    }
    await drop(cy, parts[1] ?? '');
    expect((await read(dashboard)).text).toMatch(
      /: 2 places free, as (?:Bo Sample and Cy Muster|Cy Muster and Bo Sample) dropped out/,
    );
    for (const name of ['Di Beispiel', 'Ed Esempio']) {
      await assign(stage, exhibition, shift, await helper(stage, exhibition, name));
    }
    expect((await read(dashboard)).text).not.toContain('dropped out');
    expect((await read(exhibition.manage)).html).not.toContain('To do for the rota');
  });

  it('names who is not certain to come within a day, and why', async () => {
    exhibition = await stageDay(stage);
    const shift = await stage.shift(exhibition, { from: inMinutes(60), until: inMinutes(120), cover: 2 });
    for (const name of ['Fay Unheard', 'Gil Unheard']) {
      const member = await stage.teamMember(exhibition, { name, status: 'invited' });
      await assign(stage, exhibition, shift, member);
      const { text } = await read(dashboard);
      expect(text).toContain(
        name === 'Fay Unheard' ? '1 person not certain to come' : '2 people not certain to come',
      );
      expect((await read(exhibition.manage)).text).toMatch(
        new RegExp(`${name}, [^:]+: has never answered us`),
      );
    }
  });

  it('counts what is more than can be read at once', async () => {
    exhibition = await stageDay(stage);
    for (let hour = 1; hour <= 7; hour += 1) {
      await stage.shift(exhibition, {
        from: inMinutes(60 * hour),
        until: inMinutes(60 * hour + 60),
        cover: 1,
      });
    }
    const { text } = await read(dashboard);
    expect(text).toContain('7 places that nobody has, in 7 shifts');
    expect(text).toContain('And 2 more shifts');
    expect((await read(exhibition.manage)).text).not.toContain('more shift');
  });

  it('shows all whose place is free on “Stand now”, however many dropped out since', async () => {
    exhibition = await stageDay(stage);
    const shift = await stage.shift(exhibition, { from: inMinutes(60), until: inMinutes(120), cover: 1 });
    const ada = await helper(stage, exhibition, 'Ada First');
    await drop(ada, await assign(stage, exhibition, shift, ada));
    const bo = await helper(stage, exhibition, 'Bo Over');
    for (let index = 0; index < 21; index += 1) {
      await insert(stage.query, 'drop_outs', {
        id: randomUUID(),
        exhibition_id: exhibition.id,
        team_member_id: bo.id,
        shift_id: randomUUID(),
        at: new Date(),
        reason: '',
        by_staff: false,
      });
    }
    expect((await read(`${exhibition.manage}/today`)).text).toContain('Ada First');
  });
});

describe('somebody of the team, as staff see them', () => {
  it('has no shift before a rota is published', async () => {
    const exhibition = await stage.exhibition();
    const ada = await stage.teamMember(exhibition, { name: 'Ada Example' });
    expect((await read(`${exhibition.manage}/team/${ada.id}`)).text).toContain('No rota is published yet.');
  });

  it('has their shifts as published, what the draft would change, their hours, and their swaps', async () => {
    const rota = await stageRota(stage);
    const { exhibition, shifts, members } = rota;
    const [ada, bo] = members;
    if (ada === undefined || bo === undefined) throw new Error('nobody there');
    const path = `${exhibition.manage}/team/${ada.id}`;
    await setDraft(stage, rota, [
      [0, 0],
      [1, 1],
      [2, 0],
    ]);
    const drafted = await read(path);
    expect(drafted.text).toContain('In the draft, not published yet');
    expect(drafted.text).toMatch(/not published yet Sunday 23 .+ Monday 24 September/);
    expect(drafted.text).not.toContain('As published');
    const api = await stage.headers({ ...staffPerson, via: 'api' });
    const published = await publish(stage, rota, api);
    expect(published.status).toBe(201);

    const page = await read(path);
    expect(page.text).toContain('2 shifts, 4 hours in all.');
    expect(page.text).not.toContain('In the draft');
    for (const shift of [shifts[0], shifts[2]]) {
      expect(page.html).toContain(`href="${exhibition.manage}/today/shifts/${shift}"`);
      expect(page.html).toContain(`href="${exhibition.manage}/rota/shifts/${shift}"`);
    }
    expect(page.html).not.toContain(`/today/shifts/${shifts[1]}"`);
    expect(page.html).toContain(`href="${exhibition.manage}/rota/people/${ada.id}"`);

    await setDraft(stage, rota, [
      [0, 0],
      [1, 1],
      [3, 0],
    ]);
    const changed = await read(path);
    expect(changed.text).toContain('No longer Monday 24 September 2035, 9am to 11am');
    expect(changed.text).toContain('New: Monday 24 September 2035, 1pm to 3pm');
    expect((await read(`${exhibition.manage}/team/${bo.id}`)).text).not.toContain('In the draft');

    expect(changed.html).not.toContain('id="swaps"');
    const [own] = await stage.query<{ id: string }>(
      'SELECT id FROM current_assignments WHERE team_member_id = $1 AND shift_id = $2',
      [ada.id, shifts[0]],
    );
    const asked = await stage.api<{ id: string; code?: string }>(
      'POST',
      `/team-links/${ada.secret}/shifts/${own?.id}/swaps`,
      { 'sec-fetch-site': 'same-origin' },
      { for: { memberId: bo.id }, note: '' },
    );
    expect([asked.status, asked.body.code]).toEqual([201, undefined]);
    for (const each of [ada, bo]) {
      const { text, html } = await read(`${exhibition.manage}/team/${each.id}`);
      expect(text).toContain('Ada Example, Sunday 23 September 2035, 9am to 11am, to Bo Sample');
      expect(html).toContain(`href="${exhibition.manage}/swaps/${asked.body.id}"`);
    }
    await stage.query(
      `UPDATE current_assignments SET starts_at = now() - interval '3 days', ends_at = now() - interval '70 hours' WHERE id = $1`,
      [own?.id],
    );
    expect((await read(path)).text).toContain('2 shifts, 4 hours in all, of which they have stood 2 hours.');
  });

  it('is marked where they are in the team twice, with what can be done about it', async () => {
    const exhibition = await stage.exhibition();
    const personId = randomUUID();
    const [old, kept] = [
      await stage.teamMember(exhibition, {
        name: 'Wren Twice',
        email: `old.${personId}@example.org`,
        personId,
      }),
      await stage.teamMember(exhibition, {
        name: 'Wren Twice',
        email: `new.${personId}@example.org`,
        personId,
      }),
    ];
    const other = await stage.teamMember(exhibition, { name: 'Ada Example', personId: randomUUID() });
    const team = await read(`${exhibition.manage}/team`);
    expect(team.text).toContain('Somebody is in the team more than once');
    for (const { id } of [old, kept]) {
      expect(team.html).toContain(`href="${exhibition.manage}/team/${id}/withdraw"`);
      expect(team.html).toContain(`href="${exhibition.manage}/rota/people/${id}"`);
    }
    expect(team.html).not.toContain(`/team/${other.id}/withdraw"`);
    const page = await read(`${exhibition.manage}/team/${kept.id}`);
    expect(page.text).toContain('In the team once more');
    expect(page.html).toContain(`href="${exhibition.manage}/team/${old.id}"`);
    expect((await read(`${exhibition.manage}/team/${other.id}`)).text).not.toContain('In the team once more');
    const withdrawn = await stage.api('DELETE', `/exhibitions/${exhibition.id}/team/${old.id}`, {
      ...(await stage.headers({ ...staffPerson, via: 'api' })),
    });
    expect(withdrawn.status).toBe(204);
    expect((await read(`${exhibition.manage}/team`)).text).not.toContain('more than once');
    expect((await read(`${exhibition.manage}/team/${kept.id}`)).text).not.toContain('In the team once more');
  });

  it('is given no two shifts at once by their two entries, and the board says so where staff do', async () => {
    const rota = await stageRota(stage, { personIds: [personIdOfTwo, personIdOfTwo, null] });
    const { exhibition, shifts, members } = rota;
    const api = await stage.headers({ ...staffPerson, via: 'api' });
    const draft = `/exhibitions/${exhibition.id}/draft`;
    await setDraft(stage, rota, [[0, 0]]);
    const candidates = await stage.api<{ candidates: { memberId: string; why: string[] }[] }>(
      'GET',
      `${draft}/shifts/${shifts[0]}/candidates`,
      api,
    );
    expect(JSON.stringify(candidates.body)).toContain('"twice"');
    await setDraft(stage, rota, [
      [0, 0],
      [0, 1],
    ]);
    const read = await stage.api<{ violations: { rule: string; shifts?: string[] }[] }>('GET', draft, api);
    expect(read.body.violations.map(({ rule }) => rule)).toEqual(['twice']);
    const refused = await publish(stage, rota, api);
    expect([refused.status, refused.body.code]).toEqual([409, 'rules-broken']);
    // Giving the shift of the one to the other is nothing that any rule speaks against, once it is published, too.
    await setDraft(stage, rota, [[0, 0]]);
    expect((await publish(stage, rota, api)).status).toBe(201);
    await setDraft(stage, rota, [[0, 1]]);
    const moved = await stage.api<{ violations: object[] }>('GET', draft, api);
    expect(moved.body.violations).toEqual([]);
    expect(members).toHaveLength(3);
  });
});
