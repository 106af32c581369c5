import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { staffPerson, startStands, type StandsStage } from '../stage.js';
import { randomUUID } from 'node:crypto';
import { LinkSecrets } from '#platform';
import { insert } from '../stage-exhibition.js';
import { asksFor, assign, having, helper, inMinutes, mailsTo, stageDay } from './day-stage.js';

let stage: StandsStage;
let staff: Record<string, string>;
let pages: Record<string, string>;
/** Whoever has a link, in a browser. */
const visitor = { 'sec-fetch-site': 'same-origin' };

beforeAll(async () => {
  stage = await startStands();
  staff = await stage.headers({ ...staffPerson, via: 'api' });
  pages = { ...(await stage.headers(staffPerson)), ...visitor };
}, 180_000);
afterAll(() => stage?.stop());

/** Ada in a shift that has begun, and with Bo in two to come; Cy could step in. */
async function threeShifts() {
  const exhibition = await stageDay(stage);
  const [begun, soon, later] = await Promise.all(
    [-30, 120, 600].map((minutes) =>
      stage.shift(exhibition, { from: inMinutes(minutes), until: inMinutes(minutes + 60), cover: 2 }),
    ),
  );
  const ada = await helper(stage, exhibition, 'Ada Example');
  const bo = await helper(stage, exhibition, 'Bo Sample');
  const cy = await helper(stage, exhibition, 'Cy Muster');
  if (!begun || !soon || !later) throw new Error('no shifts');
  for (const shift of [begun, soon, later]) await assign(stage, exhibition, shift, ada);
  for (const shift of [soon, later]) await assign(stage, exhibition, shift, bo);
  return { exhibition, begun, soon, later, ada, bo, cy };
}

const post = (path: string, body: Record<string, string>, headers: Record<string, string> = visitor) =>
  fetch(stage.url + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { ...headers, accept: 'text/html' },
    body: new URLSearchParams(body),
  });

const textOf = async (path: string, headers: Record<string, string> = {}) =>
  (await fetch(stage.url + path, { headers: { ...headers, accept: 'text/html' } })).text();

/** The shifts in which the draft has somebody. */
const draftOf = async (memberId: string) =>
  (
    await stage.query<{ shift: string }>(
      'SELECT shift_id AS shift FROM draft_assignments WHERE team_member_id = $1',
      [memberId],
    )
  ).map(({ shift }) => shift);

describe('somebody who cannot come at all', () => {
  it('is shown first what becomes free, and frees it like a drop-out', async () => {
    const { exhibition, begun, soon, later, ada, bo } = await threeShifts();
    const page = await textOf(`/stands/team/${ada.secret}/decline`);
    expect(page).toContain('You have 2 shifts to come. All of them are free for others then');
    expect(page.match(/<li>/g)?.length).toBeGreaterThanOrEqual(2);

    const reason = 'Our council has called an election.';
    const before = (await mailsTo(stage, 'cy@example.org')).length;
    expect((await post(`/stands/team/${ada.secret}/decline`, { reason })).status).toBe(303);
    // What has begun is as it was.
    expect([await having(stage, begun), await having(stage, soon), await having(stage, later)]).toEqual([
      ['Ada Example'],
      ['Bo Sample'],
      ['Bo Sample'],
    ]);
    expect(await draftOf(ada.id)).toEqual([begun]);
    // One mail to her that takes both out of her calendar, one to the stand's contact; none to whoever stays.
    expect(await mailsTo(stage, ada.email)).toEqual([expect.stringContaining('2 shifts less')]);
    expect((await mailsTo(stage, 'cy@example.org')).slice(before)).toEqual([
      expect.stringContaining('Ada Example cannot do 2 shifts'),
    ]);
    expect(await mailsTo(stage, bo.email)).toEqual([]);
    const told = await stage.query(
      `SELECT FROM outbox WHERE type = 'exhibition-stands.shift-unassigned.v1' AND payload ->> 'exhibitionId' = $1`,
      [exhibition.id],
    );
    expect(told).toHaveLength(2);
    const today = await textOf(`${exhibition.manage}/today`, pages);
    expect(today.split(reason)).toHaveLength(3);

    // A second press changes nothing; thinking better of it does not bring the shifts back.
    expect((await post(`/stands/team/${ada.secret}/decline`, { reason })).status).toBe(303);
    expect(await mailsTo(stage, ada.email)).toHaveLength(1);
    await post(`/stands/team/${ada.secret}/decline`, { answer: 'return' });
    expect(await having(stage, soon)).toEqual(['Bo Sample']);
  });

  it('is not asked to step in any more: the next one is, at once', async () => {
    const { exhibition, soon, ada, bo, cy } = await threeShifts();
    await stage.query(
      `UPDATE current_assignments SET status = 'dropped-out' WHERE shift_id = $1 AND team_member_id = $2`,
      [soon, ada.id],
    );
    const di = await helper(stage, exhibition, 'Di Beispiel');
    const wish = { memberIds: [cy.id, di.id], mode: 'one-by-one', minutes: 60 };
    const asked = await stage.api(
      'POST',
      `/exhibitions/${exhibition.id}/today/shifts/${soon}/requests`,
      staff,
      wish,
    );
    expect(asked.status).toBe(201);
    expect(await mailsTo(stage, di.email)).toEqual([]);
    expect((await stage.api('POST', `/team-links/${cy.secret}/decline`, visitor)).status).toBe(200);
    expect(await mailsTo(stage, di.email)).toEqual([expect.stringMatching(/^Could you step in\?/)]);
    const asks = await asksFor(stage, soon);
    const late = await stage.api('POST', `/cover-links/${asks.get('Cy Muster')}/answers`, visitor, {
      answer: 'accept',
    });
    expect(late.status).toBe(409);
    expect(await having(stage, soon)).toEqual(['Bo Sample']);
    expect(bo.id).not.toBe(di.id);
  });
});

describe('somebody who has another address', () => {
  it('is asked there whether they step in; what was sent to the old one leads nowhere', async () => {
    const { exhibition, soon, ada, cy } = await threeShifts();
    await stage.api('POST', `/team-links/${ada.secret}/decline`, visitor);
    const wish = { memberIds: [cy.id], mode: 'all', minutes: 60 };
    await stage.api('POST', `/exhibitions/${exhibition.id}/today/shifts/${soon}/requests`, staff, wish);
    const old = (await asksFor(stage, soon)).get('Cy Muster') ?? '';
    expect(await textOf(`/stands/cover/${old}`)).toContain(`/stands/team/${cy.secret}`);
    const address = `${randomUUID()}@example.org`;
    const changed = await stage.api('PUT', `/exhibitions/${exhibition.id}/team/${cy.id}`, staff, {
      name: 'Cy Muster',
      email: address,
    });
    expect(changed.status).toBe(200);
    // The question led to their own page, whose link is another now.
    expect((await fetch(`${stage.url}/stands/cover/${old}`)).status).toBe(404);
    const answers = (secret: string) =>
      stage.api('POST', `/cover-links/${secret}/answers`, visitor, { answer: 'accept' });
    expect((await answers(old)).status).toBe(404);
    expect(await mailsTo(stage, address)).toEqual([
      expect.stringMatching(/^Help on our stand/),
      expect.stringMatching(/^Could you step in\?/),
    ]);
    const [mail] = await stage.query<{ text: string }>(
      `SELECT payload ->> 'text' AS text FROM outbox WHERE payload -> 'to' ->> 'address' = $1 ORDER BY position DESC LIMIT 1`,
      [address],
    );
    const [, sent = ''] = /\/stands\/cover\/([\w-]{43})/.exec(mail?.text ?? '') ?? [];
    expect(sent).not.toBe(old);
    expect((await answers(sent)).status).toBe(200);
    expect(await having(stage, soon)).toEqual(['Bo Sample', 'Cy Muster']);
  });

  it('and was asked before anybody asked them there, has it in their first mail', async () => {
    const { exhibition, soon, ada, cy } = await threeShifts();
    const email = `${randomUUID()}@example.org`;
    await stage.api('PUT', `/exhibitions/${exhibition.id}/team/${cy.id}`, staff, {
      name: 'Cy Muster',
      email,
    });
    await stage.api('POST', `/team-links/${ada.secret}/decline`, visitor);
    const wish = { memberIds: [cy.id], mode: 'all', minutes: 60 };
    await stage.api('POST', `/exhibitions/${exhibition.id}/today/shifts/${soon}/requests`, staff, wish);
    const [ask] = await stage.query<{ id: string }>('SELECT id FROM cover_asks WHERE team_member_id = $1', [
      cy.id,
    ]);
    const secret = new LinkSecrets(stage.system.secrets.links, 'links to stands').secretOf(
      'cover-ask',
      `${ask?.id} 1`,
    );
    expect((await fetch(`${stage.url}/stands/cover/${secret}`)).status).toBe(200);
  });
});

describe('why somebody cannot come', () => {
  it('is told to contacts who are staff, and not to others', async () => {
    const { exhibition, ada } = await threeShifts();
    const [office, staffs] = [`office.${randomUUID()}@example.org`, `staff.${randomUUID()}@example.org`];
    const contacts = [office, staffs].map((email) => ({
      name: 'Xan Example',
      role: 'Office',
      phone: null,
      email,
    }));
    await stage.query('UPDATE exhibitions SET contacts = $2 WHERE id = $1', [
      exhibition.id,
      JSON.stringify(contacts),
    ]);
    await insert(stage.query, 'people', {
      id: randomUUID(),
      name: 'Xan Example',
      email: staffs.toUpperCase(),
      roles: ['staff'],
      version: 1,
    });
    await post(`/stands/team/${ada.secret}/decline`, { reason: 'I am in hospital.' });
    const told = await stage.query<{ to: string; says: boolean }>(
      `SELECT payload -> 'to' ->> 'address' AS to, payload::text LIKE '%in hospital%' AS says FROM outbox
       WHERE payload -> 'to' ->> 'address' = ANY($1) ORDER BY 1`,
      [[office, staffs]],
    );
    expect(told).toEqual([
      { to: office, says: false },
      { to: staffs, says: true },
    ]);
  });
});

describe('staff who have been erased', () => {
  it('give nobody’s shift back, on the page or by the API', async () => {
    const { exhibition, soon, ada } = await threeShifts();
    const erased = { id: randomUUID(), name: 'Sid Example', roles: ['staff'] } as const;
    await stage.query('INSERT INTO erased_people (id) VALUES ($1)', [erased.id]);
    const [own] = await stage.query<{ id: string }>(
      'SELECT id FROM current_assignments WHERE shift_id = $1 AND team_member_id = $2',
      [soon, ada.id],
    );
    const path = `today/assignments/${own?.id}/drop-out`;
    const api = await stage.headers({ ...erased, via: 'api' });
    expect((await stage.api('POST', `/exhibitions/${exhibition.id}/${path}`, api, {})).status).toBe(403);
    const page = { ...(await stage.headers(erased)), ...visitor };
    expect((await post(`${exhibition.manage}/${path}`, { reason: 'Ill' }, page)).status).toBe(403);
    // Nor whoever is staff no more: that is said with each request.
    const former = await stage.headers({ ...staffPerson, roles: ['person'], via: 'api' });
    expect((await stage.api('POST', `/exhibitions/${exhibition.id}/${path}`, former, {})).status).toBe(403);
    expect(await having(stage, soon)).toEqual(['Ada Example', 'Bo Sample']);
  });
});

describe('somebody whom staff take out of the team', () => {
  it('is shown with their shifts first, which are gaps then; their mail leads to no page that is gone', async () => {
    const { exhibition, begun, soon, ada } = await threeShifts();
    const path = `${exhibition.manage}/team/${ada.id}/withdraw`;
    expect(await textOf(path, pages)).toContain('They have 2 shifts to come. All of them are gaps then');
    expect((await post(path, {}, pages)).status).toBe(303);
    expect([await having(stage, begun), await having(stage, soon)]).toEqual([['Ada Example'], ['Bo Sample']]);
    const [mail] = await stage.query<{ text: string }>(
      `SELECT payload ->> 'text' AS text FROM outbox WHERE payload -> 'to' ->> 'address' = $1`,
      [ada.email],
    );
    expect(mail?.text).toContain('not on the stand');
    expect(mail?.text).not.toContain('/stands/team/');
    // Staff can take back a step of the draft; the page is there, and nobody who has left can be published.
    const board = await textOf(`${exhibition.manage}/rota`, pages);
    const [, step, version] =
      /name="step" value="(\d+)"[\s\S]*?name="version" value="(\d+)"/.exec(board) ?? [];
    expect(
      (await post(`${exhibition.manage}/rota/undo`, { step: `${step}`, version: `${version}` }, pages))
        .status,
    ).toBeLessThan(500);
    for (const part of ['rota', 'rota/publish', 'rota/compare', 'today', 'rota/people', 'rota/print']) {
      expect([
        part,
        (await fetch(`${stage.url}${exhibition.manage}/${part}`, { headers: pages })).status,
      ]).toEqual([part, 200]);
    }
  });
});
