import { placesAddUp } from '../../apps/conference-registration/src/places/places-add-up.js';
import { beginBooking, fillIn, pagesOf, stageQuestion, totalOn, type Pages } from './booking-stage.js';
import { withoutLock } from './lock-off.js';
import { startConferences, type Booker, type ConferenceStage } from './stage.js';

let stage: ConferenceStage;
let booker: Booker;
let pages: Pages;

beforeAll(async () => {
  stage = await startConferences();
  booker = await stage.booker();
  pages = pagesOf(stage, booker.headers);
});
afterAll(() => stage.stop());

const issuedFor = async (reference: string) => {
  const [row] = await stage.query<{ invoices: number; mails: number; told: number }>(
    `SELECT (SELECT count(*)::int FROM documents d WHERE d.booking_id = b.id) AS invoices,
       (SELECT count(*)::int FROM outbox o WHERE o.type = 'conference-registration.mail-requested.v1'
         AND o.payload ->> 'text' LIKE '%' || b.reference || '%') AS mails,
       (SELECT count(*)::int FROM outbox o WHERE o.type = 'conference-registration.booking-confirmed.v1'
         AND o.payload ->> 'id' = b.id::text) AS told
     FROM bookings b WHERE b.reference = $1`,
    [reference],
  );
  return row;
};

describe('confirming a booking', () => {
  it('twenty times at once gives one invoice and one set of mails', async () => {
    const conference = await stage.conference({ tickets: { Both: {} }, pools: { Room: { capacity: 9 } } });
    const reference = await beginBooking(stage, booker, conference, { Both: 2 });
    await fillIn(pages, reference, ['Ada Sample', 'Xiu Example']);
    const total = await totalOn(pages, reference);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        index % 2 === 0
          ? pages.post(`/conference/bookings/${reference}/confirm`, { total, terms: 'yes' })
          : stage.api('POST', `/bookings/${reference}/confirm`, booker.api, {
              expectedGrossPence: Number(total),
              acceptTerms: true,
            }),
      ),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303, 200]));
    expect(await issuedFor(reference)).toEqual({ invoices: 1, mails: 3, told: 1 });
    const again = await pages.post(`/conference/bookings/${reference}/confirm`, { total: '1' });
    expect(again.status).toBe(303);
    expect(await issuedFor(reference)).toEqual({ invoices: 1, mails: 3, told: 1 });
  });

  /** A booking of the only place, filled in, whose time has run out; and six others who want the place. */
  const outOfTime = async () => {
    const conference = await stage.conference({
      tickets: { Both: {}, Online: {} },
      pools: { Room: { capacity: 1, tickets: ['Both'] } },
    });
    const reference = await beginBooking(stage, booker, conference, { Both: 1 });
    await fillIn(pages, reference, ['First Come']);
    const total = await totalOn(pages, reference);
    await stage.query(`UPDATE bookings SET held_until = now() - interval '1 second' WHERE reference = $1`, [
      reference,
    ]);
    const others = await Promise.all(Array.from({ length: 6 }, () => stage.booker()));
    return { conference, reference, total, others };
  };

  /** All of them at once. @returns how many have a place then, and what they were answered */
  const race = async ({ conference, reference, total, others }: Awaited<ReturnType<typeof outOfTime>>) => {
    const answers = await Promise.all([
      pages.post(`/conference/bookings/${reference}/confirm`, { total, terms: 'yes' }),
      ...others.map((other) =>
        stage.api('POST', `/conferences/${conference.id}/bookings`, other.api, {
          for: { organisationId: other.organisationId },
          quantities: { [conference.tickets['Both'] ?? '']: 1 },
        }),
      ),
    ]);
    const [taken] = await stage.query<{ places: number }>(
      `SELECT count(*)::int AS places FROM places WHERE ticket_type_id = $1 AND status IN ('held', 'confirmed')`,
      [conference.tickets['Both']],
    );
    return { taken: taken?.places ?? 0, statuses: answers.map(({ status }) => status) };
  };

  it('while its time runs out takes no place twice, and loses nothing', async () => {
    for (let round = 0; round < 6; round += 1) {
      const staged = await outOfTime();
      const { taken, statuses } = await race(staged);
      expect(taken).toBe(1);
      expect(statuses.filter((status) => status >= 500)).toEqual([]);
      const [booking] = await stage.query<{ status: string; name: string }>(
        `SELECT b.status, d.name FROM bookings b JOIN delegates d ON d.booking_id = b.id WHERE b.reference = $1`,
        [staged.reference],
      );
      expect(booking?.name).toBe('First Come');
      const isConfirmed = booking?.status === 'confirmed';
      expect(statuses.slice(1).filter((status) => status === 201)).toHaveLength(isConfirmed ? 0 : 1);
      expect(await issuedFor(staged.reference)).toMatchObject({ invoices: isConfirmed ? 1 : 0 });
      expect(await placesAddUp(stage.query, staged.conference.id)).toEqual([]);
    }
  });

  it('would take a place twice without the lock', async () => {
    const staged = await outOfTime();
    // Whoever comes next, for anything at all, finds the time over and gives the place back.
    await beginBooking(stage, await stage.booker(), staged.conference, { Online: 1 });
    const { taken } = await withoutLock(stage, () => race(staged));
    expect(taken).toBeGreaterThan(1);
  });

  it('by the API alone goes from the hold to the invoice', async () => {
    const conference = await stage.conference({
      tickets: { Both: {}, Dinner: { kind: 'add-on', price: 4500 } },
    });
    const reference = await beginBooking(stage, booker, conference, { Both: 1 });
    const path = `/bookings/${reference}`;
    interface Details {
      readonly missing: string[];
      readonly totals: { readonly grossPence: number };
      readonly documents: { readonly label: string; readonly outstandingPence: number }[];
      readonly status: string;
    }
    const early = await stage.api('POST', `${path}/confirm`, booker.api, {
      expectedGrossPence: 1,
      acceptTerms: true,
    });
    expect(early.status).toBe(422);
    const saved = await stage.api(
      'PUT',
      `${path}/delegates/1`,
      { ...booker.api, 'if-match': '"1"' },
      {
        name: 'Ada Sample',
        addOnIds: [conference.tickets['Dinner']],
      },
    );
    expect(saved.status).toBe(200);
    const stale = await stage.api(
      'PUT',
      `${path}/delegates/1`,
      { ...booker.api, 'if-match': '"1"' },
      { name: 'B' },
    );
    expect(stale.status).toBe(412);
    const more = await stage.api('POST', `${path}/delegates`, booker.api, {
      delegates: [{ name: 'Xiu Example', email: 'xiu@example.org' }],
      ticketTypeId: conference.tickets['Both'],
    });
    expect(more.status).toBe(201);
    await stage.api('PUT', `${path}/payment`, booker.api, {
      payment: 'invoice',
      billTo: { name: 'Council', address: 'Nowhere' },
    });
    const { body } = await stage.api<Details>('GET', `${path}/details`, booker.api);
    expect([body.missing, body.totals.grossPence]).toEqual([[], 23_400 * 2 + 5400]);
    const key = { ...booker.api, 'idempotency-key': `confirm-${reference}` };
    const sent = { expectedGrossPence: body.totals.grossPence, acceptTerms: true };
    const [one, two] = [
      await stage.api<Details>('POST', `${path}/confirm`, key, sent),
      await stage.api<Details>('POST', `${path}/confirm`, key, sent),
    ];
    expect(two).toEqual(one);
    expect(one.body).toMatchObject({
      status: 'confirmed',
      documents: [{ label: expect.stringMatching(/^INV-/), outstandingPence: sent.expectedGrossPence }],
    });
  });
});

describe('what does not fit', () => {
  it('is refused in plain words, and nothing is lost', async () => {
    const conference = await stage.conference({ tickets: { Both: {} }, pools: { Room: { capacity: 80 } } });
    const reference = await beginBooking(stage, booker, conference, { Both: 1 });
    const path = `/conference/bookings/${reference}`;
    const ticketTypeId = conference.tickets['Both'] ?? '';
    const list = (rows: number) =>
      Array.from({ length: rows }, (_, index) => `Delegate ${index},d${index}@example.org`).join('\n');
    const tooMany = await pages.post(`${path}/delegates/list`, { list: list(500), ticketTypeId });
    expect([tooMany.status, tooMany.text.includes('The list has 500 delegates')]).toEqual([422, true]);
    const noRoom = await pages.post(`${path}/delegates/list`, { list: list(95), ticketTypeId });
    expect([
      noRoom.status,
      noRoom.text.includes('There are 79 places left in “Room”, and you asked for 94.'),
    ]).toEqual([409, true]);
    const wrong = await pages.post(`${path}/delegates/list`, {
      list: 'name,email\nAda,ada@example.org\nSam,not an address',
    });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('“not an address” is not an email address');
    const fitting = await pages.post(`${path}/delegates/list`, {
      list: list(70),
      ticketTypeId,
      once: 'l'.repeat(20),
    });
    expect(fitting.location).toBe(path);
    await pages.post(`${path}/delegates/list`, { list: list(70), ticketTypeId, once: 'l'.repeat(20) });
    expect((await pages.get(path)).text).toContain('70 delegates');
  });

  it.each(['<script>alert(1)</script>', '=HYPERLINK("http://x")', '𓀀'.repeat(200), 'مريم'])(
    'a name like %s is kept and shown as it is',
    async (name) => {
      const conference = await stage.conference({ tickets: { Both: {} } });
      const reference = await beginBooking(stage, booker, conference, { Both: 1 });
      await fillIn(pages, reference, [name]);
      const check = await pages.get(`/conference/bookings/${reference}/check`);
      expect(check.html).not.toContain('<script>alert');
      const total = await totalOn(pages, reference);
      const confirmed = await pages.post(`/conference/bookings/${reference}/confirm`, {
        total,
        terms: 'yes',
      });
      expect(confirmed.status).toBe(303);
      const [row] = await stage.query<{ name: string }>(
        'SELECT d.name FROM delegates d JOIN bookings b ON b.id = d.booking_id WHERE b.reference = $1',
        [reference],
      );
      expect(row?.name).toBe(name);
    },
  );

  it('a file of 20 MB is too large, and the other answers stay on the form', async () => {
    const conference = await stage.conference({ tickets: { Both: {} } });
    const letter = await stageQuestion(stage, conference, 1, { kind: 'file', label: 'A letter' });
    const reference = await beginBooking(stage, booker, conference, { Both: 1 });
    const path = `/conference/bookings/${reference}/delegates/1`;
    const ticketTypeId = conference.tickets['Both'] ?? '';
    const large = new Blob([new Uint8Array(20 * 1024 * 1024)], { type: 'application/pdf' });
    const answer = await pages.post(path, { name: 'Kept Name', ticketTypeId, [`answers.${letter}`]: large });
    expect(answer.status).toBe(413);
    expect(answer.text).toContain('The file is larger than 5 MB.');
    expect(answer.html).toContain('value="Kept Name"');
    const [files] = await stage.query<{ count: number }>('SELECT count(*)::int AS count FROM answer_files');
    expect(files?.count).toBe(0);
  });

  it('a conference that is called off is not booked any more', async () => {
    const conference = await stage.conference({ tickets: { Both: {} } });
    const reference = await beginBooking(stage, booker, conference, { Both: 1 });
    await fillIn(pages, reference, ['Late']);
    const total = await totalOn(pages, reference);
    await stage.query(`UPDATE conferences SET status = 'cancelled', version = version + 1 WHERE id = $1`, [
      conference.id,
    ]);
    const answer = await pages.post(`/conference/bookings/${reference}/confirm`, { total, terms: 'yes' });
    expect([answer.status, answer.text.includes('The conference is cancelled')]).toEqual([409, true]);
  });
});
