import { runDue } from '../../run-due.js';
import { staffPerson, startStands, type StagedExhibition, type StandsStage } from '../stage.js';

interface Looked {
  readonly id: string;
  readonly rows: number;
  readonly agreed: number;
  readonly anonymous: number;
  readonly twice: readonly number[];
  readonly already: number;
  readonly problems: readonly { readonly line: number }[];
  readonly written: number | null;
}

describe('visitors of a stand', () => {
  let stage: StandsStage;
  let api: Record<string, string>;
  let exhibition: StagedExhibition;

  beforeAll(async () => {
    stage = await startStands();
    api = await stage.headers({ ...staffPerson, via: 'api' });
  });
  beforeEach(async () => {
    exhibition = await stage.exhibition();
  });
  afterAll(() => stage?.stop());

  const kept = () =>
    stage.query<{ name: string | null; words: string | null; consent: boolean }>(
      `SELECT name, consent_words AS words, consent_at IS NOT NULL AS consent FROM visitors
       WHERE exhibition_id = $1 ORDER BY name NULLS LAST`,
      [exhibition.id],
    );
  const look = (csv: string) =>
    stage.api<Looked>('POST', `/exhibitions/${exhibition.id}/visitor-lists`, api, {
      csv,
      consentWords: 'You may write to me.',
    });
  const confirm = (id: string) =>
    stage.api<Looked>('POST', `/exhibitions/${exhibition.id}/visitor-lists/${id}/confirm`, api);

  it('are kept with the words that they agreed to, and without consent only counted', async () => {
    const member = await stage.teamMember(exhibition);
    const record = (body: object) =>
      stage.api<{ as: string; consentWords: string }>(
        'POST',
        `/team-links/${member.secret}/visitors`,
        {},
        body,
      );
    const ann = { name: 'Ann', email: 'ann@example.org' };
    const agreed = await record({ ...ann, hasAgreed: true });
    expect([agreed.status, agreed.body.as]).toEqual([201, 'agreed']);
    expect((await record({ name: 'Bo', email: 'bo@example.org', hasAgreed: false })).body.as).toBe('counted');
    expect((await record({ ...ann, email: 'ANN@example.org', hasAgreed: true })).body.as).toBe('known');
    expect((await record({ name: 'Cy', hasAgreed: true })).status).toBe(422);
    expect(await kept()).toEqual([
      { name: 'Ann', words: agreed.body.consentWords, consent: true },
      { name: null, words: null, consent: false },
      { name: null, words: null, consent: false },
    ]);
  });

  it('come from a file of ten thousand rows, looked at first and written whole and once', async () => {
    const rows = Array.from(
      { length: 9_998 },
      (_, index) =>
        `Person ${index},p${index}@example.org,${index % 2 === 0 ? 'yes' : 'no'},2035-09-23 10:30`,
    );
    const csv = ['name,email,consent,when', ...rows, 'Again,P0@example.org,yes,', 'Wrong,nowhere,yes,'].join(
      '\n',
    );
    const { status, body } = await look(csv);
    expect(status).toBe(201);
    expect(body).toMatchObject({ rows: 10_000, agreed: 4999, anonymous: 4999, twice: [10_000], already: 0 });
    expect(body.problems.map(({ line }) => line)).toEqual([10_001]);
    expect(await kept()).toEqual([]);
    expect((await confirm(body.id)).body.written).toBe(9998);
    expect((await confirm(body.id)).body.written).toBe(9998);
    expect(await kept()).toHaveLength(9998);
    const again = await look('name,email,consent\nPerson 2,P2@example.org,yes\nNew,new@example.org,yes');
    expect(again.body.already).toBe(1);
    expect((await confirm(again.body.id)).body.written).toBe(1);
    const tooMany = await look(['email,consent', ...rows, ...rows].join('\n'));
    expect(tooMany.status).toBe(422);
  });

  it('are counted for the shift that was on, and found by what they told', async () => {
    await stage.shift(exhibition, { from: '2035-09-23T09:00:00Z', until: '2035-09-23T11:00:00Z' });
    const csv = [
      'name,email,consent,when,interests',
      'Ann,ann@example.org,yes,2035-09-23 10:30,housing',
      ',,no,2035-09-23 11:59,',
      '=1+1,bo@example.org,yes,2035-09-23 12:00,',
    ].join('\n');
    await confirm((await look(csv)).body.id);
    const { body } = await stage.api<{ items: object[] }>(
      'GET',
      `/exhibitions/${exhibition.id}/visitor-counts`,
      api,
    );
    expect(body.items).toEqual([
      { startsAt: '2035-09-23T09:00:00Z', endsAt: '2035-09-23T11:00:00Z', visitors: 2, agreed: 1 },
      { startsAt: null, endsAt: null, visitors: 1, agreed: 1 },
    ]);
    const found = await stage.api<{ items: { id: string; name: string }[] }>(
      'GET',
      `/exhibitions/${exhibition.id}/visitors?q=HOUSING`,
      api,
    );
    expect(found.body.items.map(({ name }) => name)).toEqual(['Ann']);
    const pages = await stage.headers(staffPerson);
    const file = await fetch(`${stage.url}${exhibition.manage}/visitors/export.csv`, { headers: pages });
    expect(await file.text()).toContain(`'=1+1`);
    const page = await fetch(`${stage.url}${exhibition.manage}/visitors`, { headers: pages });
    expect(await page.text()).toContain('Visitors in each shift');
    const gone = await stage.api(
      'DELETE',
      `/exhibitions/${exhibition.id}/visitors/${found.body.items[0]?.id}`,
      api,
    );
    expect(gone.status).toBe(204);
    expect((await kept()).map(({ name }) => name)).toEqual(['=1+1', null, null]);
  });

  it('are forgotten after two years, and still counted', async () => {
    await confirm((await look('name,email,consent\nAnn,ann@example.org,yes\nBo,bo@example.org,yes')).body.id);
    await stage.query(
      `UPDATE visitors SET consent_at = now() - interval '25 months' WHERE exhibition_id = $1 AND name = 'Ann'`,
      [exhibition.id],
    );
    await runDue(stage.system, 'exhibition-stands', 'forget-visitors');
    expect((await kept()).map(({ name }) => name)).toEqual(['Bo', null]);
  });
});
