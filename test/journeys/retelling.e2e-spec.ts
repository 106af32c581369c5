import pg from 'pg';
import { startSystem, type System } from '#launcher';
import { AskForRetelling, Outbox } from '#messaging';
import { ChangeNotices, createLog, Transactions } from '#platform';
import { createDataSource as conferenceDataSource } from '../../apps/conference-registration/src/data-source.js';
import { createDataSource as standsDataSource } from '../../apps/exhibition-stands/src/data-source.js';
import { emptying } from '../emptying.js';
import { startTelling, type Telling } from '../events-calendar/read-model/telling.js';

const [calendar, conference, stands, visits] = [
  'events-calendar',
  'conference-registration',
  'exhibition-stands',
  'study-visits',
] as const;

const apps = [calendar, conference, stands, visits] as const;

type App = (typeof apps)[number];

let system: System;
/** The conference tells; the stands are told. */
let telling: Telling;
const clients = {} as Record<App, pg.Client>;

/** An item as it was published. */
const lunch = {
  kind: 'meal',
  title: 'Lunch',
  startsAt: '2035-03-12T11:30:00Z',
  zone: 'Europe/Madrid',
  endsAt: '2035-03-12T13:00:00Z',
  endZone: 'Europe/Madrid',
  stop: null,
};

const ask = async <Row extends pg.QueryResultRow>(app: App, sql: string): Promise<Row[]> =>
  (await clients[app].query<Row>(sql)).rows;

beforeAll(async () => {
  system = await startSystem({ apps: [...apps, 'members'], demo: true });
  for (const app of apps) {
    clients[app] = new pg.Client({ connectionString: system.databaseUrl(app) });
    await clients[app].connect();
  }
  const registration = { app: conference, createDataSource: conferenceDataSource } as const;
  // One of them is known, so that it can be seen who takes part.
  await ask(
    conference,
    `UPDATE delegates SET person_id = gen_random_uuid(), version = version + 1
     WHERE id = (
       SELECT d.id FROM delegates d JOIN conferences c ON c.id = d.conference_id AND c.status = 'open'
         JOIN places p ON p.delegate_id = d.id AND p.status = 'confirmed' ORDER BY d.id LIMIT 1)`,
  );
  // Nobody travels yet with the visit that is to come.
  await ask(
    visits,
    `INSERT INTO travellers (id, visit_id, number, part, person_id, name, organisation_name, funded, status, confirmed_at,
       secret_hash, version)
     SELECT gen_random_uuid(), id, 900, 'leader', gen_random_uuid(), 'Lee Leader', '', false, 'confirmed', now(), '\\x00', 1
     FROM visits WHERE status IN ('announced', 'confirmed') ORDER BY first_day LIMIT 1`,
  );
  // Nor is anything published for them.
  await ask(
    visits,
    `INSERT INTO itinerary_publications (visit_id, number, published_at, person_name, items, changes, told)
     SELECT visit_id, 1, now(), 'Sam Staff', '[]', '[]', 1 FROM travellers WHERE number = 900`,
  );
  await ask(
    visits,
    `INSERT INTO own_items (traveller_id, item_id, facts, is_off, sequence, changed_at)
     SELECT id, gen_random_uuid(), '${JSON.stringify(lunch)}', false, 3, now() FROM travellers WHERE number = 900`,
  );
  telling = await startTelling(system, stands, registration);
  await telling.until('all that was told at first to be handled', everythingIsHandled);
});
afterAll(async () => {
  for (const client of Object.values(clients)) await client.end();
  await telling?.stop();
  await system?.stop();
});

/** Whether each app has handled every message that another of them has sent it. */
async function everythingIsHandled(): Promise<boolean> {
  for (const producer of apps) {
    for (const consumer of apps) {
      const sent = await ask<{ id: string }>(
        producer,
        `SELECT id FROM outbox WHERE '${consumer}' = ANY(consumers)`,
      );
      const handled = await ask<{ id: string }>(consumer, 'SELECT message_id AS id FROM inbox');
      const known = new Set(handled.map(({ id }) => id));
      if (sent.some(({ id }) => !known.has(id))) return false;
    }
  }
  return true;
}

/** What is to come, as whoever tells of it has it. */
const there = {
  conferences: `SELECT id, version FROM conferences WHERE status IN ('open', 'paused', 'closed') ORDER BY id`,
  delegates: `SELECT DISTINCT d.id, d.person_id, d.version, t.days::text[] AS days
    FROM delegates d JOIN conferences c ON c.id = d.conference_id AND c.status IN ('open', 'paused', 'closed')
      JOIN places p ON p.delegate_id = d.id AND p.status = 'confirmed'
      JOIN ticket_types t ON t.id = p.ticket_type_id AND t.kind = 'ticket' ORDER BY d.id`,
  exhibitions: `SELECT id, version FROM exhibitions WHERE status = 'published' ORDER BY id`,
  shifts: `SELECT a.id, m.person_id, a.version FROM current_assignments a JOIN team_members m ON m.id = a.team_member_id
    WHERE a.status IN ('assigned', 'checked-in') AND a.ends_at > now() ORDER BY a.id`,
  visits: `SELECT id, version FROM visits WHERE status IN ('announced', 'confirmed') ORDER BY id`,
  travellers: `SELECT t.id, t.person_id, t.version FROM travellers t
    JOIN visits v ON v.id = t.visit_id AND v.status IN ('announced', 'confirmed')
    WHERE t.status = 'confirmed' ORDER BY t.id`,
  items: `SELECT o.traveller_id AS id, o.item_id AS item, o.sequence FROM own_items o
    JOIN travellers t ON t.id = o.traveller_id AND t.status = 'confirmed'
    JOIN visits v ON v.id = t.visit_id AND v.status IN ('announced', 'confirmed') ORDER BY 1, 2`,
};

const travellersKnown = {
  travellers: 'SELECT id, person_id, version FROM known_travels ORDER BY id',
} as const;

const conferencesKnown = {
  conferences: 'SELECT id, version FROM known_conferences ORDER BY id',
  delegates: 'SELECT id, person_id, version, days::text[] AS days FROM known_delegates ORDER BY id',
} as const;

const shiftsKnown = { shifts: 'SELECT id, person_id, version FROM stand_shifts ORDER BY id' } as const;

/** What an app knows of it, where that is, and who tells it. */
const known = [
  {
    app: stands,
    of: conference,
    wipe: emptying('known_conferences, known_delegates'),
    same: conferencesKnown,
  },
  {
    app: visits,
    of: conference,
    wipe: emptying('known_conferences, known_delegates'),
    same: conferencesKnown,
  },
  { app: visits, of: stands, wipe: emptying('stand_shifts'), same: shiftsKnown },
  {
    app: conference,
    of: stands,
    wipe: emptying('stand_shifts'),
    same: shiftsKnown,
  },
  {
    app: calendar,
    of: conference,
    wipe: `DELETE FROM shown_things WHERE source = 'conference'; DELETE FROM conference_delegates`,
    same: {
      conferences: `SELECT id, version FROM shown_things WHERE source = 'conference' ORDER BY id`,
      delegates: `SELECT delegate_id AS id, person_id, version, days::text[] AS days FROM conference_delegates ORDER BY 1`,
    },
  },
  {
    app: calendar,
    of: stands,
    wipe: `DELETE FROM shown_things WHERE source IN ('exhibition', 'stand event'); DELETE FROM stand_shifts`,
    same: {
      exhibitions: `SELECT id, version FROM shown_things WHERE source = 'exhibition' ORDER BY id`,
      shifts: 'SELECT id, person_id, version FROM stand_shifts ORDER BY id',
    },
  },
  {
    app: calendar,
    of: visits,
    wipe: `DELETE FROM shown_things WHERE source = 'visit'; DELETE FROM visit_travellers; DELETE FROM visit_items`,
    same: {
      visits: `SELECT s.id, s.version FROM shown_things s
        WHERE source = 'visit' AND facts ->> 'status' IN ('announced', 'confirmed') ORDER BY id`,
      travellers: 'SELECT traveller_id AS id, person_id, version FROM visit_travellers ORDER BY 1',
      items: 'SELECT traveller_id AS id, item_id AS item, sequence FROM visit_items ORDER BY 1, 2',
    },
  },
  { app: stands, of: visits, wipe: emptying('known_travels'), same: travellersKnown },
  { app: conference, of: visits, wipe: emptying('known_travels'), same: travellersKnown },
] as const;

type What = keyof typeof there;

async function knowsAll({ app, of, same }: (typeof known)[number]): Promise<boolean> {
  for (const [what, sql] of Object.entries(same)) {
    const [here, all] = [await ask(app, sql), await ask(of, there[what as What])];
    if (all.length === 0) throw new Error(`there are no ${what}`);
    if (JSON.stringify(here) !== JSON.stringify(all)) return false;
  }
  return true;
}

const requestsOf = (app: App) =>
  ask<{ id: string; to: string[]; correlationId: string }>(
    app,
    `SELECT id, consumers AS to, correlation_id AS "correlationId" FROM outbox
     WHERE type = '${app}.retelling-requested.v1' ORDER BY position`,
  );

describe('an app that was not there when others told what is to come', () => {
  it.each(known)('$app asks $of at its first start, and knows it', async (each) => {
    await system.kill(each.app);
    await ask(each.app, each.wipe);
    await ask(each.app, `DELETE FROM retellings WHERE source = '${each.of}'`);
    await expect(knowsAll(each)).resolves.toBe(false);
    await system.restart(each.app);
    await telling.until(`${each.app} to know what ${each.of} tells`, () => knowsAll(each));
    // It may have asked another at the same start, of which it knows nothing.
    const last = (await requestsOf(each.app)).findLast(({ to }) => to.includes(each.of));
    expect(last?.to).toEqual([each.of]);
    // Nobody else hears of it.
    const told = await ask<{ consumers: string[] }>(
      each.of,
      `SELECT DISTINCT consumers FROM outbox WHERE correlation_id = '${last?.correlationId}'`,
    );
    expect(told).toEqual([{ consumers: [each.app] }]);
  });

  it('asks again at a start at which nothing is known, and at no other', async () => {
    const before = await requestsOf(stands);
    await system.restart(stands);
    await expect(requestsOf(stands)).resolves.toEqual(before);
    await system.kill(stands);
    await ask(stands, known[0].wipe);
    await system.restart(stands);
    await expect(requestsOf(stands)).resolves.toHaveLength(before.length + 1);
    await telling.until('the stands to know it again', () => knowsAll(known[0]));
  });

  it('keeps what is newer than what it is told once more', async () => {
    interface Delegate {
      readonly id: string;
      readonly conference_id: string;
      readonly person_id: string;
      readonly version: number;
    }
    const [delegate] = await ask<Delegate>(
      stands,
      'SELECT id, conference_id, person_id, version FROM known_delegates WHERE person_id IS NOT NULL ORDER BY id LIMIT 1',
    );
    if (delegate === undefined) throw new Error('nobody is known to take part');
    const { id, conference_id: conferenceId, person_id: personId, version } = delegate;
    // That they take part no more has overtaken what is told once more, which says that they do.
    await telling.tell('conference-registration.delegate-cancelled.v1', version + 1, {
      id,
      conferenceId,
      bookingId: id,
      personId,
      organisationId: null,
      version: version + 1,
    });
    await ask(stands, `DELETE FROM retellings WHERE source = '${conference}'`);
    const before = await requestsOf(stands);
    await system.restart(stands);
    await expect(requestsOf(stands)).resolves.toHaveLength(before.length + 1);
    const toldAgain = `SELECT id FROM outbox WHERE aggregate_id = '${id}' AND aggregate_version = ${version}
      AND correlation_id = '${(await requestsOf(stands)).at(-1)?.correlationId}'`;
    await telling.until(
      'it to be told once more',
      async () => (await ask(conference, toldAgain)).length === 1,
    );
    await telling.until('all of it to be handled', everythingIsHandled);
    await expect(
      ask(stands, `SELECT person_id, version FROM known_delegates WHERE id = '${id}'`),
    ).resolves.toEqual([{ person_id: null, version: version + 1 }]);
  });

  it('asks once, however many of its replicas start together', async () => {
    const source = await standsDataSource(system.databaseUrl(stands)).initialize();
    try {
      const before = await requestsOf(stands);
      await ask(stands, `DELETE FROM retellings WHERE source = '${conference}'`);
      const log = createLog(stands, 'error');
      const notices = new ChangeNotices(system.databaseUrl(stands), 'exhibition_stands_changed', log);
      const asking = {
        app: stands,
        known: {
          [conference]: 'SELECT 1 FROM known_conferences',
          [visits]: 'SELECT 1 FROM known_travels',
        },
        log,
      } as const;
      const replicas = Array.from(
        { length: 4 },
        () => new AskForRetelling(new Transactions(source, notices), new Outbox(stands), asking),
      );
      await Promise.all(replicas.map((replica) => replica.onApplicationBootstrap()));
      await expect(requestsOf(stands)).resolves.toHaveLength(before.length + 1);
    } finally {
      await source.destroy();
    }
  });
});
