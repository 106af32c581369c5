import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { until } from '../../until.js';
import { day, startBoard, type BoardStage, type StagedRota } from './board-stage.js';

let stage: BoardStage;
beforeAll(async () => {
  stage = await startBoard();
});
afterAll(() => stage.stop());

/** What the tables say of a draft, in order. */
async function draftOf({ id }: StagedRota) {
  const rows = await stage.query<{ shift: string; member: string; pinned: boolean; lead: boolean }>(
    `SELECT shift_id AS shift, team_member_id AS member, is_pinned AS pinned, is_lead AS lead FROM draft_assignments
     WHERE exhibition_id = $1 ORDER BY 1, 2`,
    [id],
  );
  return rows;
}

const versionOf = async ({ id }: StagedRota) =>
  String(
    (await stage.query<{ version: number }>('SELECT version FROM drafts WHERE exhibition_id = $1', [id]))[0]
      ?.version ?? 0,
  );

const lastStepOf = async ({ id }: StagedRota) =>
  String(
    (
      await stage.query<{ number: number }>(
        `SELECT max(number) AS number FROM draft_steps WHERE exhibition_id = $1 AND undone_in IS NULL AND act <> 'undo'`,
        [id],
      )
    )[0]?.number ?? 0,
  );

async function act(rota: StagedRota, form: Readonly<Record<string, string>>) {
  return stage.ask(`${rota.board}/acts`, { version: await versionOf(rota), ...form });
}

async function fill(rota: StagedRota, basis = 'none') {
  const asked = await stage.ask(`${rota.board}/fill`, { basis, passes: 'issued', seconds: '20' });
  expect(asked.status).toBe(303);
  await filled(rota);
}

/** Waits for the last search to be over. */
async function filled(rota: StagedRota) {
  await until(async () => {
    const [row] = await stage.query<{ status: string }>(
      'SELECT status FROM fills WHERE exhibition_id = $1 ORDER BY asked_at DESC LIMIT 1',
      [rota.id],
    );
    return row !== undefined && !['waiting', 'running'].includes(row.status);
  });
}

/** Has the rota filled, and writes something before what was found can be written. */
async function filledMeanwhile(rota: StagedRota, change: string) {
  const holder = new pg.Client({ connectionString: stage.system.databaseUrl('exhibition-stands') });
  await holder.connect();
  try {
    await holder.query('BEGIN');
    await holder.query('SELECT lock_exhibition($1)', [rota.id]);
    const asked = { basis: 'none', passes: 'issued', seconds: '20' };
    expect((await stage.ask(`${rota.board}/fill`, asked)).status).toBe(303);
    await holder.query(change, [rota.id]);
    await holder.query('COMMIT');
  } finally {
    await holder.end();
  }
  await filled(rota);
}

const ids = ({ shifts, team }: StagedRota, shift: number, member: number) => ({
  shift: shifts[shift] ?? '',
  member: team[member]?.id ?? '',
});

describe('the board', () => {
  test('puts people on shifts, marks what that breaks, and takes it back step by step', async () => {
    const rota = await stage.rota();
    for (const shift of [0, 1, 2])
      expect((await act(rota, { act: 'put', ...ids(rota, shift, 1) })).status).toBe(303);
    const shown = await stage.ask(rota.board);
    expect(shown.text).toContain('Too many shifts in a row');
    expect(await draftOf(rota)).toHaveLength(3);
    for (const left of [2, 1, 0]) {
      expect((await stage.ask(`${rota.board}/undo`, { step: await lastStepOf(rota) })).status).toBe(303);
      expect(await draftOf(rota)).toHaveLength(left);
    }
    expect((await stage.ask(rota.board)).text).not.toContain('Undo:');
  });

  test('does once what is sent twice, and tells of what somebody else did to the same meanwhile', async () => {
    const rota = await stage.rota({ cover: 2 });
    const put = { act: 'put', ...ids(rota, 0, 0), version: '0' };
    expect((await stage.ask(`${rota.board}/acts`, put)).status).toBe(303);
    expect((await stage.ask(`${rota.board}/acts`, put)).status).toBe(303);
    expect(await draftOf(rota)).toHaveLength(1);
    // Somebody who still sees the draft without it.
    const same = await stage.ask(`${rota.board}/acts`, { act: 'put', ...ids(rota, 0, 1), version: '0' });
    expect(same.status).toBe(409);
    expect(same.text).toContain('Sam Example changed the rota after you looked');
    const other = await stage.ask(`${rota.board}/acts`, { act: 'put', ...ids(rota, 1, 1), version: '0' });
    expect(other.status).toBe(303);
    expect(await draftOf(rota)).toHaveLength(2);
  });

  test('lets two of the staff change it at once and loses nothing', async () => {
    const rota = await stage.rota({ shifts: 3, cover: 3 });
    const puts = [0, 1, 2].map((each) => ({ act: 'put', ...ids(rota, each, each), version: '0' }));
    const answers = await Promise.all(puts.map((form) => stage.ask(`${rota.board}/acts`, form)));
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(await draftOf(rota)).toHaveLength(3);
    expect(await versionOf(rota)).toBe('3');
    // Two undo the same step at once: it is undone once.
    const step = await lastStepOf(rota);
    await Promise.all([1, 2].map(() => stage.ask(`${rota.board}/undo`, { step })));
    expect(await draftOf(rota)).toHaveLength(2);
  });

  test('fills the rota, keeps what is pinned when it is filled again, and moves nothing else without need', async () => {
    const rota = await stage.rota({ leads: 0 });
    await act(rota, { act: 'put', ...ids(rota, 0, 1) });
    await act(rota, { act: 'pin', ...ids(rota, 0, 1) });
    await fill(rota);
    const first = await draftOf(rota);
    expect(first).toHaveLength(3);
    expect(first.filter(({ pinned }) => pinned)).toEqual([{ ...ids(rota, 0, 1), pinned: true, lead: false }]);
    const page = await stage.ask(`${rota.board}/fill`);
    expect(page.text).toContain('Best possible: proven');
    expect(page.text).toContain('Nothing: every place is covered.');
    expect(page.text).toContain('Why everybody has what they have');
    await fill(rota, 'draft');
    expect(await draftOf(rota)).toEqual(first);
  });

  test('overwrites nothing that was changed while it searched, but offers what was found', async () => {
    const rota = await stage.rota();
    await filledMeanwhile(rota, 'INSERT INTO drafts (exhibition_id, version) VALUES ($1, 1)');
    expect(await draftOf(rota)).toEqual([]);
    expect((await stage.ask(rota.board)).text).toContain('Take it or leave it');
    const page = await stage.ask(`${rota.board}/fill`);
    expect(page.text).toContain('A rota is found, but the draft was left as it is');
    expect(page.text).toContain('this changed: the draft of the rota');
    const [row] = await stage.query<{ id: string }>('SELECT id FROM fills WHERE exhibition_id = $1', [
      rota.id,
    ]);
    for (const time of ['once', 'twice'])
      expect({
        time,
        ...(await stage.ask(`${rota.board}/fill/take`, { fill: row?.id ?? '' })),
      }).toMatchObject({
        time,
        status: 303,
      });
    expect(await draftOf(rota)).toHaveLength(3);
  });

  test('overwrites nothing when somebody says meanwhile when they can', async () => {
    const rota = await stage.rota();
    await filledMeanwhile(
      rota,
      `UPDATE availability SET starts_at = starts_at + interval '4 hours'
       WHERE team_member_id IN (SELECT id FROM team_members WHERE exhibition_id = $1)`,
    );
    expect(await draftOf(rota)).toEqual([]);
    const page = await stage.ask(`${rota.board}/fill`);
    expect(page.text).toContain('this changed: who is on the team, or when they can.');
  });

  test('marks what somebody says after it was filled that they cannot do, and is filled anew around it', async () => {
    const rota = await stage.rota();
    await fill(rota);
    const theirs = (await draftOf(rota)).find(({ shift }) => shift === rota.shifts[0]);
    const volunteer = rota.team.find(({ id }) => id === theirs?.member);
    const answers = [{ from: `${day}T08:00:00Z`, until: `${day}T10:00:00Z`, kind: 'unavailable' }];
    const visitor = { 'sec-fetch-site': 'same-origin' };
    const said = await stage.api('POST', `/team-links/${volunteer?.secret}/answers`, visitor, { answers });
    expect(said.status).toBe(200);
    const board = await stage.ask(rota.board);
    expect(board.text).toContain('1 broken rule');
    expect(board.text).toContain('Not available');
    const publishing = await stage.ask(`${rota.board}/publish`);
    expect(publishing.text).toContain('1 thing speaks against it.');
    await fill(rota, 'draft');
    const after = await draftOf(rota);
    expect(after).toHaveLength(3);
    expect(after).not.toContainEqual(theirs);
    expect((await stage.ask(rota.board)).text).toContain('no rule is broken');
  });

  test('says which pins cannot be kept', async () => {
    const rota = await stage.rota();
    for (const shift of [0, 1, 2]) {
      await act(rota, { act: 'put', ...ids(rota, shift, 1) });
      await act(rota, { act: 'pin', ...ids(rota, shift, 1) });
    }
    const before = await draftOf(rota);
    await fill(rota);
    const page = await stage.ask(`${rota.board}/fill`);
    expect(page.text).toContain('There is no rota with all that is pinned');
    expect(page.text).toContain('Too many shifts in a row');
    expect(await draftOf(rota)).toEqual(before);
  });

  test('says that nobody has said when they can, and that more leads are needed than there are', async () => {
    const unanswered = await stage.rota({ isUnanswered: true });
    await fill(unanswered);
    expect((await stage.ask(`${unanswered.board}/fill`)).text).toContain(
      'Nobody on the team has said yet when they can',
    );
    const leads = await stage.rota({ cover: 2, leads: 2, shifts: 1 });
    await fill(leads);
    const page = await stage.ask(`${leads.board}/fill`);
    expect(page.text).toContain('A shift needs 2 leads, and only 1 person on the team can lead.');
    expect(page.text).toContain('Does not lead, and the place is kept for a lead: Ben Ash and Cas Oak.');
  });

  test('compares the draft with what people were told, and keeps near to that when it is filled', async () => {
    const rota = await stage.rota();
    await stage.query(
      `INSERT INTO rotas (id, exhibition_id, number, published_at) VALUES (gen_random_uuid(), $1, 1, now())`,
      [rota.id],
    );
    for (const [shift, member] of [
      [0, 1],
      [1, 0],
    ] as const)
      await stage.query(
        `INSERT INTO current_assignments (id, exhibition_id, shift_id, team_member_id, is_lead, status, status_at, source,
           version, starts_at, ends_at, label, told_at)
         SELECT gen_random_uuid(), $1, id, $3, false, 'assigned', now(), 'rota', 1, starts_at, ends_at, '', now()
         FROM shifts WHERE id = $2`,
        [rota.id, ids(rota, shift, member).shift, ids(rota, shift, member).member],
      );
    await act(rota, { act: 'put', ...ids(rota, 0, 1) });
    await act(rota, { act: 'put', ...ids(rota, 1, 2) });
    const page = await stage.ask(`${rota.board}/compare`);
    expect(page.text).toContain('2 people would be told of a change.');
    expect(page.text).toContain('No longer Monday 24 September, 11am to 1pm');
    await fill(rota, 'published');
    const draft = await draftOf(rota);
    expect(draft).toHaveLength(3);
    const pairs = draft.map(({ shift, member }) => ({ shift, member }));
    expect(pairs).toEqual(expect.arrayContaining([ids(rota, 0, 1), ids(rota, 1, 0)]));
  });

  test('ranks who could be on a shift, and says why the others cannot', async () => {
    const rota = await stage.rota();
    await act(rota, { act: 'forbid', ...ids(rota, 0, 2) });
    const page = await stage.ask(`${rota.board}/shifts/${rota.shifts[0]}`);
    expect(page.text).toContain('Who could be on it');
    expect(page.text).toContain('is not to do this shift, staff decided');
    expect(
      (await stage.ask(`${rota.board}/shifts/${rota.shifts[0]}/people/${rota.team[2]?.id}`)).status,
    ).toBe(303);
  });
});
