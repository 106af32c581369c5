import { randomUUID } from 'node:crypto';
import { pagesOf, stageQuestion, type Pages } from './booking-stage.js';
import {
  bookConfirmed,
  changeableConference,
  documentsOf,
  fieldOf,
  mailsOf,
  miscounts,
  toldOf,
} from './changing-stage.js';
import { startConferences, type Booker, type ConferenceStage, type StagedConference } from './stage.js';

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

describe('a confirmed booking', () => {
  it('has one of five swapped and one cancelled, with the right credit note and outstanding', async () => {
    const conference = await changeableConference(stage);
    const reference = await book(conference, ['Ada One', 'Bea Two', 'Cy Three', 'Dee Four', 'Eve Five']);
    const path = `/conference/bookings/${reference}`;
    const page = await pages.get(path);
    expect(page.html).toContain(`href="${path}/delegates/2/change"`);
    expect(page.text).toContain('Cancel places, or all of the booking');

    const form = await pages.get(`${path}/delegates/2/replace`);
    expect(form.text).toContain('nothing is to be paid for it');
    const person = { version: fieldOf(form.html, 'version'), name: 'Bob New', email: 'bob.new@example.org' };
    const swapped = await pages.post(`${path}/delegates/2/replace`, person);
    expect([swapped.status, swapped.location]).toEqual([303, `${path}/delegates/2/change`]);
    // Pressed twice, it is done once.
    expect((await pages.post(`${path}/delegates/2/replace`, person)).status).toBe(303);
    expect((await documentsOf(stage, reference)).length).toBe(1);
    const mails = await mailsOf(stage, reference);
    expect(mails.slice(-3).map(({ subject, to, method }) => [subject, to, method])).toEqual([
      [`Your booking is changed: Annual Conference (${reference})`, booker.email, null],
      ['Somebody else takes your place: Annual Conference', 'bea.two@example.org', 'CANCEL'],
      ['You are registered: Annual Conference', 'bob.new@example.org', 'REQUEST'],
    ]);
    expect(mails.at(-1)?.text).toContain('you take the place of Bea Two');

    const check = await pages.get(`${path}/cancel?delegates=3`);
    expect(check.text).toContain('Cancel the place of Cy Three?');
    // 80 per cent of £195.00 and its VAT.
    expect(check.text).toContain('£156.00 plus £31.20 VAT: £187.20 of £234.00');
    const cancelled = await pages.post(`${path}/cancel`, {
      delegates: '3',
      refund: fieldOf(check.html, 'refund'),
    });
    expect(cancelled.location).toBe(path);
    const [invoice, note, ...more] = await documentsOf(stage, reference);
    expect(more).toEqual([]);
    expect(invoice).toMatchObject({ series: 'invoice', gross: 5 * 23_400, outstanding: 5 * 23_400 - 18_720 });
    expect(note).toMatchObject({
      series: 'credit-note',
      net: 15_600,
      vat: 3120,
      gross: 18_720,
      reason: 'Places cancelled; the refund rules pay 80% back',
      lines: [{ description: 'Both: Cy Three', netPence: 15_600, vatPence: 3120 }],
    });
    const after = await pages.get(path);
    expect(after.text).toContain('Confirmed for 4 delegates');
    expect(after.text).toContain('£982.80 still to be paid');
    const [toBooker, toDelegate] = (await mailsOf(stage, reference)).slice(-2);
    expect(toBooker?.subject).toBe(`1 place cancelled: Annual Conference (${reference})`);
    expect(toBooker?.text).toContain(note?.label ?? 'no label');
    expect([toDelegate?.subject, toDelegate?.to, toDelegate?.method]).toEqual([
      'Your place is cancelled: Annual Conference',
      'cy.three@example.org',
      'CANCEL',
    ]);
    const told = await toldOf(stage, reference);
    expect(
      told
        .slice(6)
        .map(({ type }) => type)
        .toSorted(),
    ).toEqual(['booking-changed.v1', 'booking-changed.v1', 'delegate-cancelled.v1', 'delegate-confirmed.v1']);
    expect(await miscounts(stage, conference)).toEqual([]);
  });

  it('is cancelled as a whole, once', async () => {
    const conference = await changeableConference(stage);
    const reference = await book(conference, ['Ada One', 'Bea Two']);
    const path = `/conference/bookings/${reference}`;
    const choose = await pages.get(`${path}/cancel`);
    expect(choose.text).toContain('Whose place is to be cancelled?');
    expect((await pages.get(`${path}/cancel?choose=yes`)).status).toBe(422);
    const check = await pages.get(`${path}/cancel?delegates=1&delegates=2`);
    expect(check.text).toContain('Cancel the whole booking?');
    const wrong = await pages.post(`${path}/cancel`, { delegates: ['1', '2'], refund: '100' });
    expect([wrong.status, wrong.text.includes('£374.40 now, not £1.00')]).toEqual([409, true]);
    const sent = { delegates: ['1', '2'], refund: '37440' };
    const answers = await Promise.all([1, 2, 3].map(() => pages.post(`${path}/cancel`, sent)));
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    const documents = await documentsOf(stage, reference);
    expect(documents.map(({ series, gross }) => [series, gross])).toEqual([
      ['invoice', 46_800],
      ['credit-note', 37_440],
    ]);
    expect((await pages.get(path)).text).toContain('This booking is cancelled');
    expect((await pages.get(path)).html).not.toContain(`${path}/add`);
    const [row] = await stage.query<{ status: string; cancelled: boolean }>(
      'SELECT status, cancelled_at IS NOT NULL AS cancelled FROM bookings WHERE reference = $1',
      [reference],
    );
    expect(row).toEqual({ status: 'cancelled', cancelled: true });
    expect(
      (await toldOf(stage, reference)).filter(({ type }) => type === 'booking-cancelled.v1').length,
    ).toBe(1);
  });

  it('survives a cancellation and a change of ticket at once', async () => {
    const conference = await changeableConference(stage);
    const { Day = '' } = conference.tickets;
    for (let round = 0; round < 5; round++) {
      const reference = await book(conference, ['Ada One']);
      const [cancel, change] = await Promise.all([
        stage.api('POST', `/bookings/${reference}/cancel`, booker.api, {
          delegates: 'all',
          expectedRefundPence: 18_720,
        }),
        stage.api('PUT', `/bookings/${reference}/delegates/1/tickets`, booker.api, {
          ticketTypeId: Day,
          expectedInvoicePence: 12_000,
          expectedCreditPence: 12_000 + 9120,
        }),
      ]);
      // Whichever is second finds what the first one did.
      expect([`${cancel.status} ${change.status}`]).toEqual([
        expect.stringMatching(/^200 (404|409)$|^409 200$/),
      ]);
      const documents = await documentsOf(stage, reference);
      const credited = documents.filter(({ series }) => series === 'credit-note');
      expect(credited.length).toBe(1);
      expect(await miscounts(stage, conference)).toEqual([]);
    }
  });

  it('changes tickets and add-ons: what is dearer is invoiced, what is given up credited', async () => {
    const conference = await changeableConference(stage);
    const { Both = '', Day = '', Dinner = '' } = conference.tickets;
    const reference = await book(conference, ['Ada One']);
    const path = `/conference/bookings/${reference}/delegates/1/tickets`;
    expect((await pages.get(path)).text).toContain('What they keep keeps its price');
    const wanted = { ticketTypeId: Day, addOnIds: [Dinner] };
    const check = await pages.post(path, wanted);
    // £100 + £45 and VAT are new; of £195, £100 count in full and of £95 80 per cent.
    expect(check.text).toContain('On a new invoice £145.00 plus £29.00 VAT: £174.00 in all');
    expect(check.text).toContain('On a credit note £176.00 plus £35.20 VAT: £211.20 in all');
    expect((await documentsOf(stage, reference)).length).toBe(1);
    const costs = { invoicePence: '17400', creditPence: '21120' };
    const stale = await pages.post(path, { ...wanted, ...costs, creditPence: '1' });
    expect([stale.status, stale.text.includes('What it costs has changed')]).toEqual([409, true]);
    for (const _ of [1, 2]) expect((await pages.post(path, { ...wanted, ...costs })).status).toBe(303);
    const documents = await documentsOf(stage, reference);
    expect(documents.map(({ series, gross, outstanding }) => [series, gross, outstanding])).toEqual([
      ['invoice', 23_400, 2280],
      ['credit-note', 21_120, 21_120],
      ['invoice', 17_400, 17_400],
    ]);
    // Back to the dearer one: the day ticket counts in full.
    const back = await pages.post(path, { ticketTypeId: Both, addOnIds: [Dinner] });
    expect(back.text).toContain('On a new invoice £195.00 plus £39.00 VAT');
    expect(back.text).toContain('On a credit note £100.00 plus £20.00 VAT');
    const nonsense = await pages.post(path, { ticketTypeId: Dinner });
    expect([nonsense.status, nonsense.text.includes('Choose a ticket.')]).toEqual([422, true]);
    expect(await miscounts(stage, conference)).toEqual([]);
  });

  it('gets further delegates at today’s price, within the limits, with an invoice of their own', async () => {
    const conference = await changeableConference(stage, {}, 3);
    const { Both = '' } = conference.tickets;
    const reference = await book(conference, ['Ada One']);
    const path = `/conference/bookings/${reference}/add`;
    await stage.query('UPDATE prices SET pence = 21000 WHERE ticket_type_id = $1', [Both]);
    await stage.query('UPDATE conferences SET version = version + 1 WHERE id = $1', [conference.id]);
    const unread = await pages.post(path, { list: 'Bea Two, bea@@example.org', ticketTypeId: Both });
    expect([unread.status, unread.text.includes('Row 1:')]).toEqual([422, true]);
    const list = 'Bea Two, bea@example.org\nCy Three';
    const check = await pages.post(path, { list, ticketTypeId: Both });
    expect(check.text).toContain('On a new invoice £420.00 plus £84.00 VAT');
    const sent = {
      list: fieldOf(check.html, 'list').replaceAll('&#10;', '\n'),
      ticketTypeId: Both,
      invoicePence: '50400',
      creditPence: '0',
      once: fieldOf(check.html, 'once'),
    };
    for (const _ of [1, 2]) expect((await pages.post(path, { ...sent, list })).status).toBe(303);
    const documents = await documentsOf(stage, reference);
    expect(documents.map(({ series, gross }) => [series, gross])).toEqual([
      ['invoice', 23_400],
      ['invoice', 50_400],
    ]);
    expect((await pages.get(`/conference/bookings/${reference}`)).text).toContain(
      'Confirmed for 3 delegates',
    );
    const full = await pages.post(path, { list: 'Dee Four', ticketTypeId: Both });
    expect([full.status, full.text.includes('There are no places left in “Room”')]).toEqual([409, true]);
    const staff = pagesOf(
      stage,
      await stage.headers({ id: randomUUID(), name: 'Sam Staff', roles: ['person', 'staff'] }),
    );
    const kept = await staff.post(path, { list: 'Dee Four', ticketTypeId: Both });
    expect(kept.status).toBe(409);
    expect(kept.html).toContain('<a href="#override">To pass this limit all the same, say why.</a>');
    expect(kept.html).toContain('<title>Error: Add delegates');
    const over = await staff.post(path, {
      list: 'Dee Four',
      ticketTypeId: Both,
      override: 'The speaker’s guest',
    });
    expect(over.text).toContain('Add 1 delegate?');
    expect(await miscounts(stage, conference)).toEqual([]);
  });

  it('offers a freed place to who waits, in the same moment', async () => {
    const conference = await changeableConference(stage, {}, 1);
    const reference = await book(conference, ['Ada One']);
    const { Both = '' } = conference.tickets;
    const [other] = await stage.query<{ id: string }>(
      `INSERT INTO waiting_entries (id, conference_id, ticket_type_id, number, wanted, all_together, status, blocked_by,
         booked_for, organisation_name, category, name, email, joined_at)
       VALUES (gen_random_uuid(), $1, $2, 1, 1, false, 'waiting', '{}', 'self', '', 'non-member', 'Wai Ting',
         'wai@example.org', now()) RETURNING id`,
      [conference.id, Both],
    );
    await stage.api('POST', `/bookings/${reference}/cancel`, booker.api, {
      delegates: [1],
      expectedRefundPence: 18_720,
    });
    const offers = await stage.query<{ status: string; places: number }>(
      'SELECT status, places FROM offers WHERE entry_id = $1',
      [other?.id],
    );
    expect(offers).toEqual([{ status: 'open', places: 1 }]);
    expect(await miscounts(stage, conference)).toEqual([]);
  });

  it('asks for approval again when an answer changes that it hung on', async () => {
    const conference = await changeableConference(stage);
    const why = await stageQuestion(stage, conference, 1, { label: 'Why?', asks_approval: true });
    const reference = await book(conference, ['Ada One']);
    const path = `/conference/bookings/${reference}/delegates/1/details`;
    const form = await pages.get(path);
    expect(form.text).toContain('If that changes, staff decide on the place again');
    const sent = {
      version: fieldOf(form.html, 'version'),
      name: 'Ada One',
      email: 'ada.one@example.org',
      [`answers.${why}`]: 'To learn',
    };
    for (const _ of [1, 2]) expect((await pages.post(path, sent)).status).toBe(303);
    const [row] = await stage.query<{ delegate: string; place: string }>(
      `SELECT d.status AS delegate, p.status AS place FROM delegates d JOIN places p ON p.delegate_id = d.id
       JOIN bookings b ON b.id = d.booking_id WHERE b.reference = $1`,
      [reference],
    );
    expect(row).toEqual({ delegate: 'applied', place: 'confirmed' });
    const stale = await pages.post(path, { ...sent, name: 'Late' });
    expect([stale.status, stale.text.includes('Somebody has changed this delegate')]).toEqual([409, true]);
  });

  it('deletes what the former delegate answered', async () => {
    const conference = await changeableConference(stage);
    const needs = await stageQuestion(stage, conference, 1, { label: 'Needs?', sensitive: 'access' });
    const reference = await book(conference, ['Ada One']);
    const path = `/conference/bookings/${reference}/delegates/1`;
    const answered = { name: 'Ada One', email: 'ada.one@example.org', [`answers.${needs}`]: 'A ramp' };
    await pages.post(`${path}/details`, {
      ...answered,
      version: fieldOf((await pages.get(`${path}/details`)).html, 'version'),
    });
    expect((await pages.get(`${path}/change`)).text).toContain('A ramp');
    const replace = await pages.get(`${path}/replace`);
    expect(replace.text).not.toContain('A ramp');
    await pages.post(`${path}/replace`, { version: fieldOf(replace.html, 'version'), name: 'Bob New' });
    expect((await pages.get(`${path}/change`)).text).not.toContain('A ramp');
    expect(await stage.query('SELECT 1 FROM answers WHERE question_id = $1', [needs])).toEqual([]);
  });
});
