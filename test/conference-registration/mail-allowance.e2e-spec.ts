import { mailsInAnHour } from '../../apps/conference-registration/src/delegates/mail-allowance.js';
import { staffPerson } from '../events-calendar/signed-in.js';
import { beginBooking } from './booking-stage.js';
import { bookConfirmed, changeableConference } from './changing-stage.js';
import { startConferences, type Booker, type ConferenceStage, type StagedConference } from './stage.js';

interface Delegate {
  readonly code?: string;
  readonly version: number;
}

describe('a booking that writes to people', () => {
  let stage: ConferenceStage;
  let booker: Booker;
  let conference: StagedConference;
  let count = 0;
  beforeAll(async () => {
    stage = await startConferences();
    booker = await stage.booker();
    conference = await changeableConference(stage);
  });
  afterAll(() => stage.stop());

  const someone = () => {
    count += 1;
    return `stranger-${count}@example.org`;
  };

  const change = async (reference: string, what: 'person' | 'details', headers = booker.api) => {
    const path = `/bookings/${reference}/delegates/1`;
    const { body } = await stage.api<Delegate>('GET', path, booker.api);
    const email = someone();
    const name = what === 'person' ? `Somebody ${count}` : 'Ada Example';
    const seen = { ...headers, 'if-match': `"${body.version}"` };
    return stage.api<Delegate>('PUT', `${path}/${what}`, seen, { name, email });
  };

  const hourLater = () => stage.query(`UPDATE booking_history SET at = at - interval '1 hour'`);

  it.each(['person', 'details'] as const)(
    'does so so often in an hour where it has another %s, and staff as often as they need',
    async (what) => {
      const reference = await bookConfirmed(stage, booker, conference, ['Ada Example']);
      const answers: (number | string)[] = [];
      for (let times = 0; times <= mailsInAnHour(1); times += 1) {
        const { status, body } = await change(reference, what);
        answers.push(status === 200 ? 200 : `${status} ${body.code}`);
      }
      expect(answers.indexOf('409 too-many-mails')).toBeGreaterThanOrEqual(mailsInAnHour(1) - 1);
      const [{ mails } = { mails: 0 }] = await stage.query<{ mails: number }>(
        `SELECT count(*)::int AS mails FROM outbox WHERE payload -> 'to' ->> 'address' = $1`,
        [`stranger-${count}@example.org`],
      );
      expect(mails).toBe(0);
      const staff = await stage.headers({ ...staffPerson, via: 'api' });
      expect((await change(reference, what, staff)).status).toBe(200);
      await hourLater();
      expect((await change(reference, what)).status).toBe(200);
    },
  );

  it('does so so often by inviting delegates, whoever they are', async () => {
    const reference = await beginBooking(stage, booker, conference, { Both: 2 });
    const invite = async (number: number) => {
      await stage.query('UPDATE delegates SET invited_at = NULL');
      return stage.api<Delegate>('POST', `/bookings/${reference}/delegates/${number}/invite`, booker.api, {
        email: someone(),
      });
    };
    for (let times = 0; times < mailsInAnHour(2); times += 1) {
      expect((await invite(1 + (times % 2))).status).toBe(202);
    }
    expect(await invite(1)).toMatchObject({ status: 409, body: { code: 'too-many-mails' } });
    await hourLater();
    expect((await invite(1)).status).toBe(202);
  });
});
