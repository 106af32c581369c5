import { randomUUID } from 'node:crypto';
import { staffPerson, startStands, type StagedExhibition, type StandsStage } from '../stage.js';

const secretIn = /\/stands\/team\/([\w-]{43})/;

interface Own {
  readonly member: {
    readonly status: string;
    readonly version: number;
    readonly available: readonly { from: string; until: string; preferred: boolean }[];
    readonly exceptions: readonly { why: string }[];
    readonly skills: readonly string[];
  };
  readonly days: readonly { readonly slots: readonly { from: string; until: string }[] }[];
}

describe('the team of a stand', () => {
  let stage: StandsStage;
  let api: Record<string, string>;
  let pages: Record<string, string>;
  let visitor: Record<string, string>;

  beforeAll(async () => {
    stage = await startStands();
    api = await stage.headers({ ...staffPerson, via: 'api' });
    pages = { ...(await stage.headers(staffPerson)), 'sec-fetch-site': 'same-origin' };
    visitor = { 'sec-fetch-site': 'same-origin' };
  });
  afterAll(() => stage.stop());

  const mailsTo = (address: string) =>
    stage.query<{ text: string }>(
      `SELECT payload ->> 'text' AS text FROM outbox WHERE type = 'exhibition-stands.mail-requested.v1'
         AND payload #>> '{to,address}' = $1 ORDER BY id`,
      [address],
    );

  async function secretOf(address: string): Promise<string> {
    const mails = await mailsTo(address);
    return secretIn.exec(mails.at(-1)?.text ?? '')?.[1] ?? 'none';
  }

  const post = (path: string, fields: Readonly<Record<string, string>>, headers = visitor) =>
    fetch(`${stage.url}${path}`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields),
      redirect: 'manual',
    });

  const invite = (exhibition: StagedExhibition, people: readonly object[], headers = api) =>
    stage.api<{ invited: string[]; already: string[]; unreachable: string[] }>(
      'POST',
      `/exhibitions/${exhibition.id}/team`,
      headers,
      { people },
    );

  async function member(exhibition: StagedExhibition) {
    const email = `ann.${randomUUID().slice(0, 8)}@example.org`;
    const { body } = await invite(exhibition, [{ name: 'Ann Example', email }]);
    const secret = await secretOf(email);
    const own = async () => (await stage.api<Own>('GET', `/team-links/${secret}`, {})).body;
    return { id: body.invited[0] ?? '', email, secret, own, path: `/stands/team/${secret}` };
  }

  it('is invited once each, however often and however written', async () => {
    const exhibition = await stage.exhibition();
    const id = randomUUID();
    const email = `kim.${id.slice(0, 8)}@example.org`;
    await stage.query(
      `INSERT INTO people (id, name, email, roles, version) VALUES ($1, 'Kim Known', $2, '{}', 1)`,
      [id, email],
    );
    const first = await invite(exhibition, [
      { personId: id },
      { name: 'Ann', email: 'ann.once@example.org' },
    ]);
    expect([first.status, first.body.invited.length]).toEqual([201, 2]);
    const again = await invite(exhibition, [
      { name: 'Kim', email: email.toUpperCase() },
      { name: 'Ann', email: 'ANN.once@example.org' },
    ]);
    expect(again.body).toMatchObject({ invited: [], already: ['Kim', 'Ann'] });
    expect((await mailsTo('ann.once@example.org')).length).toBe(1);
    const rush = await Promise.all(
      Array.from({ length: 8 }, () => invite(exhibition, [{ name: 'Bo', email: 'bo.once@example.org' }])),
    );
    expect(rush.flatMap(({ body }) => body.invited)).toHaveLength(1);
    expect((await mailsTo('bo.once@example.org')).length).toBe(1);
    const bad = await invite(exhibition, [{ name: '', email: 'nonsense' }]);
    expect([bad.status, JSON.stringify(bad.body)]).toEqual([422, expect.stringContaining('people.0.email')]);
    const visitors = await invite(exhibition, [{ name: 'X', email: 'x@example.org' }], {});
    expect(visitors.status).toBe(403);
  });

  it('is invited from a pasted list, with a second press making no second mail', async () => {
    const exhibition = await stage.exhibition();
    const path = `${exhibition.manage}/team/invite`;
    const list =
      'Name,Email,Council\n"Jones, Siân",sian.list@example.org,Rochdale\n李小龍,li.list@example.org,';
    const send = () => post(path, { way: 'list', once: 'token-of-the-form-1', list }, pages);
    expect([(await send()).status, (await send()).status]).toEqual([303, 303]);
    expect((await mailsTo('sian.list@example.org')).length).toBe(1);
    const team = await (await fetch(`${stage.url}${exhibition.manage}/team`, { headers: pages })).text();
    expect(team).toContain('Siân Jones');
    expect(team).toContain('李小龍');
    const wrong = await post(path, { way: 'list', once: 'token-of-the-form-2', list: 'Bo,nonsense@' }, pages);
    expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringContaining('Row 1')]);
  });

  it('says when it can come, one press or a whole day at a time, with exceptions, without a script', async () => {
    const exhibition = await stage.exhibition({ days: ['2035-09-23', '2035-09-24'] });
    const { path, own, secret } = await member(exhibition);
    const page = await (await fetch(`${stage.url}${path}`)).text();
    const key = /slot\.(\d+-\d+)/.exec(page)?.[1] ?? '';
    const shown = /name="shown" value="([^"]*)"/.exec(page)?.[1] ?? '';
    expect((await post(`${path}/times`, { shown })).status).toBe(422);
    expect((await post(`${path}/times`, { shown, [`slot.${key}`]: 'preferred', save: 'x' })).status).toBe(
      303,
    );
    expect((await own()).member).toMatchObject({ status: 'answered', version: 2 });
    expect((await post(`${path}/times`, { shown, [`slot.${key}`]: 'preferred' })).status).toBe(303);
    expect((await own()).member.version).toBe(2);
    await post(`${path}/times`, { shown, whole: '2035-09-24-open available' });
    expect((await own()).member.available).toEqual([
      { from: '2035-09-23T08:00:00Z', until: '2035-09-23T09:00:00Z', preferred: true },
      { from: '2035-09-24T08:00:00Z', until: '2035-09-24T16:00:00Z', preferred: false },
    ]);
    const except = { day: '2035-09-24', from: '2pm', until: '3pm', why: '<b>My fringe</b>' };
    expect((await post(`${path}/exceptions`, except)).status).toBe(303);
    expect((await post(`${path}/exceptions`, except)).status).toBe(303);
    expect((await own()).member.exceptions).toHaveLength(1);
    expect((await own()).member.available.map(({ until }) => until)).toContain('2035-09-24T13:00:00Z');
    expect(await (await fetch(`${stage.url}${path}`)).text()).toContain('&lt;b>My fringe&lt;/b>');
    const bad = await post(`${path}/exceptions`, { ...except, from: '6am', until: '7am' });
    expect([bad.status, await bad.text()]).toEqual([422, expect.stringContaining('not open then')]);
    const about = {
      version: String((await own()).member.version),
      arrivesDay: '2035-09-23',
      departsDay: '2035-09-24',
      departsTime: '12 noon',
      skills: 'lead',
    };
    expect((await post(`${path}/about`, { ...about, languages: 'Welsh', wishedHours: '6' })).status).toBe(
      303,
    );
    const { member: now } = await own();
    expect(now.skills).toEqual(['lead', 'language:cy']);
    expect(now.available.at(-1)?.until).toBe('2035-09-24T11:00:00Z');
    expect(
      (await post(`${path}/about`, { ...about, version: String(now.version), languages: 'Klingonish' }))
        .status,
    ).toBe(422);
    const pressed = await stage.api<Own>('POST', `/team-links/${secret}/answers`, visitor, {
      answers: [{ from: '2035-09-23T08:00:00Z', until: '2035-09-23T09:00:00Z', kind: 'unavailable' }],
    });
    expect([pressed.status, pressed.body.member.available.length]).toEqual([200, 1]);
  });

  it('cannot say what makes no sense', async () => {
    const exhibition = await stage.exhibition();
    const { secret, own } = await member(exhibition);
    const put = async (body: object) =>
      (
        await stage.api<{ errors?: { code: string }[] }>(
          'PUT',
          `/team-links/${secret}/availability`,
          visitor,
          body,
        )
      ).body.errors?.map(({ code }) => code)[0];
    const said = (from: string, until: string) => ({ from, until, kind: 'available' });
    const [nine, ten, noon] = ['2035-09-23T08:00:00Z', '2035-09-23T09:00:00Z', '2035-09-23T11:00:00Z'];
    expect(await put({ said: [said(ten, nine)] })).toBe('end-before-start');
    expect(await put({ said: [said(nine, noon), said(ten, noon)] })).toBe('overlapping');
    expect(await put({ said: [said('2035-10-23T08:00:00Z', '2035-10-23T09:00:00Z')] })).toBe(
      'outside-the-hours',
    );
    expect(await put({ said: Array.from({ length: 500 }, () => said(nine, ten)) })).toBe('too-many');
    expect(await put({ said: [said('soon', ten)] })).toBe('not-accepted');
    expect(await put({ said: [{ ...said(nine, ten), kind: 'perhaps' }] })).toBe('unknown-choice');
    expect((await own()).member.status).toBe('invited');
  });

  it('is reached by the right link only, and by none after leaving', async () => {
    const exhibition = await stage.exhibition();
    const { id, secret, path, email } = await member(exhibition);
    for (const wrong of ['none', 'x'.repeat(43), `${secret.slice(0, -1)}!`, '../../etc']) {
      expect((await fetch(`${stage.url}/stands/team/${encodeURIComponent(wrong)}`)).status).toBe(404);
    }
    const away = await post(`${exhibition.manage}/team/${id}/withdraw`, {}, pages);
    expect(away.status).toBe(303);
    expect((await fetch(`${stage.url}${path}`)).status).toBe(404);
    expect((await stage.api('GET', `/team-links/${secret}`, {})).status).toBe(404);
    await invite(exhibition, [{ name: 'Ann Example', email }]);
    const next = await secretOf(email);
    expect(next).not.toBe(secret);
    expect((await fetch(`${stage.url}/stands/team/${next}`)).status).toBe(200);
    expect((await fetch(`${stage.url}${path}`)).status).toBe(404);
  });

  it('declines and comes back, and changes nothing once the exhibition is over', async () => {
    const exhibition = await stage.exhibition();
    const { path, own, id } = await member(exhibition);
    await post(`${path}/times`, { whole: '2035-09-23-open available' });
    expect((await post(`${path}/decline`, {})).status).toBe(303);
    expect((await own()).member).toMatchObject({ status: 'declined', available: [] });
    await post(`${path}/decline`, { answer: 'return' });
    expect((await own()).member).toMatchObject({ status: 'answered', available: [expect.anything()] });
    await stage.query(`UPDATE exhibitions SET status = 'over' WHERE id = $1`, [exhibition.id]);
    expect((await post(`${path}/times`, { whole: '2035-09-23-open unavailable' })).status).toBe(409);
    const staffToo = await stage.api('DELETE', `/exhibitions/${exhibition.id}/team/${id}`, api);
    expect(staffToo.status).toBe(409);
    expect(await (await fetch(`${stage.url}${path}`)).text()).toContain('The exhibition is over.');
  });

  it('is reminded once, and only those who have not answered', async () => {
    const exhibition = await stage.exhibition();
    const [ann, bo] = [await member(exhibition), await member(exhibition)];
    await post(`${bo.path}/times`, { whole: '2035-09-23-open available' });
    const remind = () => post(`${exhibition.manage}/team/remind`, {}, pages);
    await remind();
    expect((await mailsTo(ann.email)).length).toBe(1);
    await stage.query(
      `UPDATE team_members SET invited_at = now() - interval '1 day' WHERE exhibition_id = $1`,
      [exhibition.id],
    );
    await Promise.all([remind(), remind()]);
    expect([(await mailsTo(ann.email)).length, (await mailsTo(bo.email)).length]).toEqual([2, 1]);
    expect(await secretOf(ann.email)).toBe(ann.secret);
  });

  it('is edited by staff on behalf of people, and exported with formulae defused', async () => {
    const exhibition = await stage.exhibition();
    const { id, email, path } = await member(exhibition);
    const at = `${exhibition.manage}/team/${id}`;
    await post(`${at}/times`, { whole: '2035-09-23-open preferred' }, pages);
    await post(`${at}/exceptions`, { day: '2035-09-23', from: '2pm', until: '3pm', why: '' }, pages);
    const changed = { name: '=HYPERLINK("x")', email, organisationName: 'ö'.repeat(200) };
    expect((await post(`${at}/details`, changed, pages)).status).toBe(303);
    expect((await fetch(`${stage.url}${path}`)).status).toBe(200);
    const csv = await (
      await fetch(`${stage.url}${exhibition.manage}/team/export.csv`, { headers: pages })
    ).text();
    expect(csv).toContain(`'=HYPERLINK`);
    const moved = await post(`${at}/details`, { ...changed, email: `new.${email}` }, pages);
    expect([moved.status, (await fetch(`${stage.url}${path}`)).status]).toEqual([303, 404]);
    expect((await fetch(`${stage.url}/stands/team/${await secretOf(`new.${email}`)}`)).status).toBe(200);
    const other = await member(exhibition);
    const taken = await post(
      `${exhibition.manage}/team/${other.id}/details`,
      { ...changed, email: `new.${email}` },
      pages,
    );
    expect([taken.status, await taken.text()]).toEqual([422, expect.stringContaining('has this address')]);
    expect((await post(`${at}/details`, { ...changed, name: 'x'.repeat(201) }, pages)).status).toBe(422);
  });
});
