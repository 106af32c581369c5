import type { StagedVisit } from '../stage.js';
import { hiddenIn, startApplications, type ApplicationsStage } from './applications-stage.js';

const typed = {
  name: 'Olwen Post',
  email: '',
  phone: '',
  jobTitle: 'Councillor',
  organisationName: 'Conwy County Borough Council',
  kind: 'member',
  why: 'By letter.',
  bringBack: 'A letter home.',
  supporter: 'The leader.',
};

describe('applications as staff see them', () => {
  let stage: ApplicationsStage;
  let visit: StagedVisit;
  let list: string;

  beforeAll(async () => {
    stage = await startApplications();
    visit = await stage.visit({
      columns: { category_limits: '[{"category":"full","most":1}]', places: 4, organisation_limit: 1 },
    });
    list = `${visit.manage}/applications`;
    await stage.person({ organisationName: 'Conwy County Borough Council', category: 'full' });
    await stage.person({ organisationName: 'Bury Council', category: 'full' });
  });
  afterAll(() => stage.stop());

  const namesIn = (body: string) =>
    [...body.matchAll(/<th scope="row"[^>]*>.*?<bdi>(.*?)<\/bdi>/gs)].map(([, name]) => name);

  it('say what will be there before there is any', async () => {
    const page = await stage.get(list, stage.staff);
    expect(page.words).toContain('Nobody has applied yet One can apply until Thursday 30 November 2034');
  });

  it('are searched, filtered, sorted and counted beside the limits', async () => {
    await stage.submitted(visit, { name: 'Zoë First', about: { organisationName: 'Bury Council' } });
    await stage.submitted(visit, { name: 'Abe Second', about: { organisationName: 'Bury Council' } });
    await stage.submitted(visit, {
      name: 'Mo Press',
      about: { organisationName: 'The Gazette', kind: 'press' },
    });
    const draft = await stage.begin(visit, { name: 'Di Draft' });
    const gone = await stage.begin(visit, { name: 'Wi Withdrawn' });
    await stage.post(`${gone.path}/withdraw`, {});
    const shown = async (query: string) => {
      const { body } = await stage.get(list + query, stage.staff);
      return namesIn(body).filter(
        (name) => !['Bury Council', 'The Gazette', 'Full member'].includes(name ?? ''),
      );
    };
    expect(await shown('')).toEqual(['Abe Second', 'Di Draft', 'Mo Press', 'Zoë First']);
    expect(await shown('?sort=name&direction=descending')).toEqual([
      'Zoë First',
      'Mo Press',
      'Di Draft',
      'Abe Second',
    ]);
    expect(await shown('?sort=submitted')).toEqual(['Zoë First', 'Abe Second', 'Mo Press', 'Di Draft']);
    expect(await shown('?status=draft')).toEqual(['Di Draft']);
    expect(await shown('?status=withdrawn')).toEqual(['Wi Withdrawn']);
    expect(await shown('?kind=press')).toEqual(['Mo Press']);
    expect(await shown('?organisation=Bury+Council')).toEqual(['Abe Second', 'Zoë First']);
    expect(await shown(`?q=${encodeURIComponent(draft.email.toUpperCase())}`)).toEqual(['Di Draft']);
    expect(await shown('?q=100%25')).toEqual([]);
    expect(await shown('?q=%00a&page=9&sort=x')).toEqual([]);
    const page = await stage.get(list, stage.staff);
    expect(page.words).toContain('3 applications submitted for 4 places, among them');
    expect(page.words).toContain('1 for the press. Besides: 1 draft and 1 withdrawn.');
    expect(page.words).toContain(
      'More applied than can have a place: Bury Council (2 for 1) and Full member (2 for 1).',
    );
    const counts = await stage.api<object>('GET', `/visits/${visit.slug}/application-counts`, stage.staffApi);
    expect(counts.body).toMatchObject({
      submitted: 3,
      draft: 1,
      withdrawn: 1,
      organisations: [
        { name: 'Bury Council', applied: 2, most: 1 },
        { name: 'The Gazette', applied: 1, most: 1 },
      ],
      categories: [{ name: 'full', applied: 2, most: 1 }],
    });
  });

  it('are taken out as they are shown, without what anybody needs', async () => {
    const csv = await stage.get(`${list}/export.csv?kind=press`, stage.staff);
    expect(csv.status).toBe(200);
    expect(csv.body).toContain('Mo Press');
    expect(csv.body).not.toContain('Abe Second');
    expect((await stage.get(`${list}/export.xlsx`, stage.staff)).status).toBe(200);
    expect((await stage.get(`${list}/export.pdf`, stage.staff)).status).toBe(404);
    expect((await stage.get(`${list}/export.csv`)).status).toBe(403);
  });

  it('come in pages to programs', async () => {
    const names: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const query: string = cursor === '' ? '?limit=2' : `?limit=2&cursor=${cursor}`;
      const { body } = await stage.api<{
        items: readonly { name: string }[];
        nextCursor: string | null;
      }>('GET', `/visits/${visit.id}/applications${query}`, stage.staffApi);
      names.push(...body.items.map(({ name }) => name));
      cursor = body.nextCursor;
    }
    expect(names.toSorted()).toEqual(['Abe Second', 'Di Draft', 'Mo Press', 'Zoë First']);
    const bad = await stage.api<{ code: string }>(
      'GET',
      `/visits/${visit.id}/applications?cursor=x`,
      stage.staffApi,
    );
    expect([bad.status, bad.body.code]).toEqual([400, 'bad-cursor']);
  });

  it('are put in on somebody’s behalf, once, which the history says by the code', async () => {
    const page = await stage.get(`${list}/new`, stage.staff);
    const fields = { ...typed, reason: 'Came by post', once: hiddenIn(page.body, 'once') };
    const [one, other] = await Promise.all([
      stage.post(`${list}/new`, fields, stage.staff),
      stage.post(`${list}/new`, fields, stage.staff),
    ]);
    expect([one.status, other.status, other.location]).toEqual([303, 303, one.location]);
    const shown = await stage.get(one.location ?? '', stage.staff);
    for (const words of [
      'Olwen Post',
      'Submitted',
      'By letter.',
      'Begun by Sam Example',
      'Category Full member',
    ]) {
      expect(shown.words).toContain(words);
    }
    const history = await stage.query<{ action: string; reason: string; person_name: string }>(
      'SELECT action, reason, person_name FROM visit_history WHERE visit_id = $1',
      [visit.id],
    );
    expect(history).toEqual([
      {
        action: expect.stringMatching(/^Application \w{6} put in on somebody’s behalf$/),
        reason: 'Came by post',
        person_name: 'Sam Example',
      },
    ]);
    const missing = await stage.post(
      `${list}/new`,
      { ...typed, why: '', jobTitle: '', email: 'no' },
      stage.staff,
    );
    expect(missing.status).toBe(422);
    const blank = await stage.post(`${list}/new`, { ...typed, why: '', jobTitle: '' }, stage.staff);
    expect([blank.status, blank.words.includes('Say why you want to come.')]).toEqual([422, true]);
  });

  it('are put in after the deadline with a reason only', async () => {
    const closed = await stage.visit({ columns: { applications_close_at: '2026-02-01T12:00:00Z' } });
    const path = `${closed.manage}/applications/new`;
    const without = await stage.post(path, { ...typed, reason: ' ' }, stage.staff);
    expect([without.status, without.words.includes('Say why this application counts all the same')]).toEqual([
      422,
      true,
    ]);
    const reason = 'Posted on the last day';
    expect((await stage.post(path, { ...typed, reason }, stage.staff)).status).toBe(303);
    const [noted] = await stage.query<object>('SELECT reason FROM visit_history WHERE visit_id = $1', [
      closed.id,
    ]);
    expect(noted).toEqual({ reason });
    const over = await stage.visit({ status: 'over' });
    const refused = await stage.post(`${over.manage}/applications/new`, { ...typed, reason }, stage.staff);
    expect(refused.status).toBe(409);
  });

  it('let staff put in somebody’s draft, say what is missing of it, and withdraw it', async () => {
    const begun = await stage.begin(visit, { name: 'Late Draft' });
    const [row] = await stage.query<{ id: string }>('SELECT id FROM applications WHERE email = $1', [
      begun.email,
    ]);
    const one = `${list}/${row?.id}`;
    const early = await stage.post(`${one}/put-in`, { reason: '' }, stage.staff);
    expect([early.status, early.words.includes('Say who supports you.')]).toEqual([422, true]);
    await stage.fillIn(begun.secret, { name: 'Late Draft' });
    await stage.query(`UPDATE visits SET applications_close_at = now() WHERE id = $1`, [visit.id]);
    expect((await stage.post(`${one}/put-in`, { reason: '' }, stage.staff)).status).toBe(422);
    const reason = 'The site did not answer on the last evening';
    expect((await stage.post(`${one}/put-in`, { reason }, stage.staff)).status).toBe(303);
    expect((await stage.get(begun.path)).words).toContain('Submitted');
    expect((await stage.mailsTo(begun.email)).at(-1)?.subject).toBe(
      'Your application has reached us: Mondragon',
    );
    expect((await stage.post(`${one}/put-in`, { reason }, stage.staff)).status).toBe(409);
    expect((await stage.post(`${one}/withdraw`, {}, stage.staff)).status).toBe(303);
    expect((await stage.get(begun.path)).words).toContain('This application was withdrawn');
    await stage.query(`UPDATE visits SET applications_close_at = '2034-11-30T12:00:00Z' WHERE id = $1`, [
      visit.id,
    ]);
  });

  it('of a visit that is over can be withdrawn still, with what was needed, and not changed', async () => {
    const own = await stage.visit();
    const { id } = await stage.submitted(own, { name: 'Lee Later' });
    const path = `${own.manage}/applications/${id}`;
    expect((await stage.get(path, stage.staff)).words).toContain('Put right what it counts as');
    await stage.query(`UPDATE visits SET status = 'over' WHERE id = $1`, [own.id]);
    const { words } = await stage.get(path, stage.staff);
    expect(words).toContain('Withdraw it for them');
    expect(words).not.toContain('Put right what it counts as');
    expect((await stage.post(`${path}/withdraw`, {}, stage.staff)).status).toBe(303);
    expect((await stage.get(path, stage.staff)).words).not.toContain('What you can do');
  });

  it('are put right, which the history tells, and not over a colleague’s change', async () => {
    const { id } = await stage.submitted(visit, {
      name: 'Ola Wrong',
      about: { organisationName: 'Bery Council' },
    });
    const path = `${list}/${id}/correct`;
    const version = hiddenIn((await stage.get(path, stage.staff)).body, 'version');
    const fields = { organisationName: 'bury council', kind: 'press', isNewcomer: 'yes', version };
    expect((await stage.post(path, fields, stage.staff)).status).toBe(303);
    expect((await stage.post(path, fields, stage.staff)).status).toBe(303);
    const [row] = await stage.query<object>(
      'SELECT organisation_name, category, kind, is_newcomer FROM applications WHERE id = $1',
      [id],
    );
    expect(row).toEqual({
      organisation_name: 'Bury Council',
      category: 'full',
      kind: 'press',
      is_newcomer: true,
    });
    const stale = await stage.post(path, { ...fields, kind: 'member' }, stage.staff);
    expect(stale.status).toBe(409);
    const changes = await stage.query<{ changes: readonly { field: string }[] }>(
      `SELECT changes FROM visit_history WHERE visit_id = $1 AND action LIKE '%put right'`,
      [visit.id],
    );
    expect(changes.map((each) => each.changes.map(({ field }) => field))).toEqual([
      ['Organisation', 'Category', 'Applies as'],
    ]);
    const api = await stage.api<{ code: string }>(
      'PUT',
      `/visits/${visit.id}/applications/${id}/correction`,
      { ...stage.staffApi, 'if-match': '"1"' },
      { organisationName: 'Bury Council', kind: 'member', isNewcomer: false },
    );
    expect([api.status, api.body.code]).toEqual([412, 'edited-meanwhile']);
  });
});
