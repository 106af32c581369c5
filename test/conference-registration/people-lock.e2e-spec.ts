import pg from 'pg';
import { until } from '../until.js';
import { beginBooking } from './booking-stage.js';
import { startConferences, type Booker, type ConferenceStage, type StagedConference } from './stage.js';

/** As the app has it. */
const peopleLock = 5_741_400;

let stage: ConferenceStage;
let booker: Booker;
let conference: StagedConference;

beforeAll(async () => {
  stage = await startConferences();
  booker = await stage.booker();
  conference = await stage.conference({ tickets: { Both: {} } });
});
afterAll(() => stage.stop());

/** What writes into a booking's history who did it, each ready to be sent for a booking of its own. */
const changes: readonly (readonly ['POST' | 'PUT' | 'DELETE', string, object?])[] = [
  ['POST', 'extend', {}],
  ['POST', 'resume', {}],
  ['POST', 'give-up', {}],
  ['DELETE', 'delegates/2'],
  ['PUT', 'answers', { bookerPhone: '01632 960 001', answers: {} }],
  ['PUT', 'payment', { payment: 'invoice', billTo: { name: 'Finance', address: 'Town Hall' } }],
];

it('waits while somebody is erased, so that nothing is written about them just then', async () => {
  const references = await Promise.all(
    changes.map(() => beginBooking(stage, booker, conference, { Both: 2 })),
  );
  const erasing = new pg.Client(stage.system.databaseUrl('conference-registration'));
  await erasing.connect();
  await erasing.query(`SELECT pg_advisory_lock($1, 'people'::regclass::oid::integer)`, [peopleLock]);
  const answers = changes.map(([method, part, body], index) =>
    stage.api(method, `/bookings/${references[index]}/${part}`, { ...booker.api, 'if-match': '"1"' }, body),
  );
  const waiting = async () => {
    const [row] = await stage.query<{ waiting: number }>(
      `SELECT count(*)::int AS waiting FROM pg_locks l JOIN pg_database d ON d.oid = l.database
       WHERE d.datname = current_database() AND locktype = 'advisory' AND NOT granted AND classid = $1`,
      [peopleLock],
    );
    return row?.waiting ?? 0;
  };
  try {
    await until(async () => (await waiting()) === changes.length);
  } finally {
    await erasing.end();
  }
  expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([200, 200, 200, 204, 200, 200]);
});
