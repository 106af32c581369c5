import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { startSystem, type System } from '#launcher';
import { identityHeader } from '#platform';
import { hashOf } from '../../../apps/members/src/secrets.js';
import { TestBrowser, textOf, type Fields } from '../../members/browsing.js';
import { connect, exchange } from '../../members/sessions.js';
import { today } from '../public-pages/sample-calendar.js';
import { seed } from '../public-pages/seed.js';
import { oversight, startTelling, type Telling } from '../read-model/telling.js';
import { eventsForEachAudience, shownBy } from './calendar.js';
import { feedPathIn, seenIn } from './subscriber.js';

describe('a person’s feed, from the members’ pages to their calendar', () => {
  let system: System;
  let telling: Telling;
  let members: pg.Client;
  let staff: TestBrowser;

  beforeAll(async () => {
    system = await startSystem({ apps: ['events-calendar', 'members', 'shell'], demo: true });
    await seed(system.databaseUrl('events-calendar'), eventsForEachAudience());
    telling = await startTelling(system);
    members = await connect(system);
    staff = await signedIn('sam.staff@example.org', 'members');
  });

  afterAll(async () => {
    await members.end();
    await telling.stop();
    await system.stop();
  });

  /** A browser in which the owner of the address is signed in, as the shell would let it through to an app. */
  async function signedIn(address: string, app: 'members' | 'events-calendar'): Promise<TestBrowser> {
    const secret = randomBytes(32).toString('base64url');
    await members.query(
      `INSERT INTO sessions (id, secret_hash, person_id, created_at, last_seen_at, expires_at, network)
       SELECT $1, $2, person_id, now(), now(), now() + interval '1 hour', 'test' FROM emails WHERE address = $3`,
      [uuidv7(), hashOf(secret), address],
    );
    const answer = await exchange(system, { session: secret });
    if (answer.state !== 'signed-in') throw new Error(`${address} is not signed in`);
    return new TestBrowser(system, {
      origin: system.urls[app] ?? '',
      headers: { [identityHeader]: answer.tokens[app] ?? '' },
    });
  }

  /** Somebody of a member organisation who sits on no board, whom staff have just entered. */
  async function somebody(name: string, address: string): Promise<string> {
    const id = uuidv7();
    await members.query(
      'INSERT INTO people (id, name, version, created_at, changed_at) VALUES ($1, $2, 1, now(), now())',
      [id, name],
    );
    await members.query(
      'INSERT INTO emails (address, person_id, verified_at, is_primary) VALUES ($1, $2, now(), true)',
      [address, id],
    );
    await members.query(
      `INSERT INTO affiliations (person_id, organisation_id, role, is_booking_contact)
       SELECT $1, id, 'councillor', false FROM organisations WHERE status = 'member' ORDER BY name LIMIT 1`,
      [id],
    );
    return id;
  }

  const seatForm = (startsOn: string, endsOn: string): Fields => ({
    board: oversight,
    position: '',
    ...boxes('startsOn', startsOn),
    ...boxes('endsOn', endsOn),
  });

  it('gains a board’s events with a seat, loses them with it, and ends when the person is erased', async () => {
    const id = await somebody('Nia Newcomer', 'nia@example.org');
    const path = `/members/manage/people/${id}`;
    const nia = await signedIn('nia@example.org', 'events-calendar');
    const { html } = await nia.get('/calendar/my-feed');
    const made = await nia.post('/calendar/my-feed/make', { seen: seenIn(html) ?? '' });
    const feed = feedPathIn(made.html);
    // As her calendar program does: without cookies, through the one address that everybody uses.
    const fetched = () => fetch(`${system.urls['shell']}${feed}`);
    const hasBoard = async () =>
      shownBy(await (await fetched()).text()).titles.includes('For the oversight committee');

    await expect(hasBoard()).resolves.toBe(false);
    const given = await staff.post(`${path}/seats/new`, seatForm('2020-01-01', ''));
    expect([given.status, textOf(given.html)]).toEqual([303, '']);
    await telling.until('the board’s events to be in the feed', hasBoard);
    expect(textOf((await nia.get('/calendar/my-feed')).html)).toContain(
      'meetings of the Executive Oversight Committee',
    );

    const { rows } = await members.query<{ id: string }>('SELECT id FROM seats WHERE person_id = $1', [id]);
    const yesterday = today().subtract({ days: 1 }).toString();
    await staff.post(`${path}/seats/${rows[0]?.id}`, seatForm('2020-01-01', yesterday));
    await telling.until('the board’s events to be gone', async () => !(await hasBoard()));
    expect((await fetched()).status).toBe(200);

    await staff.post(`${path}/erase`, { reason: 'Asked by letter' });
    await telling.until('the feed to end', async () => (await fetched()).status === 404);
    await telling.until('members to hear of it', async () => {
      const { rows: parts } = await members.query<{ did: string | null }>(
        `SELECT p.did FROM erasure_parts p JOIN erasures e ON e.id = p.erasure_id
         WHERE p.app = 'events-calendar' AND e.person_id = $1`,
        [id],
      );
      return parts[0]?.did?.startsWith('1 calendar feed ended') === true;
    });

    await telling.until('the logs to be written', async () =>
      system.logs('shell').includes('"route":"/calendar/*"'),
    );
    const secret = feed.split('/').at(-1)?.replace('.ics', '') ?? '';
    for (const app of ['shell', 'events-calendar', 'members']) expect(system.logs(app)).not.toContain(secret);
  });
});

function boxes(name: string, day: string): Fields {
  const [year = '', month = '', date = ''] = day.split('-');
  return { [`${name}.day`]: date, [`${name}.month`]: month, [`${name}.year`]: year };
}
