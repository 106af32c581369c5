import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { pagesOf } from './booking-stage.js';
import { bookConfirmed, changeableConference, miscounts } from './changing-stage.js';
import { startConferences, type ConferenceStage } from './stage.js';

let stage: ConferenceStage;

beforeAll(async () => {
  stage = await startConferences();
});
afterAll(() => stage.stop());

const until = async (isSo: () => Promise<boolean>): Promise<void> => {
  const end = Date.now() + 60_000;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error('it did not come to that in a minute');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

describe('a conference that does not take place', () => {
  it('has all its bookings cancelled and credited in full, each once, also when its process is killed', async () => {
    const conference = await changeableConference(stage);
    const booker = await stage.booker();
    const references: string[] = [];
    for (let each = 0; each < 5; each++) {
      references.push(await bookConfirmed(stage, booker, conference, ['Ada One', 'Bea Two']));
    }
    const staff = pagesOf(
      stage,
      await stage.headers({ id: randomUUID(), name: 'Sam Staff', roles: ['person', 'staff'] }),
    );
    const path = `/conference/manage/${conference.id}/cancel-bookings`;
    expect((await staff.get(path)).text).toContain('Cancel the conference first');
    await staff.post(path);
    expect(await stage.query('SELECT 1 FROM conference_cancellations')).toEqual([]);
    await stage.query(
      `UPDATE conferences SET status = 'cancelled', status_reason = 'The hall is flooded.', version = version + 1 WHERE id = $1`,
      [conference.id],
    );
    expect((await staff.get(path)).text).toContain('5 bookings are still there');
    // The booker need not do it, and cannot.
    const page = await pagesOf(stage, booker.headers).get(`/conference/bookings/${references[0] ?? ''}`);
    expect(page.text).toContain('We cancel all bookings and write to everybody');

    const count = async (status: string) => {
      const [row] = await stage.query<{ number: number }>(
        'SELECT count(*)::int AS number FROM bookings WHERE conference_id = $1 AND status = $2',
        [conference.id, status],
      );
      return row?.number ?? 0;
    };
    // Somebody holds the last one, so that the process is killed in the midst of it.
    const holder = new pg.Client({ connectionString: stage.system.databaseUrl('conference-registration') });
    await holder.connect();
    await holder.query('BEGIN');
    await holder.query('SELECT 1 FROM bookings WHERE reference = $1 FOR UPDATE', [references.at(-1)]);
    for (const _ of [1, 2]) expect((await staff.post(path)).location).toBe(path);
    await until(async () => (await count('cancelled')) === 4);
    expect((await staff.get(path)).text).toContain('Still to do 1 booking');
    await stage.system.kill('conference-registration', 'SIGKILL');
    await holder.end();
    await stage.system.restart('conference-registration');
    await until(async () => (await staff.get(path)).text.includes('All bookings are cancelled.'));
    const api = await stage.headers({
      id: randomUUID(),
      name: 'Sam',
      roles: ['person', 'staff'],
      via: 'api',
    });
    const address = `/conferences/${conference.id}/cancellation`;
    const told = await stage.api<{ isDone: boolean; cancelled: number }>('GET', address, api);
    expect(told.body).toMatchObject({ isDone: true, cancelled: 5, left: 0 });
    expect((await stage.api('POST', address, api, {})).status).toBe(202);
    expect((await stage.api('POST', address, booker.api, {})).status).toBe(403);
    const done = await staff.get(path);
    expect(done.text).toContain('Cancelled 5 bookings');
    expect(done.text).toContain('Credited £2,340.00, VAT included');

    expect(await count('cancelled')).toBe(5);
    const notes = await stage.query<{ gross: number; reason: string }>(
      `SELECT d.gross_pence AS gross, d.content ->> 'reason' AS reason FROM documents d WHERE d.conference_id = $1
         AND d.series = 'credit-note'`,
      [conference.id],
    );
    expect(notes).toEqual(
      Array.from({ length: 5 }, () => ({
        gross: 46_800,
        reason: 'The conference is cancelled: The hall is flooded.',
      })),
    );
    const mails = await stage.query<{ subject: string; number: number }>(
      `SELECT payload ->> 'subject' AS subject, count(*)::int AS number FROM outbox
       WHERE payload ->> 'subject' LIKE 'The conference is cancelled%' OR payload ->> 'subject' LIKE 'Your booking is cancelled%'
       GROUP BY 1 ORDER BY 2`,
    );
    expect(mails.map(({ number }) => number)).toEqual([...Array.from({ length: 5 }, () => 1), 10]);
    expect(await miscounts(stage, conference)).toEqual([]);
  });
});
