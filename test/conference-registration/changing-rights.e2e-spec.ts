import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { pagesOf, type Pages } from './booking-stage.js';
import { bookConfirmed, changeableConference, documentsOf, fieldOf, mailsOf } from './changing-stage.js';
import {
  apiPath,
  startConferences,
  type Booker,
  type ConferenceStage,
  type StagedConference,
} from './stage.js';

let stage: ConferenceStage;
let booker: Booker;
let pages: Pages;

beforeAll(async () => {
  stage = await startConferences();
  booker = await stage.booker({ organisationName: 'Rochdale Borough Council' });
  pages = pagesOf(stage, booker.headers);
});
afterAll(() => stage.stop());

const book = (conference: StagedConference, names: readonly string[]) =>
  bookConfirmed(stage, booker, conference, names);

describe('after the deadline', () => {
  it('the booker can only ask, and staff can still do it, also by another percentage', async () => {
    const conference = await changeableConference(stage);
    const reference = await book(conference, ['Ada One', 'Bea Two']);
    const path = `/conference/bookings/${reference}`;
    await stage.query(
      `UPDATE conferences SET changes_until = now() - interval '1 hour', version = version + 1 WHERE id = $1`,
      [conference.id],
    );
    const page = await pages.get(path);
    expect(page.text).toContain('Bookings could be changed until');
    expect(page.html).not.toContain(`${path}/cancel`);
    expect((await pages.get(`${path}/cancel`)).location).toBe(path);
    expect((await pages.post(`${path}/cancel`, { delegates: '1', refund: '18720' })).location).toBe(path);
    const refused = await stage.api<{ code: string }>('POST', `/bookings/${reference}/cancel`, booker.api, {
      delegates: [1],
      expectedRefundPence: 18_720,
    });
    expect([refused.status, refused.body.code]).toEqual([409, 'changes-over']);
    const form = await pages.get(`${path}/ask`);
    const question = { message: 'Bea is ill. Can Cy come?', once: fieldOf(form.html, 'once') };
    expect((await pages.post(`${path}/ask`, { ...question, message: ' ' })).status).toBe(422);
    for (const _ of [1, 2]) expect((await pages.post(`${path}/ask`, question)).location).toBe(path);
    const asked = (await mailsOf(stage, reference)).filter(({ to }) => to === 'conference@example.org');
    expect(asked.map(({ text }) => text.includes('Can Cy come?'))).toEqual([true]);

    const staff = pagesOf(
      stage,
      await stage.headers({ id: randomUUID(), name: 'Sam Staff', roles: ['person', 'staff'] }),
    );
    expect((await staff.get(`${path}/cancel?delegates=2`)).text).toContain('Another percentage');
    const unexplained = await staff.post(`${path}/cancel`, {
      delegates: '2',
      refund: '18720',
      percent: '100',
    });
    expect([unexplained.status, unexplained.text.includes('Say why')]).toEqual([422, true]);
    const otherwise = { delegates: '2', refund: '18720', percent: '100', reason: 'Illness' };
    const seen = await staff.post(`${path}/cancel`, otherwise);
    expect(seen.text).toContain('You have chosen 100% instead of the 80%');
    const done = await staff.post(`${path}/cancel`, { ...otherwise, refund: '23400', seen: '100' });
    expect(done.status).toBe(303);
    const note = (await documentsOf(stage, reference)).at(-1);
    expect([note?.gross, note?.reason]).toEqual([23_400, 'Illness']);
  });

  it('nobody else finds any of it', async () => {
    const conference = await changeableConference(stage);
    const reference = await book(conference, ['Ada One']);
    const stranger = await stage.booker();
    const path = `/conference/bookings/${reference}`;
    const theirs = pagesOf(stage, stranger.headers);
    const gets = [
      '/cancel',
      '/add',
      '/ask',
      ...['change', 'details', 'replace', 'tickets'].map((what) => `/delegates/1/${what}`),
    ];
    for (const get of gets) expect([get, (await theirs.get(path + get)).status]).toEqual([get, 404]);
    for (const post of gets.filter((get) => !get.endsWith('/change'))) {
      expect([post, (await theirs.post(path + post, { delegates: '1' })).status]).toEqual([post, 404]);
    }
    const cancel = await stage.api('POST', `/bookings/${reference}/cancel`, stranger.api, {
      delegates: 'all',
      expectedRefundPence: 0,
    });
    expect(cancel.status).toBe(404);
    expect((await stage.api('GET', `/bookings/${reference}/refund?delegates=all`, stranger.api)).status).toBe(
      404,
    );
    // Another's delegate is none of this booking.
    expect((await pages.get(`${path}/delegates/9/change`)).status).toBe(404);
  });
});

describe('a guest', () => {
  it('does it all with their link, which stands in no mail that is kept', async () => {
    const conference = await changeableConference(stage);
    const reference = await book(conference, ['Ada One', 'Bea Two']);
    const secret = randomBytes(32).toString('base64url');
    await stage.query(
      `UPDATE bookings SET booked_for = 'guest', booker_person_id = NULL, organisation_id = NULL, secret_hash = $2
       WHERE reference = $1`,
      [reference, createHash('sha256').update(secret).digest()],
    );
    const guest = pagesOf(stage, {});
    const path = `/conference/bookings/${secret}`;
    const check = await guest.get(`${path}/cancel?delegates=2`);
    expect(check.text).toContain('Cancel the place of Bea Two?');
    const cancelled = await guest.post(`${path}/cancel`, {
      delegates: '2',
      refund: fieldOf(check.html, 'refund'),
    });
    expect(cancelled.location).toBe(path);
    const mail = (await mailsOf(stage, reference)).find(({ subject }) =>
      subject.startsWith('1 place cancelled'),
    );
    expect([mail?.to, mail?.kind]).toEqual([booker.email, 'booking-links']);
    const [line] = await stage.query<{ name: string }>(
      `SELECT person_name AS name FROM booking_history h JOIN bookings b ON b.id = h.booking_id
       WHERE b.reference = $1 AND act = 'delegates-cancelled'`,
      [reference],
    );
    expect(line?.name).toBe(booker.name);
  });
});

describe('a delegate’s own page', () => {
  it('has their calendar, lets them change what is theirs, and tell that they cannot come', async () => {
    const conference = await changeableConference(stage);
    const reference = await book(conference, ['Ada One', 'Bea Two']);
    const mail = (await mailsOf(stage, reference)).find(({ to }) => to === 'ada.one@example.org');
    const own = /(\/conference\/delegates\/[\w-]{43})/.exec(mail?.text ?? '')?.[1] ?? 'none';
    const mine = pagesOf(stage, {});
    const page = await mine.get(own);
    expect(page.text).toContain('I cannot come');
    expect(page.text).not.toContain('Bea');
    const calendar = await mine.get(`${own}/calendar.ics`);
    expect(calendar.html).toContain('BEGIN:VEVENT');
    expect(calendar.html).not.toMatch(/METHOD|ORGANIZER/);
    expect(calendar.html).toContain(`UID:conference-${conference.id}@`);
    const form = await mine.get(`${own}/details`);
    const sent = { version: fieldOf(form.html, 'version'), name: 'Ada Uno', email: 'ada.uno@example.org' };
    const saved = await mine.post(`${own}/details`, sent);
    expect(saved.status).toBe(303);
    // The link goes with the address: the old one leads nowhere any more.
    expect(saved.location).not.toBe(own);
    expect((await mine.get(own)).status).toBe(404);
    const now = saved.location ?? '';
    expect((await mine.get(now)).text).toContain('Ada Uno');
    for (const _ of [1, 2])
      expect((await mine.post(`${now}/cannot-come`, { message: 'Ill' })).location).toBe(now);
    const told = (await mailsOf(stage, reference)).filter(({ subject }) => subject.includes('cannot come'));
    expect(told.map(({ to }) => to)).toEqual([booker.email]);
    expect(told[0]?.text).toContain(`/conference/bookings/${reference}/delegates/1/change`);
  });
});

describe('the API', () => {
  it('does the same: swaps, changes, adds, cancels', async () => {
    const conference = await changeableConference(stage);
    const { Both = '', Dinner = '' } = conference.tickets;
    const reference = await book(conference, ['Ada One']);
    const api = `/bookings/${reference}`;
    const current = await stage.api<{ version: number }>('GET', `${api}/delegates/1`, booker.api);
    const match = (version: number) => ({ ...booker.api, 'if-match': `"${version}"` });
    const person = { name: 'Bob New', email: 'bob@example.org' };
    const swapped = await stage.api<{ name: string; version: number }>(
      'PUT',
      `${api}/delegates/1/person`,
      match(current.body.version),
      person,
    );
    expect([swapped.status, swapped.body.name]).toEqual([200, 'Bob New']);
    const stale = await stage.api('PUT', `${api}/delegates/1/person`, match(current.body.version), {
      name: 'Late',
    });
    expect(stale.status).toBe(412);
    const details = { ...person, jobTitle: 'Clerk' };
    const changed = await stage.api<{ jobTitle: string }>(
      'PUT',
      `${api}/delegates/1/details`,
      match(swapped.body.version),
      details,
    );
    expect([changed.status, changed.body.jobTitle]).toEqual([200, 'Clerk']);
    const additions = { delegates: [{ name: 'Cy Three', ticketTypeId: Both, addOnIds: [Dinner] }] };
    const trial = await stage.api<{ invoiced: { grossPence: number } }>(
      'POST',
      `${api}/additions`,
      booker.api,
      { ...additions, isTrial: true },
    );
    expect([trial.status, trial.body.invoiced.grossPence]).toEqual([200, 28_800]);
    const key = { ...booker.api, 'idempotency-key': randomUUID() };
    const body = { ...additions, expectedInvoicePence: 28_800 };
    const added = await stage.api<{ delegates: number[] }>('POST', `${api}/additions`, key, body);
    expect([added.status, added.body.delegates]).toEqual([201, [2]]);
    expect(await stage.api('POST', `${api}/additions`, key, body)).toEqual(added);
    const negative = await stage.api('POST', `${api}/additions`, booker.api, {
      ...body,
      expectedInvoicePence: -1,
    });
    expect(negative.status).toBe(422);
    const refund = await stage.api<{ percent: number; back: { grossPence: number }; lines: unknown[] }>(
      'GET',
      `${api}/refund?delegates=2`,
      booker.api,
    );
    expect([refund.body.percent, refund.body.back.grossPence, refund.body.lines.length]).toEqual([
      80, 23_040, 2,
    ]);
    const cancelled = await stage.api<{ status: string; delegates: number[] }>(
      'POST',
      `${api}/cancel`,
      booker.api,
      {
        delegates: [2],
        expectedRefundPence: 23_040,
      },
    );
    expect([cancelled.status, cancelled.body.status, cancelled.body.delegates]).toEqual([
      200,
      'confirmed',
      [2],
    ]);
    const described = await fetch(`${stage.url}${apiPath}/openapi.json`);
    expect(await described.text()).toContain('replaceDelegate');
  });
});
