import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import type { ShiftFacts } from '#contracts';
import { openBrowser } from '#launcher';
import { createDataSource as visitsDataSource } from '../../apps/study-visits/src/data-source.js';
import { createDataSource } from '../../apps/exhibition-stands/src/data-source.js';
import { faultsOf } from '../browser/page-checks.js';
import { shoot } from '../browser/shoot.js';
import { startTelling, type Telling } from '../events-calendar/read-model/telling.js';
import { staffPerson } from '../events-calendar/signed-in.js';
import { pagesOf } from './booking-stage.js';
import { bookConfirmed } from './changing-stage.js';
import { startConferences, type Booker, type ConferenceStage, type StagedConference } from './stage.js';

let stage: ConferenceStage;
let telling: Telling;
let visits: Telling;
let booker: Booker;

beforeAll(async () => {
  stage = await startConferences({ apps: ['conference-registration', 'exhibition-stands', 'study-visits'] });
  telling = await startTelling(stage.system, 'conference-registration', {
    app: 'exhibition-stands',
    createDataSource,
  });
  visits = await startTelling(stage.system, 'conference-registration', {
    app: 'study-visits',
    createDataSource: visitsDataSource,
  });
  booker = await stage.booker();
});

afterAll(async () => {
  await visits?.stop();
  await telling?.stop();
  await stage?.stop();
});

const days = [
  { date: '2035-10-09', opens: '10:00', closes: '17:00' },
  { date: '2035-10-10', opens: '09:00', closes: '16:00' },
];

const shift = (personId: string | null, different: Partial<ShiftFacts> = {}): ShiftFacts => ({
  id: randomUUID(),
  shiftId: randomUUID(),
  exhibitionId: randomUUID(),
  exhibitionTitle: 'Labour Party Conference',
  personId,
  start: '2035-10-09T09:00:00Z',
  end: '2035-10-09T10:00:00Z',
  zone: 'Europe/London',
  place: null,
  stand: 'Hall 2, stand 14',
  label: '',
  isLead: false,
  walkingMinutes: 15,
  path: '/stands/labour-2035',
  version: 1,
  ...different,
});

const tell = (type: 'assigned' | 'changed' | 'unassigned', facts: ShiftFacts) =>
  telling.tell(`exhibition-stands.shift-${type}.v1`, facts.version, facts);

interface Booked {
  readonly conference: StagedConference;
  readonly reference: string;
  readonly personId: string;
  /** Of each page on which it is told: the booker's, the delegate's own, the booking and the list of staff. */
  readonly pages: () => Promise<readonly string[]>;
}

/** A delegate who is known, in a confirmed booking. */
async function booked(name = 'Bo Lindqvist'): Promise<Booked> {
  const conference = await stage.conference({
    tickets: { Both: {} },
    columns: { days: JSON.stringify(days) },
  });
  const reference = await bookConfirmed(stage, booker, conference, [name, 'Somebody Else']);
  const personId = randomUUID();
  await stage.query(
    `UPDATE delegates SET person_id = $2 WHERE number = 1 AND booking_id = (SELECT id FROM bookings WHERE reference = $1)`,
    [reference, personId],
  );
  const staff = pagesOf(stage, await stage.headers(staffPerson));
  const own = await ownLink(reference);
  const pages = async () => {
    const shown = await Promise.all([
      pagesOf(stage, booker.headers).get(`/conference/bookings/${reference}`),
      pagesOf(stage, {}).get(own),
      staff.get(`/conference/manage/bookings/${reference}`),
      staff.get(`/conference/manage/${conference.id}/delegates`),
    ]);
    expect(shown.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    return shown.map(({ text }) => text);
  };
  return { conference, reference, personId, pages };
}

/** The link to their own page that the first delegate was mailed. */
async function ownLink(reference: string): Promise<string> {
  const [mail] = await stage.query<{ text: string }>(
    `SELECT payload ->> 'text' AS text FROM outbox o
       JOIN delegates d ON d.email = o.payload -> 'to' ->> 'address' JOIN bookings b ON b.id = d.booking_id
     WHERE b.reference = $1 AND d.number = 1 AND payload ->> 'text' LIKE '%/conference/delegates/%'
       AND payload ->> 'text' LIKE '%' || $1 || '%'
     ORDER BY o.position DESC LIMIT 1`,
    [reference],
  );
  return /\/conference\/delegates\/[\w-]{43}/.exec(mail?.text ?? '')?.[0] ?? 'none';
}

const words = 'on the network’s stand at Labour Party Conference on Tuesday 9 October 2035, 10am to 11am';
const told = [
  `Bo Lindqvist is ${words}.`,
  `You are booked twice You are also ${words}.`,
  `Bo Lindqvist is ${words}.`,
  `Also ${words}`,
];
const nothing = [/Booked twice/, /booked twice/, /Booked twice/, /Booked twice/];

/** Each page says its own sentence. */
async function expectTold({ pages }: Booked): Promise<void> {
  for (const [index, text] of (await pages()).entries()) expect(text).toContain(told[index]);
}

async function expectNothing({ pages }: Booked): Promise<void> {
  for (const [index, text] of (await pages()).entries()) expect(text).not.toMatch(nothing[index] ?? /./);
}

describe('a delegate who is to be on a stand at the same time', () => {
  it('is told so, as are the booker and staff, until the shift is another or taken away', async () => {
    const them = await booked();
    await expectNothing(them);
    const facts = shift(them.personId);
    await tell('assigned', facts);
    await expectTold(them);

    const evening = { start: '2035-10-09T16:15:00Z', end: '2035-10-09T17:15:00Z' };
    await tell('changed', { ...facts, ...evening, version: 3 });
    await tell('changed', { ...facts, version: 2 });
    await expectNothing(them);
    // A minute less than the way takes.
    const tooSoon = { start: '2035-10-09T16:14:00Z', end: '2035-10-09T17:15:00Z' };
    await tell('changed', { ...facts, ...tooSoon, version: 4 });
    expect((await them.pages())[0]).toContain('5.14pm to 6.15pm');
    await tell('unassigned', { ...facts, version: 6 });
    await tell('assigned', { ...facts, version: 5 });
    await expectNothing(them);
  });

  it('is told so where they are away with a study visit, until they withdraw', async () => {
    const them = await booked();
    const travels = (type: 'confirmed' | 'withdrawn', version: number) =>
      visits.tell(`study-visits.traveller-${type}.v1`, version, {
        id: them.personId,
        visitId: them.conference.id,
        visitTitle: 'Mondragón',
        personId: them.personId,
        organisationId: null,
        firstDay: '2035-10-08',
        lastDay: '2035-10-10',
        zone: 'Europe/Madrid',
        region: 'Basque Country',
        path: '/visits/mondragon-2035',
        version,
      });
    await travels('confirmed', 1);
    const away = 'away with the study visit “Mondragón”, Monday 8 to Wednesday 10 October 2035';
    const pages = await them.pages();
    expect(pages[0]).toContain(`Bo Lindqvist is ${away}`);
    expect(pages[1]).toContain(`You are also ${away}`);
    const found = await stage.api('GET', `/bookings/${them.reference}/double-bookings`, booker.api);
    expect(found).toMatchObject({ body: { items: [{ exhibition: null, visit: 'Mondragón' }] } });
    await travels('withdrawn', 3);
    await travels('confirmed', 2);
    await expectNothing(them);
  });

  it('is told so also when the conference changes, or they are found to be one person, after that', async () => {
    const them = await booked();
    const facts = shift(them.personId, { start: '2035-10-11T09:00:00Z', end: '2035-10-11T10:00:00Z' });
    await tell('assigned', facts);
    await expectNothing(them);
    const moved = [{ date: '2035-10-11', opens: null, closes: null }];
    await stage.query('UPDATE conferences SET days = $2, version = version + 1 WHERE id = $1', [
      them.conference.id,
      JSON.stringify(moved),
    ]);
    expect((await them.pages())[0]).toContain('Thursday 11 October 2035, 10am to 11am');

    const other = await booked();
    const old = randomUUID();
    await stage.query(
      `INSERT INTO people (id, name, roles, merged_into, version) VALUES ($1, '', '{}', $2, 1)`,
      [old, other.personId],
    );
    await tell('assigned', shift(old));
    await expectTold(other);
  });

  it('is not told of shifts on days that their ticket is not for', async () => {
    const them = await booked();
    await tell('assigned', shift(them.personId));
    await expectTold(them);
    await stage.query(`UPDATE ticket_types SET days = '{2035-10-10}' WHERE conference_id = $1`, [
      them.conference.id,
    ]);
    await expectNothing(them);
  });

  it('is not told of shifts of others, nor of a conference that is called off or that they do not go to', async () => {
    const them = await booked();
    await tell('assigned', shift(randomUUID()));
    await tell('assigned', shift(null));
    await expectNothing(them);
    await tell('assigned', shift(them.personId));
    const setStatus = (table: string, status: string) =>
      stage.query(
        table === 'conferences'
          ? `UPDATE conferences SET status = $2, version = version + 1 WHERE id = $1`
          : `UPDATE delegates SET status = $2 WHERE number = 1 AND conference_id = $1`,
        [them.conference.id, status],
      );
    await setStatus('delegates', 'cancelled');
    await expectNothing(them);
    await setStatus('delegates', 'confirmed');
    await expectTold(them);
    await setStatus('conferences', 'cancelled');
    await expectNothing(them);
  });

  it('is told to programs of those who may have the booking, and of staff', async () => {
    const them = await booked();
    await tell('assigned', shift(them.personId));
    const item = {
      booking: them.reference,
      number: 1,
      name: 'Bo Lindqvist',
      exhibition: 'Labour Party Conference',
      visit: null,
      start: '2035-10-09T09:00:00Z',
      end: '2035-10-09T10:00:00Z',
    };
    const ofBooking = `/bookings/${them.reference}/double-bookings`;
    const ofConference = `/conferences/${them.conference.id}/double-bookings`;
    const staff = await stage.headers({ ...staffPerson, via: 'api' });
    await expect(stage.api('GET', ofBooking, booker.api)).resolves.toEqual({
      status: 200,
      body: { items: [item] },
    });
    await expect(stage.api('GET', ofConference, staff)).resolves.toEqual({
      status: 200,
      body: { items: [item] },
    });
    const stranger = await stage.booker();
    expect((await stage.api('GET', ofBooking, stranger.api)).status).toBe(404);
    expect((await stage.api('GET', ofConference, stranger.api)).status).toBe(403);
  });

  it('is read by everybody, on a phone as well', async () => {
    const them = await booked('Bartholomew Featherstonehaugh-Cholmondeley of Llanfairpwllgwyngyll');
    for (const hour of [9, 10, 13]) {
      const time = (at: number) => `2035-10-09T${String(at).padStart(2, '0')}:00:00Z`;
      const span = { start: time(hour), end: time(hour + 1) };
      await tell('assigned', shift(them.personId, { exhibitionId: them.conference.id, ...span }));
    }
    expect((await them.pages())[1]).toMatch(/10am to 12 noon\..* 2pm to 3pm\./);
    const browser = await openBrowser();
    try {
      const paths: readonly (readonly [string, string, Readonly<Record<string, string>>])[] = [
        ['booking', `/conference/bookings/${them.reference}`, booker.headers],
        ['own part', await ownLink(them.reference), {}],
        ['staff booking', `/conference/manage/bookings/${them.reference}`, await stage.headers(staffPerson)],
        [
          'staff list',
          `/conference/manage/${them.conference.id}/delegates`,
          await stage.headers(staffPerson),
        ],
      ];
      const faults: Record<string, string[]> = {};
      for (const [name, path, headers] of paths) {
        const page: Page = await browser.newPage({ extraHTTPHeaders: { ...headers } });
        await page.goto(stage.url + path);
        await shoot(page, `double-bookings ${name}`);
        faults[name] = await faultsOf(page);
        await page.close();
      }
      expect(faults).toEqual({ booking: [], 'own part': [], 'staff booking': [], 'staff list': [] });
    } finally {
      await browser.close();
    }
  });
});
