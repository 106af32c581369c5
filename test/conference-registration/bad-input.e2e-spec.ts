import { randomUUID } from 'node:crypto';
import { beginBooking, stageQuestion } from './booking-stage.js';
import {
  apiPath,
  startConferences,
  type Booker,
  type ConferenceStage,
  type StagedConference,
} from './stage.js';
import { faultsIn } from './wholly-there.js';

interface Refusal {
  readonly code: string;
  readonly detail: string;
}

/** Names that are somebody's, however unlikely they look. */
const names = [
  '<img src=x onerror=alert(1)>',
  'ᚠ'.repeat(200),
  '𠮷'.repeat(200),
  'مريم بنت عمران',
  "Robert'); --",
];

describe('what programs send that does not fit', () => {
  let stage: ConferenceStage;
  let officer: Booker;
  let conference: StagedConference;
  let other: StagedConference;
  beforeAll(async () => {
    stage = await startConferences();
    officer = await stage.booker();
    conference = await stage.conference({ tickets: { Both: {} }, pools: { House: { capacity: 90 } } });
    other = await stage.conference({ tickets: { Both: { price: 1 } } });
  });
  afterAll(() => stage.stop());

  const ask = (method: 'POST' | 'PUT', path: string, body: object, more: object = {}) =>
    stage.api<Refusal>(method, path, { ...officer.api, ...more }, body);
  const begun = () => beginBooking(stage, officer, conference, { Both: 1 });
  const fillIn = (reference: string, delegate: object) =>
    ask('PUT', `/bookings/${reference}/delegates/1`, { name: 'Ada', ...delegate }, { 'if-match': '"1"' });

  it.each([
    ['a price', { netPence: 1 }],
    ['a ticket of another conference', () => ({ ticketTypeId: other.tickets['Both'] })],
    ['a ticket that is none', { ticketTypeId: "'; DROP TABLE places; --" }],
    ['a name of 5,000 characters', { name: 'a'.repeat(5000) }],
    ['an address that is none', { email: 'ada@' }],
    ['a name that is a list', { name: ['Ada'] }],
  ])('of a delegate is refused: %s', async (_, delegate) => {
    const reference = await begun();
    const answer = await fillIn(reference, typeof delegate === 'function' ? delegate() : delegate);
    expect(answer).toMatchObject({ status: 422, body: { code: 'fields-need-attention' } });
    await expect(
      stage.query(
        `SELECT d.name FROM delegates d JOIN bookings b ON b.id = d.booking_id WHERE b.reference = $1`,
        [reference],
      ),
    ).resolves.toEqual([{ name: '' }]);
  });

  it.each([
    ['a price', { expectedGrossPence: 23_400, acceptTerms: true, grossPence: 1 }],
    ['a total with a fraction', { expectedGrossPence: 0.5, acceptTerms: true }],
    ['terms that are not accepted', { expectedGrossPence: 23_400, acceptTerms: false }],
  ])('confirms nothing: %s', async (_, body) => {
    const answer = await ask('POST', `/bookings/${await begun()}/confirm`, body);
    expect(answer).toMatchObject({ status: 422, body: { code: 'fields-need-attention' } });
  });

  it('what no database can hold is nowhere to be found, for staff either', async () => {
    const code = await stage.conference({ tickets: { Both: {} }, codes: { SPEAKER: {} } });
    const staff = await stage.headers({
      id: officer.personId,
      name: officer.name,
      roles: ['person', 'staff'],
      via: 'api',
    });
    const asked = (method: 'GET' | 'POST', path: string, body?: object) =>
      stage.api<Refusal>(method, path, { ...staff, 'idempotency-key': randomUUID() }, body);
    const nested = fetch(`${stage.url}${apiPath}/conferences/${code.id}/codes/${code.codes['SPEAKER']}/end`, {
      method: 'POST',
      headers: { ...staff, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      body: '['.repeat(20_000) + ']'.repeat(20_000),
    });
    const answers = await Promise.all([
      asked('GET', `/conferences/${conference.id}/bookings?organisation=%00`),
      asked('GET', `/conferences/${conference.id}/delegates?organisation=a%00b`),
      asked('GET', '/invoices?q=a%00b'),
      asked('POST', `/conferences/${conference.id}/bookings`, {
        for: { organisationId: 'a\0b' },
        quantities: { [conference.tickets['Both'] ?? '']: 1 },
      }),
      asked('POST', `/bookings/${await begun()}/delegates/1/move`, { to: 'a\0b' }),
      nested,
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 403, 422, 400]);
  });

  it('a list of 500 delegates, or of more than there is room for, adds nobody', async () => {
    const reference = await begun();
    const list = (length: number) => ({
      delegates: Array.from({ length }, (_, index) => ({ name: `Delegate ${index}` })),
      ticketTypeId: conference.tickets['Both'],
    });
    const path = `/bookings/${reference}/delegates`;
    expect(await ask('POST', path, list(500))).toMatchObject({
      status: 409,
      body: { code: 'too-many-delegates' },
    });
    expect(await ask('POST', path, list(99))).toMatchObject({ status: 409, body: { code: 'sold-out' } });
    await expect(faultsIn(stage.query, conference.id)).resolves.toEqual([]);
  });

  it('a file that is no PDF, or too large, is not kept', async () => {
    const withFile = await stage.conference({ tickets: { Both: {} } });
    const letter = await stageQuestion(stage, withFile, 1, { kind: 'file', label: 'A letter' });
    const reference = await beginBooking(stage, officer, withFile, { Both: 1 });
    const send = (bytes: Buffer) =>
      fillIn(reference, { answers: { [letter]: { name: 'letter.pdf', base64: bytes.toString('base64') } } });
    const none = await send(Buffer.from('<html><script>alert(1)</script></html>'));
    expect(none).toMatchObject({ status: 422, body: { code: 'fields-need-attention' } });
    expect((await send(Buffer.alloc(20 * 1024 * 1024))).status).toBe(413);
    await expect(stage.query('SELECT FROM answer_files')).resolves.toEqual([]);
  });

  it('a booking is not begun before or after its time', async () => {
    const early = await stage.conference({
      tickets: { Both: {} },
      columns: { opens_at: '2035-01-01T00:00:00Z' },
    });
    const late = await stage.conference({
      tickets: { Both: {} },
      columns: { closes_at: '2020-01-01T00:00:00Z' },
    });
    for (const { id, tickets } of [early, late]) {
      const answer = await ask('POST', `/conferences/${id}/bookings`, {
        for: { organisationId: officer.organisationId },
        quantities: { [tickets['Both'] ?? '']: 1 },
      });
      expect(answer).toMatchObject({ status: 409, body: { code: 'not-on-sale' } });
    }
  });

  it.each(names)('a name like %s stands in the invoice as it is', async (name) => {
    const reference = await begun();
    expect((await fillIn(reference, { name })).status).toBe(200);
    await ask('PUT', `/bookings/${reference}/payment`, {
      payment: 'invoice',
      billTo: { name, address: '<b>Town Hall</b>' },
    });
    const confirm = { expectedGrossPence: 23_400, acceptTerms: true };
    expect((await ask('POST', `/bookings/${reference}/confirm`, confirm)).status).toBe(200);
    const [line] = await stage.query<{ description: string; html: string }>(
      `SELECT l.description, (SELECT payload ->> 'html' FROM outbox WHERE payload ->> 'subject' LIKE '%' || b.reference || '%'
         OR payload ->> 'html' LIKE '%' || b.reference || '%' LIMIT 1) AS html
       FROM document_lines l JOIN documents d ON d.id = l.document_id JOIN bookings b ON b.id = d.booking_id
       WHERE b.reference = $1`,
      [reference],
    );
    expect(line?.description).toContain(name);
    expect(line?.html).not.toContain('<img src=x');
    expect(line?.html).not.toContain('<b>Town Hall');
    const page = await fetch(`${stage.url}/conference/bookings/${reference}`, { headers: officer.headers });
    expect(await page.text()).not.toContain('<img src=x');
  });
});
