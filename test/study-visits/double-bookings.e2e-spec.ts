import { randomUUID } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { Temporal } from 'temporal-polyfill';
import type { ConferenceFacts, PayloadOf } from '#contracts';
import { openBrowser } from '#launcher';
import { createDataSource as conferenceDataSource } from '../../apps/conference-registration/src/data-source.js';
import { createDataSource as standsDataSource } from '../../apps/exhibition-stands/src/data-source.js';
import { faultsOf } from '../browser/page-checks.js';
import { shoot } from '../browser/shoot.js';
import { conferenceFacts } from '../conference-facts.js';
import { person, startTelling, type Told, type Telling } from '../events-calendar/read-model/telling.js';
import { runDue } from '../run-due.js';
import { insert, staffPerson, startVisits, type StagedVisit, type VisitsStage } from './stage.js';

type Shift = PayloadOf<'exhibition-stands.shift-assigned.v1'>;

interface Listed {
  readonly items: readonly {
    readonly name: string;
    readonly others: readonly { readonly title: string; readonly start: string; readonly end: string }[];
  }[];
}

/** On the second and third day of a visit, unless said otherwise. */
const conference = (different: Partial<ConferenceFacts> = {}): ConferenceFacts =>
  conferenceFacts(
    [
      { date: '2035-03-12', opens: '09:30', closes: '17:00' },
      { date: '2035-03-13', opens: null, closes: null },
    ],
    { title: 'Annual Conference 2035', ...different },
  );

describe('travellers who are to be elsewhere', () => {
  let stage: VisitsStage;
  let members: Telling;
  let conferences: Telling;
  let stands: Telling;
  let staff: Record<string, string>;
  let browser: Browser;

  beforeAll(async () => {
    stage = await startVisits({
      apps: ['study-visits', 'conference-registration', 'exhibition-stands', 'members'],
    });
    const app = 'study-visits';
    [members, conferences, stands, staff, browser] = await Promise.all([
      startTelling(stage.system, app),
      startTelling(stage.system, app, {
        app: 'conference-registration',
        createDataSource: conferenceDataSource,
      }),
      startTelling(stage.system, app, { app: 'exhibition-stands', createDataSource: standsDataSource }),
      stage.headers(staffPerson),
      openBrowser(),
    ]);
  }, 240_000);

  afterAll(async () => {
    await browser?.close();
    await stands?.stop();
    await conferences?.stop();
    await members?.stop();
    await stage?.stop();
  });

  const somebody = async (): Promise<Told & { email: string }> => {
    const email = `bo.${randomUUID()}@example.org`;
    const told = person({ name: 'Bo Birch', email });
    await members.tell('members.person-changed.v1', 1, told);
    return { ...told, email };
  };

  const tellDelegate = (
    type: 'confirmed' | 'cancelled',
    version: number,
    delegate: { readonly id: string; readonly conferenceId: string; readonly personId: string },
    days?: string[],
  ) =>
    conferences.tell(`conference-registration.delegate-${type}.v1`, version, {
      bookingId: randomUUID(),
      organisationId: null,
      version,
      ...delegate,
      ...(days && { days }),
    });

  const tellConference = (facts: ConferenceFacts) =>
    conferences.tell(
      `conference-registration.conference-${facts.version === 1 ? 'published' : 'changed'}.v1`,
      facts.version,
      facts,
    );

  const delegateOf = async (personId: string, facts = conference(), days?: string[]) => {
    await tellConference(facts);
    const delegate = { id: randomUUID(), conferenceId: facts.id, personId };
    await tellDelegate('confirmed', 1, delegate, days);
    return { delegate, facts };
  };

  const shiftOf = (personId: string, different: Partial<Shift> = {}): Shift => ({
    id: randomUUID(),
    exhibitionId: randomUUID(),
    exhibitionTitle: 'Labour Party Spring Conference 2035',
    personId,
    shiftId: randomUUID(),
    label: '',
    isLead: false,
    stand: null,
    start: '2035-03-11T10:00:00Z',
    end: '2035-03-11T12:00:00Z',
    zone: 'Europe/London',
    place: null,
    walkingMinutes: 10,
    path: '/stands/shifts',
    version: 1,
    ...different,
  });

  const listed = async ({ id }: Pick<StagedVisit, 'id'>) => {
    const { status, body } = await stage.api<Listed>('GET', `/visits/${id}/double-bookings`, staff);
    expect(status).toBe(200);
    return body.items.map(
      ({ name, others }) => `${name}: ${others.map(({ title, start }) => `${title} ${start}`).join(', ')}`,
    );
  };

  const shown = async (path: string, headers: Record<string, string> = {}) => {
    const answer = await fetch(stage.url + path, { headers });
    const text = await answer.text();
    return text.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
  };

  it('at a conference, are told to staff and to themselves, in whichever order the messages come', async () => {
    const visit = await stage.visit();
    const { id: personId, email } = await somebody();
    const bo = await stage.traveller(visit, { name: 'Bo Birch', personId, email });
    await stage.traveller(visit, { name: 'Cy Cole' });
    expect(await listed(visit)).toEqual([]);
    const facts = conference();
    const delegate = { id: randomUUID(), conferenceId: facts.id, personId };
    await tellDelegate('confirmed', 1, delegate);
    expect(await listed(visit)).toEqual([]);
    await tellConference(facts);
    const both = ['2035-03-12T09:30:00Z', '2035-03-13T00:00:00Z'].map((at) => `${facts.title} ${at}`);
    expect(await listed(visit)).toEqual([`Bo Birch: ${both.join(', ')}`]);

    const list = await shown(`${visit.manage}/travellers`, staff);
    expect(list).toContain(
      'Bo Birch is at Annual Conference 2035 on Monday 12 March 2035, 9.30am to 5pm. Bo Birch is at Annual Conference 2035 on Tuesday 13 March 2035.',
    );
    expect(list.match(/Booked twice/g)).toHaveLength(2);
    expect(await shown(`/visits/travellers/${bo.secret}`)).toContain(
      'You are booked twice You are also at Annual Conference 2035 on Monday 12 March 2035, 9.30am to 5pm.',
    );
    const own = await stage.api<{ bookedTwice: object[] }>('GET', `/traveller-links/${bo.secret}`, {});
    expect(own.body.bookedTwice).toHaveLength(2);

    await tellDelegate('confirmed', 2, delegate, ['2035-03-12']);
    expect(await listed(visit)).toEqual([`Bo Birch: ${both[0] ?? ''}`]);
    await tellDelegate('cancelled', 4, delegate);
    await tellDelegate('confirmed', 3, delegate);
    expect(await listed(visit)).toEqual([]);
    expect(await shown(`${visit.manage}/travellers`, staff)).not.toContain('Booked twice');
    await tellDelegate('confirmed', 5, delegate);
    await tellConference({ ...facts, status: 'cancelled', version: 2 });
    expect(await listed(visit)).toEqual([]);
  });

  it('on a stand until its end, and away with another visit, are told so, too; next to each other is not at once', async () => {
    const visit = await stage.visit();
    const { id: personId, email } = await somebody();
    await stage.traveller(visit, { name: 'Bo Birch', personId, email });
    const shift = shiftOf(personId);
    await stands.tell('exhibition-stands.shift-assigned.v1', 1, shift);
    const onStand = 'Labour Party Spring Conference 2035 2035-03-11T10:00:00Z';
    expect(await listed(visit)).toEqual([`Bo Birch: ${onStand}`]);
    // The visit ends with Friday; on Saturday morning they are back.
    const after = { start: '2035-03-17T09:00:00Z', end: '2035-03-17T10:00:00Z' };
    await stands.tell('exhibition-stands.shift-changed.v1', 2, { ...shift, ...after, version: 2 });
    expect(await listed(visit)).toEqual([]);
    await stands.tell('exhibition-stands.shift-changed.v1', 3, { ...shift, version: 3 });
    await stands.tell('exhibition-stands.shift-unassigned.v1', 4, { ...shift, version: 4 });
    expect(await listed(visit)).toEqual([]);

    const others = [
      { title: 'The day it ends', first_day: '2035-03-16', last_day: '2035-03-18' },
      { title: 'The day after', first_day: '2035-03-17', last_day: '2035-03-18' },
      { title: 'Called off', first_day: '2035-03-11', last_day: '2035-03-16', status: 'cancelled' as const },
    ];
    for (const { title, status = 'confirmed', ...columns } of others) {
      const other = await stage.visit({ title, status, columns });
      await stage.traveller(other, { personId, email });
      await stage.traveller(other, { name: 'Somebody else' });
    }
    const left = await stage.visit({ title: 'They withdrew', status: 'confirmed' });
    await stage.traveller(left, { personId, email, status: 'withdrawn' });
    expect(await listed(visit)).toEqual(['Bo Birch: The day it ends 2035-03-15T23:00:00Z']);
  });

  it('are known by their address alone, and nobody else is; whoever has withdrawn, or is back, is not told', async () => {
    const visit = await stage.visit();
    const { id: personId, email } = await somebody();
    await delegateOf(personId);
    const byAddress = await stage.traveller(visit, { name: 'By Address', email: email.toUpperCase() });
    await stage.traveller(visit, { name: 'Another', email: `x.${email}` });
    await stage.traveller(visit, { name: 'No Address', email: null });
    expect(await listed(visit)).toEqual([expect.stringMatching(/^By Address: /)]);
    await stage.query(`UPDATE travellers SET status = 'withdrawn', withdrawn_at = now() WHERE id = $1`, [
      byAddress.id,
    ]);
    expect(await listed(visit)).toEqual([]);
    expect(await shown(`/visits/travellers/${byAddress.secret}`)).not.toContain('booked twice');
    await stage.query(`UPDATE travellers SET status = 'confirmed', withdrawn_at = NULL WHERE id = $1`, [
      byAddress.id,
    ]);
    expect(await listed(visit)).toHaveLength(1);
    await stage.query(`UPDATE visits SET status = 'over' WHERE id = $1`, [visit.id]);
    expect(await listed(visit)).toEqual([]);
  });

  it('are told of an applicant before anybody decides', async () => {
    const visit = await stage.visit();
    const { id: personId, email } = await somebody();
    await delegateOf(personId);
    const id = randomUUID();
    await insert(stage.query, 'applications', {
      id,
      visit_id: visit.id,
      name: 'Bo Birch',
      email,
      status: 'draft',
      answers: '{}',
      kind: 'general',
      secret_hash: Buffer.from(id),
      started_at: '2026-01-02T00:00:00Z',
      changed_at: '2026-01-02T00:00:00Z',
      version: 1,
    });
    expect(await shown(`${visit.manage}/applications/${id}`, staff)).toContain(
      'Elsewhere at that time Bo Birch is at Annual Conference 2035 on Monday 12 March 2035, 9.30am to 5pm.',
    );
  });

  it('follow a record that is merged into another, and are forgotten with it', async () => {
    const visit = await stage.visit();
    const [old, kept] = [await somebody(), await somebody()];
    await stage.traveller(visit, { name: 'Bo Birch', personId: kept.id, email: kept.email });
    const { delegate } = await delegateOf(old.id);
    const shift = shiftOf(old.id);
    await stands.tell('exhibition-stands.shift-assigned.v1', 1, shift);
    expect(await listed(visit)).toEqual([]);
    await members.tell('members.person-changed.v1', 2, { ...old, mergedInto: kept.id });
    expect(await listed(visit)).toHaveLength(1);
    await members.tell('members.person-erased.v1', 3, { id: kept.id, erasureId: randomUUID() });
    // Their old id may still be told.
    await tellDelegate('confirmed', 2, delegate);
    const rows = await stage.query(
      `SELECT person_id FROM known_delegates WHERE id = $1 UNION ALL SELECT person_id FROM stand_shifts WHERE id = $2`,
      [delegate.id, shift.id],
    );
    expect(rows).toEqual([{ person_id: null }, { person_id: null }]);
  });

  it('are forgotten a month after it', async () => {
    const today = Temporal.Now.plainDateISO('Europe/London');
    const ended = async (lastDay: Temporal.PlainDate) => {
      const days = [{ date: lastDay.toString(), opens: null, closes: null }];
      const facts = conference({ when: { zone: 'Europe/London', days } });
      const { delegate } = await delegateOf('somebody', facts);
      const at = (time: string) =>
        lastDay.toZonedDateTime({ timeZone: 'Europe/London', plainTime: time }).toInstant().toString();
      const shift = shiftOf('somebody', { start: at('10:00'), end: at('12:00') });
      await stands.tell('exhibition-stands.shift-assigned.v1', 1, shift);
      return [facts.id, delegate.id, shift.id];
    };
    const kept = await ended(today.subtract({ months: 1 }));
    const gone = await ended(today.subtract({ months: 1, days: 1 }));
    await runDue(stage.system, 'study-visits', 'forget-elsewhere');
    const left = await stage.query<{ id: string }>(
      `SELECT id FROM known_conferences WHERE id = ANY($1::uuid[]) UNION ALL SELECT id FROM known_delegates WHERE id = ANY($1::uuid[])
       UNION ALL SELECT id FROM stand_shifts WHERE id = ANY($1::uuid[])`,
      [[...kept, ...gone]],
    );
    expect(left.map(({ id }) => id).toSorted()).toEqual(kept.toSorted());
  });

  it('are shown on pages at which axe finds nothing', async () => {
    const visit = await stage.visit();
    const { id: personId, email } = await somebody();
    const bo = await stage.traveller(visit, { name: 'Bo Birch', personId, email });
    await delegateOf(personId);
    const pages = [
      { name: 'staff', path: `${visit.manage}/travellers`, headers: staff },
      { name: 'own', path: `/visits/travellers/${bo.secret}`, headers: {} },
    ];
    for (const { name, path, headers } of pages) {
      const context = await browser.newContext({ extraHTTPHeaders: headers });
      const page = await context.newPage();
      await page.goto(stage.url + path);
      expect(await faultsOf(page)).toEqual([]);
      await shoot(page, `booked-twice-${name}`);
      await context.close();
    }
  });
});
