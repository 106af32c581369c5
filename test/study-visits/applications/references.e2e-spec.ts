import type { StagedVisit } from '../stage.js';
import {
  hiddenIn,
  secretIn,
  startApplications,
  type ApplicationsStage,
  type Begun,
} from './applications-stage.js';

describe('a reference by a colleague', () => {
  let stage: ApplicationsStage;
  let visit: StagedVisit;

  beforeAll(async () => {
    stage = await startApplications();
    visit = await stage.visit();
  });
  afterAll(() => stage.stop());

  const ask = ({ path }: Begun, email: string, different: Readonly<Record<string, string>> = {}) =>
    stage.post(`${path}/reference`, { name: 'Bo Manager', email, relation: 'My line manager', ...different });

  /** Where somebody who was asked writes it. */
  const pageOf = async (email: string) => {
    const [mail] = await stage.mailsTo(email);
    return `/visits/references/${secretIn(mail?.text ?? '')}`;
  };

  it('is asked for by mail, given by its link, and seen by staff; the applicant sees only that it was given', async () => {
    const application = await stage.submitted(visit, { name: 'Ann Example' });
    expect((await ask(application, 'bo.one@example.org')).status).toBe(303);
    expect((await ask(application, 'bo.one@example.org')).status).toBe(303);
    const [mail, ...more] = await stage.mailsTo('bo.one@example.org');
    expect([more, mail?.subject]).toEqual([[], 'A reference for Ann Example']);
    const path = await pageOf('bo.one@example.org');
    const page = await stage.get(path);
    expect(page.words).toContain('A reference for Ann Example');
    const version = hiddenIn(page.body, 'version');
    const text = 'She would make a lot of it.\n\nSecretly the best.';
    expect((await stage.post(path, { text, version })).status).toBe(303);
    expect((await stage.post(path, { text, version })).status).toBe(303);

    for (const part of ['', '/reference']) {
      const own = await stage.get(application.path + part);
      expect([own.words.includes('Bo Manager : given'), own.body.includes('Secretly')]).toEqual([
        true,
        false,
      ]);
    }
    const secret = application.secret;
    const api = await stage.api<object>('GET', `/application-links/${secret}`, {});
    expect(JSON.stringify(api.body)).not.toContain('Secretly');
    const staffs = await stage.get(`${visit.manage}/applications/${application.id}`, stage.staff);
    expect(staffs.words).toContain('Secretly the best.');
    const list = await stage.get(`${visit.manage}/applications?q=${application.code}`, stage.staff);
    expect(list.words).toContain('1 of 1 given');
  });

  it('can be declined, which deletes what was written, and given after all', async () => {
    const application = await stage.begin(visit);
    await ask(application, 'bo.two@example.org');
    const path = await pageOf('bo.two@example.org');
    await stage.post(path, { text: 'First words', version: '1' });
    expect((await stage.post(path, { answer: 'decline' })).status).toBe(303);
    const rows = () =>
      stage.query<{ status: string; text: string | null }>(
        `SELECT status, text FROM application_references WHERE email = 'bo.two@example.org'`,
      );
    expect(await rows()).toEqual([{ status: 'declined', text: null }]);
    expect((await stage.get(`${application.path}/reference`)).words).toContain(
      'Bo Manager : cannot give one',
    );
    // What another window saw is not written over the answer.
    expect((await stage.post(path, { text: 'Again', version: '1' })).status).toBe(409);
    const version = hiddenIn((await stage.get(path)).body, 'version');
    expect((await stage.post(path, { text: 'Again', version })).status).toBe(303);
    expect(await rows()).toEqual([{ status: 'given', text: 'Again' }]);
  });

  it('is not asked of oneself, nor of more than two, nor of the same twice', async () => {
    const application = await stage.begin(visit);
    const own = await ask(application, application.email.toUpperCase());
    expect([own.status, own.words.includes('This is your own address')]).toEqual([422, true]);
    await ask(application, 'bo.three@example.org');
    const again = await ask(application, 'BO.three@example.org', { name: 'Bo Other' });
    expect([again.status, again.words.includes('asked somebody with this address already')]).toEqual([
      422,
      true,
    ]);
    await ask(application, 'bo.four@example.org');
    const third = await ask(application, 'bo.five@example.org');
    expect([third.status, third.words.includes('which is the most')]).toEqual([409, true]);
    expect(await stage.mailsTo('bo.five@example.org')).toEqual([]);
    const other = await stage.begin(visit);
    for (const email of ['', 'bo']) expect((await ask(other, email)).status).toBe(422);
  });

  it('is reminded of by the applicant after three days, by staff after an hour', async () => {
    const application = await stage.submitted(visit);
    const email = 'bo.six@example.org';
    await ask(application, email);
    const [row] = await stage.query<{ id: string }>(
      'SELECT id FROM application_references WHERE email = $1',
      [email],
    );
    const ago = (hours: number) =>
      stage.query(
        `UPDATE application_references SET asked_at = now() - make_interval(hours => $2), reminded_at = NULL WHERE email = $1`,
        [email, hours],
      );
    const remind = () => stage.post(`${application.path}/remind`, { reference: row?.id ?? '' });
    const staffRemind = () =>
      stage.post(
        `${visit.manage}/applications/${application.id}/remind`,
        { reference: row?.id ?? '' },
        stage.staff,
      );
    const mails = async () => (await stage.mailsTo(email)).length;
    await remind();
    await staffRemind();
    expect(await mails()).toBe(1);
    await ago(2);
    await remind();
    expect(await mails()).toBe(1);
    await staffRemind();
    await staffRemind();
    expect(await mails()).toBe(2);
    await ago(73);
    await remind();
    expect(await mails()).toBe(3);
    // The link is the same.
    expect(new Set((await stage.mailsTo(email)).map(({ text }) => secretIn(text))).size).toBe(1);
    // Nobody reminds those of others.
    const other = await stage.begin(visit);
    expect((await stage.post(`${other.path}/remind`, { reference: row?.id ?? '' })).status).toBe(404);
    expect((await stage.post(`${other.path}/remind`, { reference: 'nobody' })).status).toBe(404);
  });

  it('is not taken any more once it is decided, or the application is withdrawn', async () => {
    const late = await stage.visit({ columns: { decision_on: '2025-01-31' } });
    const application = await stage.begin(late);
    const refused = await ask(application, 'bo.late@example.org');
    expect([refused.status, refused.words.includes('References are not taken any more')]).toEqual([
      409,
      true,
    ]);
    const withdrawn = await stage.begin(visit);
    await ask(withdrawn, 'bo.gone@example.org');
    const path = await pageOf('bo.gone@example.org');
    await stage.post(`${withdrawn.path}/withdraw`, {});
    expect((await stage.get(path)).words).toContain('References are not taken any more');
    expect((await stage.post(path, { text: 'Good', version: '1' })).status).toBe(409);
  });

  it('is refused beside the field where it is too long or blank, and keeps what was typed', async () => {
    const application = await stage.begin(visit);
    await ask(application, 'bo.long@example.org');
    const path = await pageOf('bo.long@example.org');
    const long = await stage.post(path, { text: `${'x'.repeat(20_000)}the end`, version: '1' });
    expect([long.status, long.body.includes('the end'), long.words.includes('Shorten it to 4,000')]).toEqual([
      422,
      true,
      true,
    ]);
    expect((await stage.post(path, { text: ' ', version: '1' })).status).toBe(422);
    for (const secret of ['x', 'a'.repeat(43)]) {
      expect((await stage.get(`/visits/references/${secret}`)).status).toBe(404);
    }
    // An application's link is no key to a reference, nor the other way round.
    expect((await stage.get(`/visits/references/${application.secret}`)).status).toBe(404);
    expect((await stage.get(`/visits/applications/${path.split('/').at(-1)}`)).status).toBe(404);
  });
});
