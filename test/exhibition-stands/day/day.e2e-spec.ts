import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runDue } from '../../run-due.js';
import { staffPerson, startStands, type StandsStage } from '../stage.js';
import { asksFor, assign, having, helper, inMinutes, mailsTo, stageDay } from './day-stage.js';

let stage: StandsStage;
let staff: Record<string, string>;
/** Whoever has a link, in a browser. */
const visitor = { 'sec-fetch-site': 'same-origin' };

beforeAll(async () => {
  stage = await startStands();
  staff = await stage.headers({ ...staffPerson, via: 'api' });
}, 180_000);
afterAll(() => stage?.stop());

/** Ada and Bo in a shift that begins in so many minutes; Cy and Di could step in. */
async function aShift(minutes: number, length = 60) {
  const exhibition = await stageDay(stage);
  const shift = await stage.shift(exhibition, {
    from: inMinutes(minutes),
    until: inMinutes(minutes + length),
    cover: 2,
  });
  const [ada, bo, cy, di] = await Promise.all(
    ['Ada Example', 'Bo Sample', 'Cy Muster', 'Di Beispiel'].map((name) => helper(stage, exhibition, name)),
  );
  if (!ada || !bo || !cy || !di) throw new Error('nobody there');
  const [adas, bos] = [
    await assign(stage, exhibition, shift, ada),
    await assign(stage, exhibition, shift, bo),
  ];
  return { exhibition, shift, ada, bo, cy, di, adas, bos, today: `/exhibitions/${exhibition.id}/today` };
}

const post = <Body = { code?: string }>(
  path: string,
  body: object,
  headers: Record<string, string> = visitor,
) => stage.api<Body>('POST', path, headers, body);

describe('dropping out', () => {
  it('frees the place at once, and tells exactly those concerned', async () => {
    const { exhibition, shift, ada, bo, cy, adas, today } = await aShift(60);
    const path = `/team-links/${ada.secret}/shifts/${adas}/drop-out`;
    expect(await post(path, { reason: 'My train is cancelled.' })).toMatchObject({ status: 200 });
    expect(await having(stage, shift)).toEqual(['Bo Sample']);
    expect(await mailsTo(stage, ada.email)).toEqual([expect.stringContaining('1 shift less')]);
    expect([await mailsTo(stage, bo.email), await mailsTo(stage, cy.email)]).toEqual([[], []]);
    const told = (await mailsTo(stage, 'cy@example.org')).filter((subject) =>
      subject.includes('Ada Example'),
    );
    expect(told.length).toBeGreaterThan(0);
    // A second press changes nothing.
    expect(await post(path, { reason: 'Again' })).toMatchObject({ status: 200 });
    expect(await mailsTo(stage, ada.email)).toHaveLength(1);
    const now = await stage.api<{ dropOuts: object[]; gaps: object[] }>('GET', today, staff);
    expect(now.body.dropOuts).toMatchObject([
      { name: 'Ada Example', reason: 'My train is cancelled.', isFree: true },
    ]);
    expect(now.body.gaps).toMatchObject([{ shiftId: shift, places: 1 }]);
    // The draft does not give it to her again.
    expect(
      await stage.query('SELECT FROM draft_assignments WHERE shift_id = $1 AND team_member_id = $2', [
        shift,
        ada.id,
      ]),
    ).toEqual([]);
    const page = await fetch(`${stage.url}${exhibition.manage}/today`, {
      headers: { ...(await stage.headers(staffPerson)), accept: 'text/html' },
    });
    expect(await page.text()).toContain('My train is cancelled.');
  });

  it('is for whoever has the shift, before it begins', async () => {
    const { ada, bo, adas } = await aShift(60);
    expect(await post(`/team-links/${bo.secret}/shifts/${adas}/drop-out`, {})).toMatchObject({ status: 404 });
    const begun = await aShift(-5);
    const late = await post(`/team-links/${begun.ada.secret}/shifts/${begun.adas}/drop-out`, {});
    expect(late).toMatchObject({ status: 409, body: { code: 'shift-begun' } });
    expect(ada.id).not.toBe(bo.id);
  });
});

describe('stepping in', () => {
  it('is asked of one after the other: whoever declines makes it the next one’s turn', async () => {
    const { shift, ada, adas, cy, di, today } = await aShift(60);
    await post(`/team-links/${ada.secret}/shifts/${adas}/drop-out`, {});
    const wish = { memberIds: [cy.id, di.id], mode: 'one-by-one', minutes: 10 };
    expect(await post(`${today}/shifts/${shift}/requests`, wish, staff)).toMatchObject({ status: 201 });
    expect(await post(`${today}/shifts/${shift}/requests`, wish, staff)).toMatchObject({
      status: 409,
      body: { code: 'already-asking' },
    });
    const asks = await asksFor(stage, shift);
    expect([(await mailsTo(stage, cy.email)).length, (await mailsTo(stage, di.email)).length]).toEqual([
      1, 0,
    ]);
    await post(`/cover-links/${asks.get('Cy Muster')}/answers`, { answer: 'decline' });
    expect(await mailsTo(stage, di.email)).toEqual([expect.stringMatching(/^Could you step in\?/)]);
    expect(await post(`/cover-links/${asks.get('Di Beispiel')}/answers`, { answer: 'accept' })).toMatchObject(
      {
        status: 200,
        body: { stands: 'yours' },
      },
    );
    expect(await having(stage, shift)).toEqual(['Bo Sample', 'Di Beispiel']);
    // She gets the entry for her calendar; whoever declined is told nothing more.
    const [entry] = await stage.query<{ method: string }>(
      `SELECT payload -> 'calendar' ->> 'method' AS method FROM outbox WHERE payload -> 'to' ->> 'address' = $1
       ORDER BY position DESC LIMIT 1`,
      [di.email],
    );
    expect(entry?.method).toBe('REQUEST');
    expect(await mailsTo(stage, cy.email)).toHaveLength(1);
    expect(await post(`/cover-links/${asks.get('Cy Muster')}/answers`, { answer: 'accept' })).toMatchObject({
      status: 409,
      body: { code: 'filled' },
    });
  });

  it('goes on by itself when the time to answer is over', async () => {
    const { shift, ada, adas, cy, di, today } = await aShift(600);
    await post(`/team-links/${ada.secret}/shifts/${adas}/drop-out`, {});
    const wish = { memberIds: [cy.id, di.id], mode: 'one-by-one', minutes: 5 };
    await post(`${today}/shifts/${shift}/requests`, wish, staff);
    await stage.query(`UPDATE cover_asks SET until = now() - interval '1 minute' WHERE team_member_id = $1`, [
      cy.id,
    ]);
    await runDue(stage.system, 'exhibition-stands', 'advance-covers');
    expect(await mailsTo(stage, di.email)).toHaveLength(1);
    // Whoever is late may still, as long as it is free.
    const asks = await asksFor(stage, shift);
    expect(await post(`/cover-links/${asks.get('Cy Muster')}/answers`, { answer: 'accept' })).toMatchObject({
      status: 200,
    });
    expect(await mailsTo(stage, di.email)).toEqual([
      expect.stringMatching(/^Could you/),
      expect.stringMatching(/^Somebody has stepped in/),
    ]);
  });

  it('is for whom no rule keeps out, by the page and when they accept', async () => {
    const { exhibition, shift, ada, adas, bo, cy, di, today } = await aShift(60);
    await post(`/team-links/${ada.secret}/shifts/${adas}/drop-out`, {});
    const other = await stage.shift(exhibition, { from: inMinutes(60), until: inMinutes(120), cover: 1 });
    const read = await stage.api<{ candidates: { name: string; why: string[] }[] }>(
      'GET',
      `${today}/shifts/${shift}`,
      staff,
    );
    expect(
      read.body.candidates
        .filter(({ why }) => why.length === 0)
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(['Cy Muster', 'Di Beispiel']);
    expect(read.body.candidates.find(({ name }) => name === 'Ada Example')?.why).toContain('forbidden');
    const wrong = await post(
      `${today}/shifts/${shift}/requests`,
      { memberIds: [bo.id], mode: 'all', minutes: 10 },
      staff,
    );
    expect(wrong.status).toBe(422);
    await post(
      `${today}/shifts/${shift}/requests`,
      { memberIds: [cy.id, di.id], mode: 'all', minutes: 10 },
      staff,
    );
    await assign(stage, exhibition, other, cy);
    const asks = await asksFor(stage, shift);
    const answer = await post<{ code: string; detail: string }>(
      `/cover-links/${asks.get('Cy Muster')}/answers`,
      { answer: 'accept' },
    );
    expect(answer).toMatchObject({ status: 409, body: { code: 'cannot-step-in' } });
    expect(answer.body.detail).toContain('on another shift at that time');
    expect(await having(stage, shift)).toEqual(['Bo Sample']);
  });
});

describe('checking in', () => {
  it('is from a quarter of an hour before, and once somebody has stepped in, not after', async () => {
    const early = await aShift(30);
    const path = ({ ada, adas }: typeof early) => `/team-links/${ada.secret}/shifts/${adas}/check-in`;
    expect(await post(path(early), {})).toMatchObject({ status: 409, body: { code: 'too-early' } });
    const there = await aShift(10);
    expect(await post(path(there), {})).toMatchObject({
      status: 200,
      body: { on: [{ name: 'Ada Example' }] },
    });
    expect(await post(path(there), {})).toMatchObject({ status: 200 });
    const late = await aShift(-5);
    const now = await stage.api<Record<string, { name: string }[]>>('GET', late.today, staff);
    expect(now.body['late']?.map(({ name }) => name)).toEqual(['Ada Example', 'Bo Sample']);
    await post(`${late.today}/assignments/${late.adas}/presence`, { act: 'no-show' }, staff);
    await post(
      `${late.today}/shifts/${late.shift}/requests`,
      { memberIds: [late.cy.id], mode: 'all', minutes: 5 },
      staff,
    );
    const asks = await asksFor(stage, late.shift);
    expect(await post(`/cover-links/${asks.get('Cy Muster')}/answers`, { answer: 'accept' })).toMatchObject({
      status: 200,
    });
    expect(await post(path(late), {})).toMatchObject({ status: 409, body: { code: 'place-taken' } });
    expect(await having(stage, late.shift)).toEqual(['Bo Sample', 'Cy Muster']);
  });

  it('tells volunteers names and times, and nothing else of anybody', async () => {
    const { ada } = await aShift(10);
    const page = await fetch(`${stage.url}/stands/team/${ada.secret}/now`, {
      headers: { accept: 'text/html' },
    });
    const html = await page.text();
    expect(html).toContain('Bo Sample');
    expect(html).not.toMatch(/@example\.org|0151/);
    expect((await fetch(`${stage.url}/stands/team/${'x'.repeat(43)}/now`)).status).toBe(404);
    const worker = await fetch(`${stage.url}/stands/team/offline.js`);
    expect([worker.status, worker.headers.get('cache-control')]).toEqual([200, 'no-cache']);
  });

  it('makes no-shows of those who are missing at the end, where others checked in', async () => {
    const used = await aShift(-10);
    const unused = await aShift(-10);
    await post(`${used.today}/assignments/${used.adas}/presence`, { act: 'check-in' }, staff);
    // All of them together, so that they stay on one day, whatever the hour.
    await stage.query(
      `UPDATE current_assignments SET starts_at = now() - interval '80 minutes', ends_at = now() - interval '20 minutes'
       WHERE exhibition_id IN ($1, $2)`,
      [used.exhibition.id, unused.exhibition.id],
    );
    await runDue(stage.system, 'exhibition-stands', 'end-shifts');
    const status = async (id: string) =>
      (await stage.query<{ status: string }>('SELECT status FROM current_assignments WHERE id = $1', [id]))[0]
        ?.status;
    await expect(status(used.bos)).resolves.toBe('no-show');
    await expect(status(used.adas)).resolves.toBe('checked-in');
    // Where nobody checked in, nothing is known of anybody.
    await expect(status(unused.bos)).resolves.toBe('assigned');
  });
});
