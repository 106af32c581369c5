import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { staffPerson, startVisits, type StagedVisit, type VisitsStage } from '../stage.js';
import { stageApplication, stagePerson, type StagedApplication } from './selection-stage.js';

interface SelectionBody {
  readonly seed: string | null;
  readonly version: number;
  readonly criteria: readonly { readonly id: string }[];
  readonly assessors: readonly {
    readonly id: string;
    readonly name: string;
    readonly scored: number;
    readonly all: number;
  }[];
  readonly toldAt: string | null;
  readonly outcomes: readonly OutcomeBody[];
  readonly code?: string;
  readonly errors?: readonly { readonly field: string; readonly code: string }[];
}

interface OutcomeBody {
  readonly code: string;
  readonly rank: number;
  readonly outcome: string;
  readonly countsAs: string | null;
  readonly position: number | null;
  readonly reason: { readonly code: string };
  readonly isByHand: boolean;
  readonly overrideWhy?: string | null;
  readonly score: { readonly weighted: number; readonly assessors: number } | null;
}

type Headers = Record<string, string>;

describe('a selection by score', () => {
  let stage: VisitsStage;
  let staff: Headers;
  let ann: Headers;
  let bo: Headers;
  let visit: StagedVisit;
  let a: StagedApplication;
  let b: StagedApplication;
  let c: StagedApplication;
  let d: StagedApplication;
  let criteria: readonly string[];

  beforeAll(async () => {
    stage = await startVisits();
    staff = await stage.headers({ ...staffPerson, via: 'api' });
    const bury = { id: 'bury', name: 'Bury Council' };
    await stagePerson(stage, 'ann', { organisation: bury });
    await stagePerson(stage, 'bo');
    await stagePerson(stage, 'cy');
    [ann, bo] = (await Promise.all(
      ['ann', 'bo'].map((id) => stage.headers({ id, name: id, roles: ['person'], via: 'api' })),
    )) as [Headers, Headers];
    visit = await stage.visit({
      columns: {
        places: 2,
        organisation_limit: 1,
        reserved: JSON.stringify([{ kind: 'newcomer', places: 1 }]),
      },
    });
    const of = (organisationId: string, organisationName: string) => ({ organisationId, organisationName });
    a = await stageApplication(stage, visit, { name: 'Ada Example', ...of('bury', 'Bury Council') });
    b = await stageApplication(stage, visit, { name: 'Bea Example', ...of('leeds', 'Leeds Council') });
    c = await stageApplication(stage, visit, {
      name: 'Cy Example',
      personId: 'cy',
      ...of('leeds', 'Leeds Council'),
    });
    d = await stageApplication(stage, visit, { name: 'Di Example', isNewcomer: true });
  });
  afterAll(() => stage?.stop());

  const at = (part: string) => `/visits/${visit.id}/selection${part}`;
  const now = async () => (await stage.api<SelectionBody>('GET', at('/steps'), staff)).body;
  const seen = async () => ({ ...staff, 'if-match': `"${(await now()).version}"` });
  const post = async (part: string, body?: object) =>
    stage.api<SelectionBody>('POST', at(part), await seen(), body);
  const everybody = async () => (await stage.api<SelectionBody>('GET', at(''), {})).body;
  const score = (who: Headers, { id }: StagedApplication, [why, home]: readonly [number, number]) =>
    stage.api<{
      code?: string;
      applications: readonly { code: string; conflict: string | null; score: object | null }[];
    }>('PUT', `/assessments/${visit.id}/applications/${id}`, who, {
      points: [
        { criterionId: criteria[0], points: why },
        { criterionId: criteria[1], points: home },
      ],
      note: 'Clear.',
    });
  const close = () =>
    stage.query('UPDATE visits SET applications_close_at = $2 WHERE id = $1', [
      visit.id,
      '2026-03-01T12:00:00Z',
    ]);
  const open = () =>
    stage.query('UPDATE visits SET applications_close_at = $2 WHERE id = $1', [
      visit.id,
      '2034-11-30T12:00:00Z',
    ]);

  it('begins with criteria, each with a title and a weight', async () => {
    const put = async (given: readonly object[]) =>
      stage.api<SelectionBody>('PUT', at('/criteria'), await seen(), { criteria: given });
    const bad = await put([{ title: ' ', weight: 11 }]);
    expect(bad.status).toBe(422);
    expect(bad.body.errors?.map(({ field }) => field)).toEqual(['criteria.0.title', 'criteria.0.weight']);
    expect(
      (
        await put([
          { title: 'Why', weight: 3 },
          { title: 'why', weight: 1 },
        ])
      ).status,
    ).toBe(422);
    const good = await put([
      { title: 'Why', weight: 3 },
      { title: 'Bring back', text: 'What', weight: 1 },
    ]);
    expect(good.status).toBe(200);
    criteria = good.body.criteria.map(({ id }) => id);
    const stale = await stage.api('PUT', at('/criteria'), { ...staff, 'if-match': '"1"' }, { criteria: [] });
    expect(stale.status).toBe(412);
  });

  it('names assessors whom the site knows, each once', async () => {
    expect((await post('/assessors', { email: 'nobody@example.org' })).body.errors?.[0]?.code).toBe(
      'nobody-known',
    );
    await post('/assessors', { email: 'ANN@example.org' });
    await post('/assessors', { email: 'ann@example.org' });
    const { body } = await post('/assessors', { email: 'bo@example.org' });
    expect(body.assessors.map(({ name, scored, all }) => [name, scored, all])).toEqual([
      ['ann Example', 0, 3],
      ['bo Example', 0, 4],
    ]);
  });

  it('lets nobody score who is no assessor, nor an application of their own organisation', async () => {
    const cy = await stage.headers({ id: 'cy', name: 'Cy', roles: ['person'], via: 'api' });
    expect((await score(cy, a, [5, 5])).status).toBe(404);
    expect((await score(staff, a, [5, 5])).status).toBe(404);
    expect((await score(ann, a, [5, 5])).status).toBe(403);
    const own = await stage.api<{ applications: readonly { conflict: string | null; answers: object }[] }>(
      'GET',
      `/assessments/${visit.id}`,
      ann,
    );
    expect(own.body.applications.map(({ conflict }) => conflict)).toEqual(['organisation', null, null, null]);
    expect(own.body.applications[0]?.answers).toEqual({});
  });

  it('takes points from 0 to 5 for every criterion, and shows nobody what others gave', async () => {
    expect((await score(bo, a, [6, 0])).status).toBe(422);
    expect((await score(bo, a, [5, 4])).status).toBe(200);
    await score(ann, b, [5, 5]);
    await score(bo, b, [5, 3]);
    await score(ann, c, [5, 5]);
    await score(bo, c, [5, 5]);
    const mine = await score(ann, d, [0, 1]);
    expect(mine.body.applications.map(({ score: given }) => given !== null)).toEqual([
      false,
      true,
      true,
      true,
    ]);
    expect(JSON.stringify(await now())).not.toContain('weighted');
    const changed = await stage.api<SelectionBody>('PUT', at('/criteria'), await seen(), {
      criteria: [{ title: 'Other', weight: 1 }],
    });
    expect([changed.status, changed.body.code]).toEqual([409, 'scoring-begun']);
  });

  it('publishes its seed before applications close, for good', async () => {
    await close();
    expect((await post('/seed')).body.code).toBe('applications-closed');
    expect((await post('/run', { method: 'draw' })).body.code).toBe('seed-missing');
    await open();
    expect((await post('/run', { method: 'draw' })).body.code).toBe('applications-open');
    expect((await post('/close-scoring')).body.code).toBe('applications-open');
    const { seed } = (await post('/seed')).body;
    expect(seed).toMatch(/^[0-9a-f]{32}$/);
    expect((await post('/seed')).body.seed).toBe(seed);
    expect((await everybody()).seed).toBe(seed);
    const page = await (await fetch(`${stage.url}/visits/${visit.slug}/selection`)).text();
    expect(page).toContain(seed ?? '?');
    const history = await stage.query<{ action: string; changes: { after: string }[] }>(
      `SELECT action, changes FROM visit_history WHERE visit_id = $1 AND action LIKE 'Seed%'`,
      [visit.id],
    );
    expect(history.map(({ changes }) => changes[0]?.after)).toEqual([seed]);
    await close();
  });

  it('is run once scoring is closed, and tells each its reason', async () => {
    expect((await post('/run', { method: 'score' })).body.code).toBe('scoring-open');
    expect((await post('/close-scoring')).status).toBe(200);
    expect((await score(bo, d, [5, 5])).body.code).toBe('scoring-closed');
    const { status, body } = await post('/run', { method: 'score' });
    expect(status).toBe(200);
    const short = body.outcomes.map(({ code, outcome, countsAs, reason }) => [
      code,
      { outcome, countsAs, why: reason.code },
    ]);
    // Bea has 18 + 20 by 2, Cy 20 + 20 by 2, Ada 19, Di 1; the newcomers' place is Di's, the other Cy's.
    expect(Object.fromEntries(short)).toEqual({
      [c.code]: { outcome: 'place', countsAs: 'general', why: 'general-place' },
      [d.code]: { outcome: 'place', countsAs: 'newcomer', why: 'reserved-place' },
      [a.code]: { outcome: 'reserve', countsAs: null, why: 'no-place-left' },
      [b.code]: { outcome: 'reserve', countsAs: null, why: 'organisation-limit' },
    });
    expect((await everybody()).outcomes).toEqual([]);
  });

  it('breaks a tie by the draw, which anybody can repeat', async () => {
    const { seed, outcomes } = await now();
    const hash = (code: string) => createHash('sha256').update(`${seed}:${code}`).digest('hex');
    const [first, second] = outcomes
      .filter(({ code }) => code === a.code || code === b.code)
      .toSorted((x, y) => x.rank - y.rank);
    expect(first?.score && first.score.weighted / first.score.assessors).toBe(19);
    expect(second?.score && second.score.weighted / second.score.assessors).toBe(19);
    expect(hash(first?.code ?? '') < hash(second?.code ?? '')).toBe(true);
  });

  it('can be overridden one by one, with a reason, within the limits or with one set aside', async () => {
    const decide = (one: StagedApplication, body: object) => post(`/outcomes/${one.id}`, body);
    expect((await decide(b, { outcome: 'place', why: ' ' })).body.errors?.[0]?.code).toBe('reason-missing');
    const limit = await decide(b, { outcome: 'place', why: 'Speaks Basque.' });
    expect([limit.status, limit.body.errors?.[0]?.code]).toEqual([422, 'organisation-limit']);
    const full = await decide(b, { outcome: 'place', why: 'Speaks Basque.', lifts: ['organisation'] });
    expect([full.status, full.body.errors?.[0]?.code]).toEqual([422, 'no-place-left']);
    const kept = await decide(b, {
      outcome: 'place',
      countsAs: 'newcomer',
      why: 'Speaks Basque.',
      lifts: ['organisation'],
    });
    expect([kept.status, kept.body.errors?.[0]?.code]).toEqual([422, 'not-eligible']);
    expect((await decide(d, { outcome: 'declined', why: 'Cannot travel then.' })).status).toBe(200);
    const still = await decide(b, { outcome: 'place', why: 'Speaks Basque.', lifts: ['organisation'] });
    expect([still.status, still.body.errors?.[0]?.code]).toEqual([422, 'general-full']);
    await stage.query('UPDATE visits SET places = 3 WHERE id = $1', [visit.id]);
    await post('/run', { method: 'score' });
    const third = (await now()).outcomes.filter(({ outcome }) => outcome === 'place');
    expect(third.map(({ code }) => code).toSorted()).toEqual([a.code, c.code, d.code].toSorted());
    const { body } = await decide(a, { outcome: 'reserve', why: 'Asked to come another year.' });
    expect(body.outcomes.find(({ code }) => code === a.code)).toMatchObject({ position: 2, isByHand: true });
    const done = await decide(b, { outcome: 'place', why: 'Speaks Basque.', lifts: ['organisation'] });
    expect(done.status).toBe(200);
    const history = await stage.query<{ reason: string }>(
      `SELECT reason FROM visit_history WHERE visit_id = $1 AND action = $2`,
      [visit.id, `Result changed by hand: ${b.code}`],
    );
    expect(history).toEqual([{ reason: 'Speaks Basque.' }]);
  });

  it('is told once, to everybody, with the reason; and then stays', async () => {
    const headers = await seen();
    const both = await Promise.all([1, 2].map(() => stage.api<SelectionBody>('POST', at('/tell'), headers)));
    expect(both.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 409]);
    const mails = await stage.query<{ to: string; subject: string; text: string }>(
      `SELECT payload #>> '{to,name}' AS to, payload ->> 'subject' AS subject, payload ->> 'text' AS text FROM outbox
       WHERE type = 'study-visits.mail-requested.v1' ORDER BY 1`,
    );
    expect(mails.map(({ to, subject }) => [to, subject.split(':')[0]])).toEqual([
      ['Ada Example', 'You are a reserve'],
      ['Bea Example', 'A place for you'],
      ['Cy Example', 'A place for you'],
      ['Di Example', 'A place for you'],
    ]);
    expect(mails[0]?.text).toContain('Asked to come another year.');
    expect(mails[1]?.text).toContain('Speaks Basque.');
    expect(mails[3]?.text).toContain('kept for newcomers');
    expect((await post('/run', { method: 'draw' })).body.code).toBe('selection-told');
    const { outcomes } = await everybody();
    expect(outcomes).toHaveLength(4);
    expect(JSON.stringify(outcomes)).not.toMatch(/Example|Basque/);
    expect(outcomes.find(({ code }) => code === b.code)?.isByHand).toBe(true);
  });
});
