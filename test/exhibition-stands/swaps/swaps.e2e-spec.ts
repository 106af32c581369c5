import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '../../until.js';
import { runDue } from '../../run-due.js';
import { assign, having, helper, inMinutes, mailsTo } from '../day/day-stage.js';
import { publish } from '../publishing-stage.js';
import { staffPerson, startStands, type StandsStage } from '../stage.js';
import { stageSwaps, swapping, type SeenSwap, type StagedSwaps } from './swaps-stage.js';

let stage: StandsStage;
let staff: Record<string, string>;
let does: ReturnType<typeof swapping>;

beforeAll(async () => {
  stage = await startStands();
  staff = await stage.headers({ ...staffPerson, via: 'api' });
  does = swapping(stage);
});
afterAll(() => stage?.stop());

interface Choices {
  readonly exchanges: readonly { readonly assignmentId: string; readonly name: string }[];
  readonly gifts: readonly { readonly memberId: string; readonly name: string }[];
}

const choices = async ({ ada, adas }: StagedSwaps) =>
  (await stage.api<Choices>('GET', `/team-links/${ada.secret}/shifts/${adas}/swap-choices`, {})).body;

/** What other apps are told of the shifts of an exhibition, each with how often. */
const messages = async ({ exhibition }: StagedSwaps) =>
  stage.query<{ type: string; times: number }>(
    `SELECT type, count(*)::int AS times FROM outbox
     WHERE type LIKE '%.shift-%' AND payload ->> 'exhibitionId' = $1 GROUP BY type ORDER BY type`,
    [exhibition.id],
  );

const told = async ({ ada, bo }: StagedSwaps) => [
  await mailsTo(stage, ada.email),
  await mailsTo(stage, bo.email),
];

describe('a swap without approval', () => {
  it('happens when the other accepts: both have the other’s shift, and each is told once', async () => {
    const here = await stageSwaps(stage);
    const { ada, bo, cy, adas, bos, early, late } = here;
    expect(await choices(here)).toEqual({
      exchanges: [expect.objectContaining({ assignmentId: bos, name: 'Bo Sample' })],
      gifts: [
        { memberId: bo.id, name: 'Bo Sample' },
        { memberId: cy.id, name: 'Cy Muster' },
      ],
    });
    const asked = await does.ask(ada, adas, { assignmentId: bos }, 'My train only arrives at ten.');
    expect(asked).toMatchObject({ status: 201, body: { status: 'asked', as: 'asker', with: 'Bo Sample' } });
    // A second press finds the first.
    expect((await does.ask(ada, adas, { assignmentId: bos })).body.id).toBe(asked.body.id);
    expect(await told(here)).toEqual([[], ['Ada Example asks you to swap a shift']]);
    expect([await having(stage, early), await having(stage, late)]).toEqual([['Ada Example'], ['Bo Sample']]);
    expect(await does.answer(bo, asked.body.id, 'accept')).toMatchObject({
      status: 200,
      body: { status: 'done' },
    });
    expect(await does.answer(bo, asked.body.id, 'accept')).toMatchObject({ status: 200 });
    expect([await having(stage, early), await having(stage, late)]).toEqual([['Bo Sample'], ['Ada Example']]);
    const changed = [
      expect.stringMatching(/^Your shifts have changed/),
      expect.stringContaining('1 shift less'),
    ];
    expect(await told(here)).toEqual([changed, [expect.stringContaining('swap a shift'), ...changed]]);
    expect(await messages(here)).toEqual([
      { type: 'exhibition-stands.shift-assigned.v1', times: 2 },
      { type: 'exhibition-stands.shift-unassigned.v1', times: 2 },
    ]);
    // The draft has it, too, so that the next publishing does not take it back.
    const draft = await stage.query<{ shift: string; member: string }>(
      'SELECT shift_id AS shift, team_member_id AS member FROM draft_assignments WHERE exhibition_id = $1',
      [here.exhibition.id],
    );
    expect(new Set(draft.map(({ shift, member }) => `${shift} ${member}`))).toEqual(
      new Set([`${early} ${bo.id}`, `${late} ${ada.id}`]),
    );
    const sources = await stage.query(
      'SELECT DISTINCT source FROM current_assignments WHERE exhibition_id = $1',
      [here.exhibition.id],
    );
    expect(sources).toEqual([{ source: 'swap' }]);
  });

  it('can be a gift, which ends every other ask about that shift', async () => {
    const here = await stageSwaps(stage);
    const { ada, bo, cy, adas, bos, early } = here;
    const withBo = await does.ask(ada, adas, { assignmentId: bos });
    const toCy = await does.ask(ada, adas, { memberId: cy.id });
    expect(await does.answer(cy, toCy.body.id, 'accept')).toMatchObject({ body: { status: 'done' } });
    expect(await having(stage, early)).toEqual(['Cy Muster']);
    const late = await does.answer(bo, withBo.body.id, 'accept');
    expect(late).toMatchObject({ status: 409, body: { code: 'swap-ended' } });
    expect(await mailsTo(stage, bo.email)).toEqual([
      'Ada Example asks you to swap a shift',
      expect.stringMatching(/^Nothing comes of a swap/),
    ]);
  });

  it('comes to nothing when declined or taken back, and whoever did not say so is told', async () => {
    const here = await stageSwaps(stage);
    const { ada, bo, adas, bos, early } = here;
    const first = await does.ask(ada, adas, { assignmentId: bos });
    await does.answer(bo, first.body.id, 'decline');
    await does.answer(bo, first.body.id, 'decline');
    expect(await does.answer(ada, first.body.id, 'withdraw')).toMatchObject({
      status: 409,
      body: { code: 'swap-ended' },
    });
    const second = await does.ask(ada, adas, { memberId: bo.id });
    await does.answer(ada, second.body.id, 'withdraw');
    expect(await does.answer(bo, second.body.id, 'accept')).toMatchObject({ status: 409 });
    expect(await told(here)).toEqual([
      [expect.stringMatching(/^Bo Sample cannot swap/)],
      [
        'Ada Example asks you to swap a shift',
        'Ada Example asks whether you could take a shift',
        expect.stringMatching(/^You need not swap with Ada Example/),
      ],
    ]);
    expect(await having(stage, early)).toEqual(['Ada Example']);
  });

  it('is for the two alone, each in their part', async () => {
    const here = await stageSwaps(stage);
    const { ada, bo, cy, adas, bos } = here;
    const { body } = await does.ask(ada, adas, { assignmentId: bos });
    expect(await does.answer(cy, body.id, 'accept')).toMatchObject({ status: 404 });
    expect(await does.answer(ada, body.id, 'accept')).toMatchObject({ status: 404 });
    expect(await does.answer(bo, body.id, 'withdraw')).toMatchObject({ status: 404 });
    expect(await does.ask(bo, adas, { memberId: cy.id })).toMatchObject({ status: 404 });
    expect(
      (await stage.api<{ swaps: object[] }>('GET', `/team-links/${cy.secret}/swaps`, {})).body.swaps,
    ).toEqual([]);
    const foreign = await does.post(
      `/team-links/${bo.secret}/swaps/${body.id}/answers`,
      { answer: 'accept' },
      { 'sec-fetch-site': 'cross-site' },
    );
    expect(foreign.status).toBe(403);
  });
});

describe('the rules of the rota', () => {
  it('are for both, when asked and when accepted, and whoever asks learns nothing of the other', async () => {
    const here = await stageSwaps(stage);
    const { exhibition, ada, bo, adas, bos, early } = here;
    const asked = await does.ask(ada, adas, { assignmentId: bos });
    await stage.query(
      `INSERT INTO availability (id, team_member_id, starts_at, ends_at, kind, why)
       VALUES (gen_random_uuid(), $1, $2, $3, 'unavailable', 'At the dentist')`,
      [bo.id, inMinutes(130), inMinutes(150)],
    );
    const answer = await does.answer(bo, asked.body.id, 'accept');
    expect(answer).toMatchObject({ status: 409, body: { code: 'cannot-swap' } });
    expect(answer.body.detail).toContain('is not available for all of it');
    expect(await having(stage, early)).toEqual(['Ada Example']);
    const seen = await stage.api<{ against: object }>(
      'GET',
      `/exhibitions/${exhibition.id}/swaps/${asked.body.id}`,
      staff,
    );
    expect(seen.body.against).toEqual({ asker: [], other: ['unavailable'] });
    await does.answer(ada, asked.body.id, 'withdraw');
    const found = await choices(here);
    expect(JSON.stringify(found)).not.toMatch(/Bo Sample|dentist|available/);
    expect(await does.ask(ada, adas, { assignmentId: bos })).toMatchObject({ status: 422 });
    expect(await does.ask(ada, adas, { memberId: bo.id })).toMatchObject({ status: 422 });
  });

  it('of the other’s side are told to whoever accepts only as that it does not work', async () => {
    const { ada, bo, adas, bos } = await stageSwaps(stage);
    const asked = await does.ask(ada, adas, { assignmentId: bos });
    await stage.query('DELETE FROM availability WHERE team_member_id = $1', [ada.id]);
    const answer = await does.answer(bo, asked.body.id, 'accept');
    expect(answer).toMatchObject({ status: 409, body: { code: 'cannot-swap' } });
    expect(answer.body.detail).toContain('does not work for the other of you');
    expect(answer.body.detail).not.toContain('available');
  });

  it('keep a shift that staff have pinned, or have changed and not published', async () => {
    const here = await stageSwaps(stage);
    const { ada, cy, adas, bos, early, late } = here;
    await stage.query('UPDATE draft_assignments SET is_pinned = true WHERE shift_id = $1', [late]);
    expect((await choices(here)).exchanges).toEqual([]);
    expect(await does.ask(ada, adas, { assignmentId: bos })).toMatchObject({ status: 422 });
    const asked = await does.ask(ada, adas, { memberId: cy.id });
    await stage.query(`UPDATE shifts SET ends_at = ends_at + interval '30 minutes' WHERE id = $1`, [early]);
    expect(await does.answer(cy, asked.body.id, 'accept')).toMatchObject({
      status: 409,
      body: { code: 'being-changed' },
    });
  });

  it('let nobody ask any number of people', async () => {
    const { exhibition, ada, adas } = await stageSwaps(stage);
    const ids: string[] = [];
    for (let number = 1; number <= 6; number++)
      ids.push((await helper(stage, exhibition, `Helper ${number}`)).id);
    const answers = [];
    for (const memberId of ids) answers.push(await does.ask(ada, adas, { memberId }));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201, 409]);
    expect(answers.at(-1)?.body.code).toBe('too-many-asked');
  });
});

describe('a swap with approval', () => {
  const list = async ({ exhibition }: StagedSwaps) =>
    (await stage.api<Record<string, SeenSwap[]>>('GET', `/exhibitions/${exhibition.id}/swaps`, staff)).body;

  it('waits for staff once both are agreed, and happens when they approve', async () => {
    const here = await stageSwaps(stage, { needsApproval: true });
    const { exhibition, ada, bo, adas, bos, early } = here;
    const { body } = await does.ask(ada, adas, { assignmentId: bos });
    expect(await does.decide(staff, here, body.id, 'approve')).toMatchObject({
      status: 409,
      body: { code: 'not-agreed' },
    });
    expect(await does.answer(bo, body.id, 'accept')).toMatchObject({ body: { status: 'agreed' } });
    expect(await having(stage, early)).toEqual(['Ada Example']);
    expect((await list(here))['toApprove']).toMatchObject([{ id: body.id, asker: { name: 'Ada Example' } }]);
    expect(await mailsTo(stage, ada.email)).toEqual([expect.stringMatching(/^Bo Sample says yes/)]);
    expect(await mailsTo(stage, 'cy@example.org')).toContainEqual(
      expect.stringMatching(/^A swap of shifts to approve/),
    );
    const pages = await stage.headers(staffPerson);
    const html = async (path: string) =>
      (await fetch(`${stage.url}${path}`, { headers: { ...pages, accept: 'text/html' } })).text();
    expect(await html('/stands/manage')).toMatch(/1 swap to approve/);
    for (const path of ['today', 'swaps'])
      expect(await html(`${exhibition.manage}/${path}`)).toContain(body.id);
    expect(await does.decide(staff, here, body.id, 'approve')).toMatchObject({
      status: 200,
      body: { status: 'done', decidedBy: expect.any(String) },
    });
    expect(await having(stage, early)).toEqual(['Bo Sample']);
    expect((await list(here))['toApprove']).toEqual([]);
    expect(await html(`${exhibition.manage}/history`)).toContain('Swap of shifts approved');
  });

  it('is refused with a reason that both read, or ended by staff', async () => {
    const here = await stageSwaps(stage, { needsApproval: true });
    const { ada, bo, cy, adas, bos, early } = here;
    const { body } = await does.ask(ada, adas, { assignmentId: bos });
    await does.answer(bo, body.id, 'accept');
    expect(await does.decide(staff, here, body.id, 'refuse')).toMatchObject({ status: 422 });
    expect(await does.decide(staff, here, body.id, 'refuse', 'We need Welsh.')).toMatchObject({
      status: 200,
      body: { status: 'refused', reason: 'We need Welsh.' },
    });
    expect(await does.answer(bo, body.id, 'accept')).toMatchObject({ status: 409 });
    expect((await told(here)).map((mails) => mails.at(-1))).toEqual([
      expect.stringMatching(/^A swap of yours was not approved/),
      expect.stringMatching(/^A swap of yours was not approved/),
    ]);
    const toCy = await does.ask(ada, adas, { memberId: cy.id });
    expect(await does.decide(staff, here, toCy.body.id, 'withdraw')).toMatchObject({
      body: { status: 'withdrawn' },
    });
    expect(await having(stage, early)).toEqual(['Ada Example']);
  });

  it('is checked against the rules once more, and not approved against them', async () => {
    const here = await stageSwaps(stage, { needsApproval: true });
    const { exhibition, ada, bo, adas, bos } = here;
    const { body } = await does.ask(ada, adas, { assignmentId: bos });
    await does.answer(bo, body.id, 'accept');
    const other = await stage.shift(exhibition, { from: inMinutes(290), until: inMinutes(310), cover: 1 });
    await assign(stage, exhibition, other, ada);
    const answer = await does.decide(staff, here, body.id, 'approve');
    expect(answer).toMatchObject({ status: 409, body: { code: 'cannot-swap' } });
    expect(answer.body.detail).toContain('Ada Example is on another shift at that time');
  });
});

describe('a swap lapses', () => {
  const statusOf = async (id: string) =>
    (
      await stage.query<{ status: string; why: string }>(
        'SELECT status, lapsed_why AS why FROM swaps WHERE id = $1',
        [id],
      )
    )[0];

  it('when somebody drops out of theirs: at once for whoever looks, soon for all', async () => {
    const here = await stageSwaps(stage);
    const { ada, bo, adas, bos } = here;
    const { body } = await does.ask(ada, adas, { assignmentId: bos });
    await does.post(`/team-links/${bo.secret}/shifts/${bos}/drop-out`, {});
    const own = await stage.api<{ swaps: SeenSwap[] }>('GET', `/team-links/${ada.secret}/swaps`, {});
    expect(own.body.swaps).toMatchObject([{ status: 'lapsed', lapsedWhy: 'gone' }]);
    await until(async () => (await statusOf(body.id))?.status === 'lapsed');
    expect(await statusOf(body.id)).toEqual({ status: 'lapsed', why: 'gone' });
    expect((await told(here)).map((mails) => mails.at(-1))).toEqual([
      expect.stringMatching(/^Nothing comes of a swap/),
      expect.stringMatching(/^Nothing comes of a swap/),
    ]);
  });

  it('when a publishing takes away what one of them would give: both are told, once, and nothing comes of it', async () => {
    const here = await stageSwaps(stage, { needsApproval: true });
    const { exhibition, ada, bo, cy, adas, bos, early, late } = here;
    const { body } = await does.ask(ada, adas, { assignmentId: bos });
    expect(await does.answer(bo, body.id, 'accept')).toMatchObject({ body: { status: 'agreed' } });
    await stage.query('UPDATE draft_assignments SET team_member_id = $2 WHERE shift_id = $1', [late, cy.id]);
    expect(await publish(stage, { exhibition, shifts: [], members: [] }, staff)).toMatchObject({
      status: 201,
    });
    const own = await stage.api<{ swaps: SeenSwap[] }>('GET', `/team-links/${ada.secret}/swaps`, {});
    expect(own.body.swaps).toMatchObject([{ status: 'lapsed', lapsedWhy: 'gone' }]);
    for (let time = 1; time <= 2; time++) await runDue(stage.system, 'exhibition-stands', 'end-swaps');
    expect(await statusOf(body.id)).toEqual({ status: 'lapsed', why: 'gone' });
    expect(
      (await told(here)).map((mails) => mails.filter((subject) => subject.startsWith('Nothing comes of'))),
    ).toEqual([[expect.any(String)], [expect.any(String)]]);
    expect(await does.decide(staff, here, body.id, 'approve')).toMatchObject({
      status: 409,
      body: { code: 'swap-ended' },
    });
    expect([await having(stage, early), await having(stage, late)]).toEqual([['Ada Example'], ['Cy Muster']]);
  });

  it('when the first of its shifts begins', async () => {
    const { ada, bo, adas, bos } = await stageSwaps(stage);
    const { body } = await does.ask(ada, adas, { assignmentId: bos });
    await stage.query(`UPDATE swaps SET starts_at = now() - interval '1 minute' WHERE id = $1`, [body.id]);
    expect(await does.answer(bo, body.id, 'accept')).toMatchObject({ status: 409 });
    expect(await statusOf(body.id)).toEqual({ status: 'lapsed', why: 'begun' });
  });
});
