import { hashOfLinkSecret } from '#platform';
import { SecretLinks } from '../../apps/conference-registration/src/links/secret-links.js';
import {
  beginBooking,
  fillIn,
  pagesOf,
  payment,
  stageQuestion,
  totalOn,
  type Pages,
} from './booking-stage.js';
import { startConferences, type Booker, type ConferenceStage, type StagedConference } from './stage.js';

let stage: ConferenceStage;
let booker: Booker;
let pages: Pages;
let conference: StagedConference;

beforeAll(async () => {
  stage = await startConferences();
  booker = await stage.booker({ organisationName: 'Rochdale Borough Council' });
  pages = pagesOf(stage, booker.headers);
  conference = await stage.conference({
    tickets: {
      Both: {},
      Online: { price: 2500, vatBasisPoints: 0 },
      Funded: { price: 0, needsApproval: true },
      Dinner: { kind: 'add-on', price: 4500 },
    },
    pools: {
      Room: { capacity: 50, tickets: ['Both', 'Funded'] },
      Table: { capacity: 3, tickets: ['Dinner'] },
    },
    columns: {
      days: JSON.stringify([
        { date: '2035-10-09', opens: '09:30', closes: '17:00' },
        { date: '2035-10-10', opens: '09:00', closes: '16:00' },
      ]),
      refund_steps: JSON.stringify([{ until: '2035-08-31', percent: 80 }]),
      changes_until: '2035-10-01T16:00:00Z',
    },
  });
});
afterAll(() => stage.stop());

/** Mails asked for since the beginning for one booking. */
const mailsOf = (reference: string) =>
  stage.query<{ subject: string; text: string; to: string; calendar: string | null }>(
    `SELECT payload ->> 'subject' AS subject, payload ->> 'text' AS text, payload -> 'to' ->> 'address' AS "to",
       payload -> 'calendar' ->> 'content' AS calendar
     FROM outbox WHERE type = 'conference-registration.mail-requested.v1' AND payload ->> 'text' LIKE '%' || $1 || '%'
     ORDER BY at, id`,
    [reference],
  );

describe('a booking, page by page', () => {
  it('goes from the hold to its confirmation', async () => {
    const reference = await beginBooking(stage, booker, conference, { Both: 2 });
    const path = `/conference/bookings/${reference}`;
    const first = await pages.get(path);
    expect(first.text).toContain('2 delegates');
    expect(first.text).toContain('Your places are kept until');
    expect(first.html).not.toContain(`${path}/check`);
    expect((await pages.get(`${path}/check`)).location).toBe(path);

    await fillIn(pages, reference, ['Ada Sample', 'Xiu Example']);
    const ready = await pages.get(path);
    expect(ready.html).toContain(`href="${path}/check"`);
    const check = await pages.get(`${path}/check`);
    expect(check.text).toContain('Ada Sample');
    expect(check.text).toContain('Both: £195.00 plus VAT');
    expect(check.text).toContain('Cancelled by Friday 31 August 2035: 80% of the price is paid back.');
    expect(check.text).toContain('Be kind.');
    expect(check.text).toContain('Book 2 places for £468.00');

    const refused = await pages.post(`${path}/confirm`, { total: '46800' });
    expect([refused.status, refused.text.includes('Accept the terms to confirm the booking.')]).toEqual([
      422,
      true,
    ]);
    const confirmed = await pages.post(`${path}/confirm`, { total: '46800', terms: 'yes' });
    expect([confirmed.status, confirmed.location]).toEqual([303, path]);
    const after = await pages.get(path);
    expect(after.text).toContain('Confirmed for 2 delegates');
    expect(after.text).toContain('Not paid yet, due on');
    expect(after.text).toContain('Invoice INV-');

    const mails = await mailsOf(reference);
    expect(mails.map(({ subject, to }) => [subject, to])).toEqual([
      [`Your booking is confirmed: Annual Conference (${reference})`, booker.email],
      ['You are registered: Annual Conference', 'ada.sample@example.org'],
      ['You are registered: Annual Conference', 'xiu.example@example.org'],
    ]);
    expect(mails[0]?.text).toContain('£390.00 plus £78.00 VAT: £468.00 in all');
    expect(mails[1]?.calendar).toContain('DTSTART;TZID=Europe/London:20351009T093000');
    const told = await stage.query<{ type: string }>(
      `SELECT type FROM outbox WHERE type LIKE '%-confirmed.v1' AND payload ->> 'conferenceId' = $1 ORDER BY type`,
      [conference.id],
    );
    expect(told.map(({ type }) => type)).toEqual([
      'conference-registration.booking-confirmed.v1',
      'conference-registration.delegate-confirmed.v1',
      'conference-registration.delegate-confirmed.v1',
    ]);
    const own = /(\/conference\/delegates\/[\w-]{43})/.exec(mails[1]?.text ?? '')?.[1] ?? '';
    const mine = await pagesOf(stage, {}).get(own);
    expect(mine.text).toContain('Ada Sample');
    expect(mine.text).not.toContain('Xiu');
    expect(mine.text).not.toContain('£');
  });

  it('stays one that can be looked over with many delegates, and says what is full', async () => {
    const big = await stage.conference({
      tickets: { Both: {}, Dinner: { kind: 'add-on', price: 4500 } },
      pools: { Table: { capacity: 0, tickets: ['Dinner'] } },
    });
    const reference = await beginBooking(stage, booker, big, { Both: 11 });
    const path = `/conference/bookings/${reference}`;
    expect((await pages.get(path)).text).toContain('0 of 11 are completed. Go on with Delegate 1');
    const first = await pages.get(`${path}/delegates/1`);
    expect(first.text).toContain('£45.00 plus VAT. No places left at the moment');
    expect(/<input[^>]*name="addOnIds"[^>]*>/.exec(first.html)?.[0]).toContain('disabled');
    await fillIn(
      pages,
      reference,
      Array.from({ length: 11 }, (_, index) => `Person ${index + 1}`),
    );
    expect((await pages.get(path)).text).toContain('11 of 11 are completed. Go to the rest of the booking');
    const check = await pages.get(`${path}/check`);
    expect(check.text).toContain('11 delegates Open a name to see everything that was filled in.');
    expect(check.text).toContain('11 × Both £2,145.00');
    expect(check.html.match(/<details\b/g)).toHaveLength(12);
  });

  it('is seen by nobody else', async () => {
    const reference = await beginBooking(stage, booker, conference, { Both: 1 });
    const path = `/conference/bookings/${reference}`;
    const stranger = pagesOf(stage, (await stage.booker()).headers);
    for (const visitor of [stranger, pagesOf(stage, {})]) {
      for (const page of ['', '/check', '/delegates/1', '/delegates/1/invite', '/payment', '/questions']) {
        expect((await visitor.get(path + page)).status).toBe(404);
      }
      expect((await visitor.post(`${path}/delegates/1`, { name: 'Mine' })).status).toBe(404);
      expect((await visitor.post(`${path}/confirm`, { total: '23400', terms: 'yes' })).status).toBe(404);
    }
  });

  it('keeps what is filled in when its time runs out, and takes the places again', async () => {
    const reference = await beginBooking(stage, booker, conference, { Both: 1 });
    const path = `/conference/bookings/${reference}`;
    await fillIn(pages, reference, ['Kept Name']);
    await stage.query(`UPDATE bookings SET held_until = now() - interval '1 second' WHERE reference = $1`, [
      reference,
    ]);
    const over = await pages.get(path);
    expect(over.text).toContain('The time has run out');
    expect(over.text).toContain('Kept Name');
    expect((await pages.post(`${path}/resume`)).location).toBe(path);
    const again = await pages.get(path);
    expect(again.text).toContain('Your places are kept until');
    expect(again.text).toContain('Kept Name Both');
    await pages.post(`${path}/extend`);
    expect((await pages.get(path)).text).not.toContain('Add 15 minutes');
    expect((await pages.post(`${path}/confirm`, { total: '23400', terms: 'yes' })).status).toBe(303);
    expect((await pages.get(path)).text).toContain('Confirmed for 1 delegate');
  });

  it('changes tickets and add-ons, adds and takes off delegates, within what there is', async () => {
    const reference = await beginBooking(stage, booker, conference, { Both: 1 });
    const path = `/conference/bookings/${reference}`;
    const { Both = '', Online = '', Dinner = '' } = conference.tickets;
    const added = await pages.post(`${path}/delegates/new`, { ticketTypeId: Both, once: 'a'.repeat(20) });
    expect(added.location).toBe(`${path}/delegates/2`);
    // Pressed twice, one is added.
    expect(
      (await pages.post(`${path}/delegates/new`, { ticketTypeId: Both, once: 'a'.repeat(20) })).location,
    ).toBe(`${path}/delegates/2`);
    await pages.post(`${path}/delegates/1`, { name: 'A', ticketTypeId: Online, addOnIds: Dinner });
    await pages.post(`${path}/delegates/2`, { name: 'B', ticketTypeId: Both, addOnIds: [Dinner] });
    await pages.post(`${path}/payment`, payment);
    // £25 and no VAT, twice £45 and once £195 with 20 %.
    expect(await totalOn(pages, reference)).toBe(String(2500 + 2 * 5400 + 23_400));
    const wrong = await pages.post(`${path}/delegates/1`, { name: 'A', ticketTypeId: Dinner });
    expect([wrong.status, wrong.text.includes('Choose a ticket.')]).toEqual([422, true]);
    await pages.post(`${path}/delegates/2/remove`);
    expect(await totalOn(pages, reference)).toBe(String(2500 + 5400));
    const last = await pages.post(`${path}/delegates/1/remove`);
    expect(last.location).toBe(path);
    expect((await pages.get(path)).text).toContain('1 delegate');
    const others = await beginBooking(stage, booker, conference, { Both: 1 });
    await pages.post(`${path}/give-up`);
    expect((await pages.get(path)).text).toContain('This booking was given up');
    await pages.post(`/conference/bookings/${others}/give-up`);
  });

  it('asks questions, and whoever is invited answers their own', async () => {
    const asking = await stage.conference({ tickets: { Both: { price: 0 } } });
    const needs = await stageQuestion(stage, asking, 1, {
      kind: 'yes-no',
      label: 'Any needs?',
      required: true,
    });
    const which = await stageQuestion(stage, asking, 2, {
      kind: 'long-text',
      label: 'Which?',
      required: true,
      sensitive: 'access',
      only_if: { questionId: needs, oneOf: ['yes'] },
    });
    const train = await stageQuestion(stage, asking, 3, {
      asked_of: 'booking',
      label: 'By train?',
      required: true,
    });
    const reference = await beginBooking(stage, booker, asking, { Both: 1 });
    const path = `/conference/bookings/${reference}`;
    await pages.post(`${path}/delegates/1/invite`, { email: 'Ines@Example.org' });
    const [mail] = await mailsOf('Ines@Example.org');
    expect(mail).toBeUndefined();
    const [invited] = await stage.query<{ text: string }>(
      `SELECT payload ->> 'text' AS text FROM outbox WHERE payload -> 'to' ->> 'address' = 'Ines@Example.org'`,
    );
    const own = /(\/conference\/delegates\/[\w-]{43})/.exec(invited?.text ?? '')?.[1] ?? '';
    const ines = pagesOf(stage, {});
    expect((await ines.get(own)).text).toContain('Fill in your details');
    const missing = await ines.post(own, {
      name: 'Inês',
      email: 'Ines@Example.org',
      [`answers.${needs}`]: 'yes',
    });
    expect([missing.status, missing.text.includes('“Which?”: write an answer.')]).toEqual([422, true]);
    const saved = await ines.post(own, {
      name: 'Inês',
      email: 'Ines@Example.org',
      [`answers.${needs}`]: 'yes',
      [`answers.${which}`]: 'A ramp',
    });
    expect(saved.location).toBe(own);
    await pages.post(`${path}/questions`, { bookerPhone: '01632 960001', [`answers.${train}`]: 'Yes' });
    const check = await pages.get(`${path}/check`);
    // What somebody needs is between them and whoever looks after them.
    expect(check.text).not.toContain('A ramp');
    expect(check.text).toContain('Answered in confidence');
    expect(check.text).toContain('Nothing to pay');
    expect((await pages.post(`${path}/confirm`, { total: '0', terms: 'yes' })).status).toBe(303);
    const mails = await mailsOf(reference);
    const registered = mails.find(({ subject }) => subject.startsWith('You are'));
    expect(registered?.text).toContain('Any needs? Yes');
    expect(registered?.text).not.toContain('A ramp');
    expect(registered?.text).toContain(own);
    const [row] = await stage.query<{ sensitive: string | null }>(
      'SELECT sensitive FROM answers WHERE question_id = $1',
      [which],
    );
    expect(row?.sensitive).toBe('access');
    const [documents] = await stage.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM documents d JOIN bookings b ON b.id = d.booking_id WHERE b.reference = $1`,
      [reference],
    );
    expect(documents?.count).toBe(0);
  });

  it('applies for a ticket that needs approval, with nothing to pay yet', async () => {
    const reference = await beginBooking(stage, booker, conference, { Funded: 1 });
    const path = `/conference/bookings/${reference}`;
    await pages.post(`${path}/delegates/1`, {
      name: 'Hopeful Sample',
      email: 'hopeful@example.org',
      ticketTypeId: conference.tickets['Funded'] ?? '',
      addOnIds: conference.tickets['Dinner'] ?? '',
    });
    expect((await pages.get(`${path}/check`)).text).toContain('Apply for one place');
    await pages.post(`${path}/confirm`, { total: '0', terms: 'yes' });
    expect((await pages.get(path)).text).toContain('Applied for 1 delegate');
    const mails = await mailsOf(reference);
    expect(mails.map(({ subject }) => subject)).toEqual([
      `We have your application: Annual Conference (${reference})`,
    ]);
    const places = await stage.query<{ status: string }>(
      `SELECT p.status FROM places p JOIN bookings b ON b.id = p.booking_id WHERE b.reference = $1`,
      [reference],
    );
    expect(places.map(({ status }) => status)).toEqual(['applied', 'applied']);
  });

  it('is a guest’s with their secret alone, also in what they are mailed', async () => {
    const reference = await beginBooking(stage, booker, conference, { Online: 1 });
    const [{ id } = { id: '' }] = await stage.query<{ id: string }>(
      'SELECT id FROM bookings WHERE reference = $1',
      [reference],
    );
    const secret = new SecretLinks({ LINK_SECRET: stage.system.secrets.links }).secretOf('booking', id);
    await stage.query(
      `UPDATE bookings SET booked_for = 'guest', secret_hash = $2, booker_person_id = NULL, organisation_id = NULL,
         booker_name = 'Gale Guest', booker_email = 'gale@example.org' WHERE id = $1`,
      [id, hashOfLinkSecret(secret)],
    );
    const guest = pagesOf(stage, {});
    expect((await guest.get(`/conference/bookings/${reference}`)).status).toBe(404);
    expect((await pages.get(`/conference/bookings/${reference}`)).status).toBe(404);
    await fillIn(guest, secret, ['Gale Guest']);
    const path = `/conference/bookings/${secret}`;
    expect((await guest.get(`${path}/payment`)).text).not.toContain('By invoice to');
    const total = await totalOn(guest, secret);
    expect((await guest.post(`${path}/confirm`, { total, terms: 'yes' })).location).toBe(path);
    const mails = await mailsOf(reference);
    expect(mails.map(({ to }) => to)).toEqual(['gale@example.org', 'gale.guest@example.org']);
    expect(mails[0]?.text).toContain(path);
    expect(mails[0]?.text).toContain('The link is yours alone');
    expect(mails[1]?.text).not.toContain(path);
    const [line] = await stage.query<{ name: string }>(
      `SELECT person_name AS name FROM booking_history WHERE booking_id = $1 AND act = 'confirmed'`,
      [id],
    );
    expect(line?.name).toBe('Gale Guest');
  });

  it('is not confirmed at another total than the one that was seen', async () => {
    const reference = await beginBooking(stage, booker, conference, { Both: 1 });
    const path = `/conference/bookings/${reference}`;
    await fillIn(pages, reference, ['Same']);
    for (const total of ['23399', '1', '-23400', '23400.0', 'x', '']) {
      const answer = await pages.post(`${path}/confirm`, { total, terms: 'yes' });
      expect([answer.status, answer.text.includes('The total has changed since you saw it')]).toEqual([
        409,
        true,
      ]);
      expect(answer.html).toContain('name="total" value="23400"');
    }
  });
});
