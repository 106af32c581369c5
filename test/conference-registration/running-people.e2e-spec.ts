import { Temporal } from 'temporal-polyfill';
import { runDue } from '../run-due.js';
import { stageQuestion } from './booking-stage.js';
import { startRunning, type RunningStage } from './running-stage.js';
import type { Booker, StagedConference } from './stage.js';

let stage: RunningStage;
let booker: Booker;
let conference: StagedConference;
const questions: Record<string, string> = {};

beforeAll(async () => {
  stage = await startRunning();
  booker = await stage.booker({ organisationName: 'Rochdale Borough Council' });
  conference = await stage.conference({ tickets: { 'Both days': {}, Online: { price: 0 } } });
  await stage.booked(booker, conference, 'Both days', ['Ada Example', 'Xiu Example']);
  const other = await stage.booker({ organisationName: 'Oldham Council', name: 'Ann Other' });
  await stage.booked(other, conference, 'Online', ['Rita Remote']);
  questions['dietary'] = await stageQuestion(stage, conference, 1, {
    kind: 'choice',
    label: 'What do you eat?',
    choices: ['Vegan', 'Halal'],
    sensitive: 'dietary',
  });
  questions['access'] = await stageQuestion(stage, conference, 2, { label: '=Access?', sensitive: 'access' });
  questions['health'] = await stageQuestion(stage, conference, 3, {
    kind: 'file',
    label: 'A letter',
    sensitive: 'health',
  });
  questions['open'] = await stageQuestion(stage, conference, 4, { label: 'How do you travel?' });
  await answer('Ada Example', 'dietary', 'Vegan');
  await answer('Xiu Example', 'dietary', 'Vegan');
  await answer('Ada Example', 'access', '<b>a lift</b>');
  await answer('Ada Example', 'open', 'By train');
  const [file] = await stage.query<{ id: string }>(
    `INSERT INTO answer_files (id, question_id, booking_id, delegate_id, name, media_type, content, uploaded_at)
     SELECT gen_random_uuid(), $1, d.booking_id, d.id, 'letter.pdf', 'application/pdf', 'x', now() FROM delegates d
     WHERE d.name = 'Ada Example' RETURNING id`,
    [questions['health']],
  );
  await answer('Ada Example', 'health', { fileId: file?.id ?? '', name: 'letter.pdf' });
});
afterAll(() => stage.stop());

const answer = (name: string, question: string, value: unknown) =>
  stage.query(
    `INSERT INTO answers (question_id, subject_id, booking_id, delegate_id, sensitive, value)
     SELECT q.id, d.id, d.booking_id, d.id, q.sensitive, $3::jsonb FROM delegates d, questions q
     WHERE d.name = $1 AND q.id = $2`,
    [name, questions[question], JSON.stringify(value)],
  );

const path = (part: string) => `/conference/manage/${conference.id}/${part}`;
const looks = () => stage.query(`SELECT FROM conference_log WHERE act = 'private-answers-looked-at'`);

describe('what delegates need', () => {
  it('is counted without names', async () => {
    const page = await stage.staff.get(path('needs'));
    expect(page.text).toContain('What do you eat?');
    expect(page.text).toContain('Vegan 2');
    expect(page.text).toContain('<b>a lift</b> 1');
    expect(page.html).not.toContain('<b>a lift');
    expect(page.text).not.toContain('Ada');
    expect(page.text).not.toContain('letter');
    expect(page.text).toContain('Private answers are erased on Friday 9 November 2035');
    const csv = await stage.staff.get(path('needs/export.csv'));
    expect(csv.html).toContain('What do you eat?,Vegan,2,2,2,2,0');
    expect(csv.html).toContain("'=Access?");
    expect(csv.html).not.toContain('Ada');
    const api = await stage.api('GET', `/conferences/${conference.slug}/needs`, stage.staffApi);
    expect(api.body).toMatchObject({
      questions: [{ answers: [{ answer: 'Vegan', all: 2, byDay: [2, 2] }, {}, {}] }, {}],
    });
    expect((await stage.api('GET', `/conferences/${conference.id}/needs`, booker.api)).status).toBe(403);
    expect(await looks()).toEqual([]);
  });

  it('has names on a page of its own, and each look at it is recorded', async () => {
    const page = await stage.staff.get(path('needs/people'));
    expect(page.text).toContain('Ada Example');
    expect(page.text).toContain('letter.pdf');
    expect(page.text).not.toContain('Rita');
    expect(page.text).not.toContain('By train');
    await stage.staff.get(path('needs/people'));
    expect(await looks()).toHaveLength(2);
    const counts = await stage.staff.get(path('needs'));
    expect(counts.text).toContain('Sam Example looked at private answers with names');
  });
});

describe('what bookers say of all their delegates together', () => {
  it('is with the names, and said to be in no number', async () => {
    const before = (await stage.staff.get(path('needs'))).text;
    expect(before).not.toContain('in no number here');
    const question = await stageQuestion(stage, conference, 9, {
      asked_of: 'booking',
      label: 'Allergies in your party?',
      sensitive: 'dietary',
    });
    await stage.query(
      `INSERT INTO answers (question_id, subject_id, booking_id, sensitive, value)
       SELECT $1, b.id, b.id, 'dietary', '"Two with <i>nuts</i>"' FROM bookings b
       WHERE b.conference_id = $2 AND b.organisation_name = 'Oldham Council'`,
      [question, conference.id],
    );
    expect((await stage.staff.get(path('needs'))).text).toContain(
      '1 booking says something about all of its delegates together, which is in no number here',
    );
    const { text } = await stage.staff.get(path('needs/people'));
    expect(text).toContain('Ann Other Oldham Council 1 Allergies in your party? Two with <i>nuts</i>');
    await stage.query('DELETE FROM answers WHERE question_id = $1', [question]);
  });
});

describe('a mail to some of them', () => {
  const mail = {
    to: 'delegates',
    state: 'confirmed',
    subject: 'How to get to us',
    text: 'By <b>tram</b>.\n\nOr bus.',
  };
  const mailings = () =>
    stage.query<{ total: number; kind: string; html: string }>(
      `SELECT (payload ->> 'total')::int AS total, payload ->> 'kind' AS kind, payload ->> 'html' AS html FROM outbox
       WHERE type = 'conference-registration.mailing-requested.v1'`,
    );

  it('is shown with the number of its readers, then sent exactly once', async () => {
    const ticket = conference.tickets['Both days'] ?? '';
    const check = await stage.staff.post(path('mail/check'), { ...mail, ticket });
    expect(check.status).toBe(200);
    expect(check.text).toContain('Send this mail to 2 readers?');
    expect(check.html).not.toContain('<b>tram');
    const once = /name="once" value="([^"]+)"/.exec(check.html)?.[1] ?? '';
    const send = () => stage.staff.post(path('mail'), { ...mail, ticket, once, readers: '2' });
    expect((await Promise.all([send(), send(), send()])).map(({ status }) => status)).toEqual([
      303, 303, 303,
    ]);
    const [sent, ...more] = await mailings();
    expect(more).toEqual([]);
    expect(sent).toMatchObject({ total: 2, kind: 'conference-news' });
    expect(sent?.html).not.toContain('<b>tram');
    expect((await stage.staff.get(path('mail'))).text).toContain('How to get to us');
  });

  it('goes to nobody else when those who were chosen have become others', async () => {
    const answered = await stage.staff.post(path('mail'), { ...mail, once: 'x'.repeat(20), readers: '2' });
    expect(answered.status).toBe(409);
    expect(answered.text).toContain('There are 3 readers now, not 2');
    expect(await mailings()).toHaveLength(1);
  });

  it.each([
    [{ subject: '' }, 422, 'Write what the mail is about.'],
    [{ text: ' ' }, 422, 'Write the mail.'],
    [{ to: 'bookers', state: 'reserve' }, 422, 'Choose another state.'],
    [{ to: 'bookers' }, 200, 'Send this mail to 2 readers?'],
    [{ state: 'applied' }, 200, 'Nobody would have this mail'],
    [{ step: 'change' }, 200, 'To whom?'],
  ])('%j', async (different, status, text) => {
    const answered = await stage.staff.post(path('mail/check'), { ...mail, ...different });
    expect([answered.status, answered.text]).toEqual([status, expect.stringContaining(text)]);
  });
});

describe('a mail that a program of staff sends', () => {
  const address = () => `/conferences/${conference.slug}/mailings`;
  const mail = {
    to: 'delegates',
    subject: 'Rooms',
    text: 'Your room is on the first floor.',
    expectedReaders: 3,
  };
  const send = (different: object, headers = stage.staffApi) =>
    stage.api<{ id: string; readers: number; code: string; errors: object[] }>('POST', address(), headers, {
      ...mail,
      ...different,
    });

  it('goes to as many as it counted', async () => {
    const counted = await stage.api('GET', `${address()}/readers?to=delegates`, stage.staffApi);
    expect(counted).toEqual({
      status: 200,
      body: { readers: 3, withoutAddress: expect.any(Number) as number },
    });
    const sent = await send({});
    expect(sent).toMatchObject({ status: 201, body: { readers: 3 } });
    const [logged] = await stage.query<{ details: object }>(
      'SELECT details FROM conference_log WHERE id = $1',
      [sent.body.id],
    );
    expect(logged).toEqual({ details: { subject: 'Rooms', readers: 3, to: 'delegates' } });
  });

  it.each([
    [{ expectedReaders: 2 }, 409, 'readers-changed'],
    [{ expectedReaders: 0 }, 422, 'fields-need-attention'],
    [{ subject: ' ' }, 422, 'fields-need-attention'],
    [{ to: 'everybody' }, 422, 'fields-need-attention'],
    [{ to: 'bookers', state: 'reserve' }, 422, 'fields-need-attention'],
    [{ all: true }, 422, 'fields-need-attention'],
  ])('is refused: %j', async (different, status, code) => {
    const { status: answered, body } = await send(different);
    expect([answered, body.code]).toEqual([status, code]);
  });

  it('is nobody else’s to send or to count', async () => {
    const visitor = await stage.headers({ id: 'pat', roles: ['person'], via: 'api' });
    expect((await send({}, visitor)).status).toBe(403);
    expect((await stage.api('GET', `${address()}/readers?to=delegates`, visitor)).status).toBe(403);
  });
});

describe('private answers', () => {
  const kept = async () => {
    const [row] = await stage.query<{ answers: number; files: number; erased: boolean; reports: number }>(
      `SELECT (SELECT count(*)::int FROM answers) AS answers, (SELECT count(*)::int FROM answer_files) AS files,
         answers_erased_at IS NOT NULL AS erased,
         (SELECT count(*)::int FROM conference_log WHERE act = 'private-answers-erased') AS reports
       FROM conferences WHERE id = $1`,
      [conference.id],
    );
    return row;
  };
  const ended = async (daysAgo: number) => {
    const day = Temporal.Now.plainDateISO('Europe/London').subtract({ days: daysAgo }).toString();
    await stage.query('UPDATE conferences SET first_day = $2, last_day = $2 WHERE id = $1', [
      conference.id,
      day,
    ]);
    await runDue(stage.system, 'conference-registration', 'erase-private-answers');
  };

  it('are kept until 30 days after the last day, then erased with their files, and it is reported once', async () => {
    await ended(29);
    expect(await kept()).toEqual({ answers: 5, files: 1, erased: false, reports: 0 });
    await ended(30);
    expect(await kept()).toEqual({ answers: 1, files: 0, erased: true, reports: 1 });
    await ended(31);
    expect(await kept()).toEqual({ answers: 1, files: 0, erased: true, reports: 1 });
    const page = await stage.staff.get(path('needs'));
    expect(page.text).toContain('Private answers were erased on');
    // Nobody said anything any more, which is no number to give to a caterer.
    expect(page.text).toContain('All of it is erased');
    expect(page.text).not.toContain('Nothing said');
    expect(page.text).toContain(
      '2 answers about meals, 1 answer about access, 1 answer about health and 1 file',
    );
    const people = await stage.staff.get(path('needs/people'));
    expect(people.text).toContain('All of it is erased');
  });

  it('that come later are erased too', async () => {
    await answer('Xiu Example', 'access', 'late');
    await ended(40);
    expect(await kept()).toMatchObject({ answers: 1, reports: 2 });
  });
});
