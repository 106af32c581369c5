import { staffPerson, startStands, type StandsStage } from '../stage.js';
import { withoutExhibitionLock } from '../exhibition-lock-off.js';

const day = '2035-09-23';
const racers = 40;

describe('passes of a team', () => {
  let stage: StandsStage;
  let api: Record<string, string>;
  let pages: Record<string, string>;

  beforeAll(async () => {
    stage = await startStands();
    api = await stage.headers({ ...staffPerson, via: 'api' });
    pages = { ...(await stage.headers(staffPerson)), 'sec-fetch-site': 'same-origin' };
  });
  afterAll(() => stage.stop());

  /** An exhibition with people, and a limit of passes for its first day. */
  async function withTeam(people: number, places: number | null) {
    const exhibition = await stage.exhibition({ passesNeeded: true });
    const members: string[] = [];
    for (let index = 0; index < people; index++) {
      const name = `Person ${String(index + 1).padStart(2, '0')}`;
      members.push((await stage.teamMember(exhibition, { name })).id);
    }
    await stage.api('PUT', `/exhibitions/${exhibition.id}/pass-limits`, api, { limits: [{ day, places }] });
    const step = (act: string, memberIds: readonly string[], days = [day], reason = '') =>
      stage.api<{ code?: string; changed?: number; unchanged?: number; detail?: string }>(
        'POST',
        `/exhibitions/${exhibition.id}/passes/steps`,
        api,
        { act, memberIds, days, reason },
      );
    const counted = async () => {
      const [row] = await stage.query<{ number: number }>(
        `SELECT count(*)::int AS number FROM passes WHERE exhibition_id = $1 AND status <> 'refused'`,
        [exhibition.id],
      );
      return row?.number ?? 0;
    };
    return { exhibition, members, step, counted };
  }

  it('go from applied to collected, and only so', async () => {
    const { exhibition, members, step } = await withTeam(2, null);
    const [ann = '', bo = ''] = members;
    const acts = ['accept-photo', 'apply', 'issue', 'accept-photo', 'issue', 'collect', 'refuse'];
    const changed: unknown[] = [];
    for (const act of acts) {
      const { body } = await step(act, [ann], [day], act === 'refuse' ? 'No photo' : '');
      changed.push(body.changed);
    }
    expect(changed).toEqual([0, 1, 0, 1, 1, 1, 0]);
    await step('apply', members, [day, '2035-09-24']);
    await step('refuse', [bo], ['2035-09-24'], 'The photo is blurred');
    const { body } = await stage.api<{
      days: object[];
      people: { name: string; passes: { day: string; status: string; reason: string | null }[] }[];
    }>('GET', `/exhibitions/${exhibition.slug}/passes`, api);
    expect(body.days).toEqual([
      { day, places: null, taken: 2, left: null },
      { day: '2035-09-24', places: null, taken: 1, left: null },
    ]);
    expect(body.people.map(({ passes }) => passes)).toEqual([
      [
        { day, status: 'collected', reason: null },
        { day: '2035-09-24', status: 'applied', reason: null },
      ],
      [
        { day, status: 'applied', reason: null },
        { day: '2035-09-24', status: 'refused', reason: 'The photo is blurred' },
      ],
    ]);
  });

  it('are refused without a reason, for nobody, and beyond what there is: all of them or none', async () => {
    const { members, step, counted } = await withTeam(3, 2);
    expect((await step('refuse', members)).status).toBe(422);
    expect((await step('apply', [])).status).toBe(422);
    const refused = await step('apply', members);
    expect([refused.status, refused.body.code]).toEqual([409, 'no-passes-left']);
    expect(refused.body.detail).toContain(`2 are left for ${day}`);
    expect(await counted()).toBe(0);
  });

  it('are given back by whoever leaves the team, and the limit never falls below what is taken', async () => {
    const { exhibition, members, step, counted } = await withTeam(2, 2);
    await step('apply', members);
    const limit = (places: number) =>
      stage.api('PUT', `/exhibitions/${exhibition.id}/pass-limits`, api, { limits: [{ day, places }] });
    expect((await limit(1)).status).toBe(422);
    const gone = await stage.api('DELETE', `/exhibitions/${exhibition.id}/team/${members[0]}`, api);
    expect([gone.status, await counted()]).toEqual([204, 1]);
    expect((await limit(1)).status).toBe(200);
  });

  it('are had by one of forty who ask at once for the last', async () => {
    const { members, step, counted } = await withTeam(racers, 1);
    const answers = await Promise.all(members.map((member) => step('apply', [member])));
    const times = (wanted: number) => answers.filter(({ status }) => status === wanted).length;
    expect([times(200), times(409)]).toEqual([1, racers - 1]);
    expect(await counted()).toBe(1);
  });

  it('would be had by several without the lock', async () => {
    const { members, step, counted } = await withTeam(4, 1);
    await withoutExhibitionLock(stage, 'passes', () =>
      Promise.all(members.map((member) => step('apply', [member]))),
    );
    expect(await counted()).toBeGreaterThan(1);
  });

  it('are set for many at once on their page, which says how many are left', async () => {
    const { exhibition, members } = await withTeam(2, 3);
    const send = (fields: readonly (readonly [string, string])[]) =>
      fetch(`${stage.url}${exhibition.manage}/passes/steps`, {
        method: 'POST',
        headers: { ...pages, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(fields.map(([name, value]) => [name, value])),
        redirect: 'manual',
      });
    const people = members.map((member) => ['people', member] as const);
    expect((await send([['act', 'apply'], ['days', day], ...people])).status).toBe(303);
    const page = await fetch(`${stage.url}${exhibition.manage}/passes`, { headers: pages });
    expect(await page.text()).toContain('2 of 3 taken, 1 left');
    expect((await send([['act', ''], ['days', day], ...people])).status).toBe(422);
    expect((await send([['act', 'apply'], ...people])).status).toBe(422);
  });
});
