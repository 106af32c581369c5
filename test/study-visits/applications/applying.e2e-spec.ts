import { hiddenIn, startApplications, type ApplicationsStage } from './applications-stage.js';
import type { StagedVisit } from '../stage.js';

describe('applying for a visit', () => {
  let stage: ApplicationsStage;
  let visit: StagedVisit;

  beforeAll(async () => {
    stage = await startApplications();
    visit = await stage.visit();
  });
  afterAll(() => stage.stop());

  const rowsOf = (email: string) =>
    stage.query<{
      status: string;
      person_id: string | null;
      answers: Record<string, string>;
      version: number;
    }>('SELECT status, person_id, answers, version FROM applications WHERE lower(email) = lower($1)', [
      email,
    ]);

  it('begins by a mailed link, needs no account, and is kept at each step', async () => {
    const page = await stage.get(`/visits/${visit.slug}/apply`);
    expect(page.words).toContain('before Thursday 30 November 2034, 12 noon London time');
    const { path, secret, email } = await stage.begin(visit, { name: 'Ann Example' });
    const [mail] = await stage.mailsTo(email);
    // What was typed is not written to a stranger.
    expect([mail?.to.name, mail?.text.includes('Ann')]).toEqual([null, false]);
    const begun = await stage.get(path);
    expect(begun.words).toContain('About you To do Why you want to come To do');
    const why = await stage.get(`${path}/why`);
    const saved = await stage.post(`${path}/why`, { answer: 'To learn.', mark: hiddenIn(why.body, 'mark') });
    expect([saved.status, saved.location]).toEqual([303, path]);
    expect((await stage.get(`${path}/why`)).body).toContain('To learn.');
    expect((await stage.get(path)).words).toContain('Why you want to come Done');
    await stage.fillIn(secret);
    const check = await stage.get(`${path}/check`);
    for (const words of ['Rochdale Borough Council', 'Head of housing', 'A talk to the cabinet.']) {
      expect(check.words).toContain(words);
    }
    const version = hiddenIn(check.body, 'version');
    expect((await stage.post(`${path}/check`, { version })).status).toBe(303);
    const done = await stage.get(path);
    expect(done.words).toMatch(/Submitted Its code is [CDFGHJKMNPQRTVWXY34679]{6} /);
    expect(done.words).toContain('You hear from us by Wednesday 20 December 2034.');
    const mails = await stage.mailsTo(email);
    expect(mails.map(({ subject }) => subject)).toEqual([
      'Your application: Mondragon',
      'Your application has reached us: Mondragon',
    ]);
    // From now on it stays as it is.
    const late = await stage.post(`${path}/why`, { answer: 'Other', mark: '' });
    expect([late.status, late.words.includes('has been submitted')]).toEqual([409, true]);
    expect((await rowsOf(email))[0]?.answers['why']).toBe('To learn how a valley works.');
  });

  it('says what is still to do, with a link to each, and submits nothing', async () => {
    const { path, email } = await stage.begin(visit);
    const version = hiddenIn((await stage.get(`${path}/check`)).body, 'version');
    const answer = await stage.post(`${path}/check`, { version });
    expect(answer.status).toBe(422);
    expect(answer.words).toContain('Something is still to do');
    for (const part of ['about', 'why', 'bring-back', 'supporter']) {
      expect(answer.body).toContain(`href="${path}/${part}"`);
    }
    expect((await rowsOf(email))[0]?.status).toBe('draft');
  });

  it('submits once, however often the button is pressed', async () => {
    const { path, secret, email } = await stage.begin(visit);
    await stage.fillIn(secret);
    const version = hiddenIn((await stage.get(`${path}/check`)).body, 'version');
    const presses = await Promise.all(
      Array.from({ length: 4 }, () => stage.post(`${path}/check`, { version })),
    );
    expect(presses.map(({ status }) => status)).toEqual([303, 303, 303, 303]);
    expect((await stage.mailsTo(email)).filter(({ subject }) => subject.includes('reached us'))).toHaveLength(
      1,
    );
  });

  it('is one for each address and visit, also where several begin at once', async () => {
    const email = 'twice@example.org';
    const begin = () => stage.post(`/visits/${visit.slug}/apply`, { name: 'Bo', email: email.toUpperCase() });
    const answers = await Promise.all([begin(), begin(), begin()]);
    expect(answers.map(({ location }) => location)).toEqual(
      Array.from({ length: 3 }, () => `/visits/${visit.slug}/apply/asked`),
    );
    expect(await rowsOf(email)).toHaveLength(1);
    // Nor is the mailbox filled.
    expect(await stage.mailsTo(email.toUpperCase())).toHaveLength(1);
  });

  it('tells nobody who has begun: the answer is the same whether there is a draft or not', async () => {
    const { email } = await stage.begin(visit);
    const again = (address: string) =>
      stage.post(`/visits/${visit.slug}/apply`, { way: 'again', email: address });
    const [known, unknown] = [await again(email), await again('nobody@example.org')];
    expect([known.status, known.location]).toEqual([unknown.status, unknown.location]);
    expect(await stage.mailsTo('nobody@example.org')).toEqual([]);
    // Ten minutes have to pass.
    expect(await stage.mailsTo(email)).toHaveLength(1);
    await stage.query(
      `UPDATE applications SET link_sent_at = now() - interval '11 minutes' WHERE email = $1`,
      [email],
    );
    await again(email);
    expect(await stage.mailsTo(email)).toHaveLength(2);
  });

  it('fills in what is known of somebody signed in, and takes over what was begun with their address', async () => {
    const person = await stage.person({ name: 'Kim Example' });
    const page = await stage.get(`/visits/${visit.slug}/apply`, person.pages);
    for (const known of ['Kim Example', person.email, person.organisationName]) {
      expect(page.words).toContain(known);
    }
    const begun = await stage.post(`/visits/${visit.slug}/apply`, {}, person.pages);
    expect(begun.location).toMatch(/^\/visits\/mine\/applications\//);
    // A second press leads to the same.
    expect((await stage.post(`/visits/${visit.slug}/apply`, {}, person.pages)).location).toBe(begun.location);
    const about = await stage.get(`${begun.location}/about`, person.pages);
    expect(about.body).toContain('value="01632 960 002"');
    expect((await stage.get('/visits/mine', person.pages)).words).toContain('Mondragon');

    const other = await stage.person();
    const { path } = await stage.begin(visit, { email: other.email });
    const taken = await stage.post(`/visits/${visit.slug}/apply`, {}, other.pages);
    expect(await rowsOf(other.email)).toMatchObject([{ person_id: other.id }]);
    expect((await stage.get(taken.location ?? '', other.pages)).status).toBe(200);
    expect((await stage.get(path)).status).toBe(200);
  });

  it('lets two windows write different steps, and the same step only one after the other', async () => {
    const { path } = await stage.begin(visit);
    const markOf = async (part: string) => hiddenIn((await stage.get(`${path}/${part}`)).body, 'mark');
    const [why, supporter] = [await markOf('why'), await markOf('supporter')];
    expect((await stage.post(`${path}/why`, { answer: 'First', mark: why })).status).toBe(303);
    expect((await stage.post(`${path}/supporter`, { answer: 'My manager', mark: supporter })).status).toBe(
      303,
    );
    const refused = await stage.post(`${path}/why`, { answer: 'Second', mark: why });
    expect(refused.status).toBe(409);
    for (const words of ['This was changed while you were writing', 'First', 'Second']) {
      expect(refused.words).toContain(words);
    }
    // A second press of the first is harmless; mine goes in place of it once it has been seen.
    expect((await stage.post(`${path}/why`, { answer: 'First', mark: why })).status).toBe(303);
    const seen = hiddenIn(refused.body, 'mark');
    expect((await stage.post(`${path}/why`, { answer: 'Second', mark: seen })).status).toBe(303);
    const check = await stage.get(`${path}/check`);
    expect(check.words).toContain('Second');
    // What was looked through is what is submitted.
    const version = hiddenIn(check.body, 'version');
    await stage.post(`${path}/bring-back`, { answer: 'A talk', mark: await markOf('bring-back') });
    await stage.query(
      `UPDATE applications SET organisation_name = 'Rochdale', job_title = 'Clerk' WHERE secret_hash = sha256($1::bytea)`,
      [path.split('/').at(-1)],
    );
    const changed = await stage.post(`${path}/check`, { version });
    expect([changed.status, changed.words.includes('This was changed after you checked it')]).toEqual([
      409,
      true,
    ]);
    const now = hiddenIn(changed.body, 'version');
    expect((await stage.post(`${path}/check`, { version: now })).status).toBe(303);
  });

  it('refuses beside the field what cannot be kept, and keeps what was typed', async () => {
    const { path } = await stage.begin(visit);
    const long = `${'x'.repeat(20_000)}the end`;
    const answer = await stage.post(`${path}/why`, { answer: long, mark: '' });
    expect([
      answer.status,
      answer.words.includes('This has 20,007 characters. Shorten it to 4,000 or fewer.'),
    ]).toEqual([422, true]);
    expect(answer.body).toContain('the end');
    const about = await stage.post(`${path}/about`, {
      name: 'x'.repeat(201),
      phone: 'call me',
      kind: 'friend',
    });
    expect(about.status).toBe(422);
    for (const field of ['name', 'phone', 'kind']) expect(about.body).toContain(`href="#${field}"`);
    // NUL is no character that anybody means.
    const mark = hiddenIn((await stage.get(`${path}/why`)).body, 'mark');
    expect((await stage.post(`${path}/why`, { answer: 'a\0b', mark })).status).toBe(303);
    expect((await stage.get(`${path}/why`)).body).toContain('>ab<');
    const name = 'Ŵ'.repeat(200);
    const { body } = await stage.get(`${path}/about`);
    const saved = await stage.post(`${path}/about`, { name, kind: 'press', mark: hiddenIn(body, 'mark') });
    expect(saved.status).toBe(303);
    for (const email of ['', 'ann', 'ann@example.org\nBcc: all@example.org']) {
      const asked = await stage.post(`/visits/${visit.slug}/apply`, { name: 'Ann', email });
      expect([email, asked.status]).toEqual([email, 422]);
    }
    // Links that are none.
    for (const secret of ['x', 'a'.repeat(43), '%00', '..']) {
      expect([secret, (await stage.get(`/visits/applications/${secret}/why`)).status]).toEqual([secret, 404]);
    }
    expect((await stage.get(`${path}/nothing`)).status).toBe(404);
    expect((await stage.post(`${path}/nothing`, {})).status).toBe(404);
  });

  it('is withdrawn on a page of its own, once, and can be begun anew', async () => {
    const { path, email } = await stage.submitted(visit);
    expect((await stage.get(`${path}/withdraw`)).words).toContain('Withdraw your application?');
    expect((await stage.post(`${path}/withdraw`, {})).status).toBe(303);
    expect((await stage.post(`${path}/withdraw`, {})).status).toBe(303);
    expect((await stage.get(path)).words).toContain('This application was withdrawn on');
    const again = await stage.begin(visit, { email });
    expect(again.secret).not.toBe(path.split('/').at(-1));
    expect((await rowsOf(email)).map(({ status }) => status).toSorted()).toEqual(['draft', 'withdrawn']);
  });

  it('is not withdrawn any more once there is a place', async () => {
    const { path, id } = await stage.submitted(visit);
    await stage.traveller(visit, { columns: { application_id: id } });
    const refused = await stage.post(`${path}/withdraw`, {});
    expect([refused.status, refused.words.includes('A place on the visit came of this application')]).toEqual(
      [409, true],
    );
  });

  it('counts the press and those who are new to the visits, when it is submitted', async () => {
    const old = await stage.visit({
      status: 'over',
      columns: { first_day: '2024-03-10', last_day: '2024-03-15' },
    });
    const called = await stage.visit({
      status: 'cancelled',
      columns: { first_day: '2023-03-10', last_day: '2023-03-15' },
    });
    const council = await stage.person({ organisationName: 'Oldham Council', category: 'associate' });
    await stage.traveller(old, { organisationId: council.organisationId, organisationName: 'Oldham' });
    await stage.traveller(called, { organisationName: 'Bury Council' });
    await stage.traveller(old, { organisationName: 'Wigan Council', status: 'withdrawn' });
    const of = async (organisationName: string, kind = 'member') => {
      const { id } = await stage.submitted(visit, { about: { organisationName, kind } });
      const [row] = await stage.query<object>(
        'SELECT kind, is_newcomer, category, organisation_id FROM applications WHERE id = $1',
        [id],
      );
      return row;
    };
    // By the name, however it is written, the organisation that is known.
    expect(await of('oldham council')).toEqual({
      kind: 'member',
      is_newcomer: false,
      category: 'associate',
      organisation_id: council.organisationId,
    });
    expect(await of('Bury Council', 'press')).toMatchObject({
      kind: 'press',
      is_newcomer: true,
      category: null,
    });
    expect(await of('Wigan Council')).toMatchObject({ is_newcomer: true });
  });

  it('is begun from one network so often in an hour only', async () => {
    const from = { 'x-forwarded-for': '198.51.100.7' };
    const begin = (number: number, headers = from) =>
      stage.post(`/visits/${visit.slug}/apply`, { name: 'Bot', email: `bot.${number}@example.org` }, headers);
    const answers = await Promise.all(Array.from({ length: 44 }, (_, number) => begin(number)));
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(40);
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(4);
    expect((await begin(99, { 'x-forwarded-for': '203.0.113.9' })).status).toBe(303);
  });
});
