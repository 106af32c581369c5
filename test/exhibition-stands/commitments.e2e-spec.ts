import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import type { ConferenceFacts } from '#contracts';
import { startSystem, type System } from '#launcher';
import { createDataSource as conferenceDataSource } from '../../apps/conference-registration/src/data-source.js';
import { createDataSource as visitsDataSource } from '../../apps/study-visits/src/data-source.js';
import { CommitmentsOf } from '../../apps/exhibition-stands/src/commitments/commitments-of.js';
import { createDataSource } from '../../apps/exhibition-stands/src/data-source.js';
import { conferenceFacts } from '../conference-facts.js';
import { person, startTelling, type Telling } from '../events-calendar/read-model/telling.js';
import { runDue } from '../run-due.js';
import { addExhibition, addMember, addOwnShift } from './rows.js';

const app = 'exhibition-stands';

const span = {
  start: Temporal.Instant.from('2027-09-25T00:00:00Z'),
  end: Temporal.Instant.from('2027-09-30T00:00:00Z'),
};

const conference = (different: Partial<ConferenceFacts> = {}): ConferenceFacts =>
  conferenceFacts(
    [
      { date: '2027-09-27', opens: '09:30', closes: '17:00' },
      { date: '2027-09-28', opens: null, closes: null },
    ],
    different,
  );

describe('where the team of a stand is to be besides', () => {
  let system: System;
  let members: Telling;
  let conferences: Telling;
  let visits: Telling;
  let dataSource: DataSource;
  let commitments: CommitmentsOf;

  beforeAll(async () => {
    system = await startSystem({ apps: [app, 'conference-registration', 'study-visits', 'members'] });
    members = await startTelling(system, app);
    const registration = { app: 'conference-registration', createDataSource: conferenceDataSource } as const;
    conferences = await startTelling(system, app, registration);
    visits = await startTelling(system, app, {
      app: 'study-visits',
      createDataSource: visitsDataSource,
    });
    dataSource = await createDataSource(system.databaseUrl(app)).initialize();
    commitments = new CommitmentsOf(dataSource);
  });

  afterAll(async () => {
    await dataSource?.destroy();
    await visits?.stop();
    await conferences?.stop();
    await members?.stop();
    await system?.stop();
  });

  const of = async (memberId: string, within = span): Promise<string[]> => {
    const found = (await commitments.members([memberId, randomUUID()], within)).get(memberId) ?? [];
    return found.map(({ title, start, end }) => `${title} ${start.toString()} ${end.toString()}`);
  };

  const tellDelegate = (
    type: 'confirmed' | 'cancelled',
    version: number,
    delegate: {
      readonly id: string;
      readonly conferenceId: string;
      readonly personId: string | null;
      readonly days?: string[];
    },
  ) =>
    conferences.tell(`conference-registration.delegate-${type}.v1`, version, {
      bookingId: randomUUID(),
      organisationId: null,
      version,
      ...delegate,
    });

  const tellConference = (facts: ConferenceFacts) =>
    conferences.tell(
      `conference-registration.conference-${facts.version === 1 ? 'published' : 'changed'}.v1`,
      facts.version,
      facts,
    );

  /** Somebody who is known and in a team. */
  async function helper(email = `bo.${randomUUID()}@example.org`) {
    const told = person({ name: 'Bo Example', email });
    await members.tell('members.person-changed.v1', 1, told);
    const exhibitionId = await addExhibition(members.query);
    const memberId = await addMember(members.query, exhibitionId, { person_id: told.id, email });
    return { told, email, exhibitionId, memberId };
  }

  const openDay = 'Annual Conference 2027 2027-09-27T08:30:00Z 2027-09-27T16:00:00Z';
  const wholeDay = 'Annual Conference 2027 2027-09-27T23:00:00Z 2027-09-28T23:00:00Z';

  it('is each day of a conference that they take part in, in whichever order the messages come', async () => {
    const { told, memberId } = await helper();
    const facts = conference();
    const delegate = { id: randomUUID(), conferenceId: facts.id, personId: told.id };
    await tellDelegate('confirmed', 1, delegate);
    await expect(of(memberId)).resolves.toEqual([]);
    await tellConference(facts);
    await expect(of(memberId)).resolves.toEqual([openDay, wholeDay]);
    const before = { start: span.start, end: Temporal.Instant.from('2027-09-26T12:00:00Z') };
    await expect(of(memberId, before)).resolves.toEqual([openDay]);

    const moved = { zone: 'Europe/London', days: [{ date: '2027-09-26', opens: '22:00', closes: '01:00' }] };
    await tellConference({ ...facts, when: moved, version: 3 });
    await tellConference({ ...facts, title: 'An old message', version: 2 });
    await expect(of(memberId)).resolves.toEqual([
      'Annual Conference 2027 2027-09-26T21:00:00Z 2027-09-27T00:00:00Z',
    ]);

    await tellDelegate('cancelled', 3, delegate);
    await tellDelegate('confirmed', 2, delegate);
    await expect(of(memberId)).resolves.toEqual([]);
    await tellDelegate('confirmed', 4, delegate);
    await expect(of(memberId)).resolves.toHaveLength(1);
    await tellConference({ ...facts, status: 'cancelled', version: 4 });
    await expect(of(memberId)).resolves.toEqual([]);
  });

  it('is only the days that their ticket is for, as far as that is told', async () => {
    const { told, memberId } = await helper();
    const facts = conference();
    await tellConference(facts);
    const delegate = { id: randomUUID(), conferenceId: facts.id, personId: told.id };
    await tellDelegate('confirmed', 1, { ...delegate, days: ['2027-09-27'] });
    await expect(of(memberId)).resolves.toEqual([openDay]);
    await tellDelegate('confirmed', 2, delegate);
    await expect(of(memberId)).resolves.toEqual([openDay, wholeDay]);
  });

  it('is found by their address where nobody has said who they are', async () => {
    const { told, email } = await helper();
    const exhibitionId = await addExhibition(members.query);
    const guest = await addMember(members.query, exhibitionId, { email: email.toUpperCase() });
    const facts = conference();
    await tellConference(facts);
    await tellDelegate('confirmed', 1, { id: randomUUID(), conferenceId: facts.id, personId: told.id });
    await expect(of(guest)).resolves.toEqual([openDay, wholeDay]);
  });

  it('follows a record that is merged into another, and goes when that is erased, for good', async () => {
    const [old, kept] = [await helper(), await helper()];
    const facts = conference();
    await tellConference(facts);
    const delegate = { id: randomUUID(), conferenceId: facts.id, personId: old.told.id };
    await tellDelegate('confirmed', 1, delegate);
    await members.tell('members.person-changed.v1', 2, { ...old.told, mergedInto: kept.told.id });
    await expect(of(kept.memberId)).resolves.toEqual([openDay, wholeDay]);
    // Their old id may still be told.
    await tellDelegate('confirmed', 2, delegate);
    await expect(of(kept.memberId)).resolves.toEqual([openDay, wholeDay]);

    await members.tell('members.person-erased.v1', 3, { id: kept.told.id, erasureId: randomUUID() });
    await tellDelegate('confirmed', 3, delegate);
    await expect(
      members.query('SELECT person_id FROM known_delegates WHERE id = $1', [delegate.id]),
    ).resolves.toEqual([{ person_id: null }]);
  });

  it('is kept for a month after a conference, and then neither the conference nor who took part in it', async () => {
    const today = Temporal.Now.plainDateISO('Europe/London');
    const ended = async (lastDay: Temporal.PlainDate) => {
      const { told } = await helper();
      const days = [lastDay.subtract({ days: 1 }), lastDay].map((date) => ({
        date: date.toString(),
        opens: null,
        closes: null,
      }));
      const facts = conference({ when: { zone: 'Europe/London', days } });
      await tellConference(facts);
      const delegate = { id: randomUUID(), conferenceId: facts.id, personId: told.id };
      await tellDelegate('confirmed', 1, delegate);
      return { conference: facts.id, delegate: delegate.id };
    };
    const kept = await ended(today.subtract({ months: 1 }));
    const gone = await ended(today.subtract({ months: 1, days: 1 }));
    // What happens round them at any time: somebody of whose conference nothing is known yet.
    const early = { id: randomUUID(), conferenceId: randomUUID(), personId: 'somebody' };
    await tellDelegate('confirmed', 1, early);
    await runDue(system, app, 'forget-conferences');
    const left = async (table: string, ids: readonly string[]) =>
      (await members.query<{ id: string }>(`SELECT id FROM ${table} WHERE id = ANY($1)`, [ids])).map(
        ({ id }) => id,
      );
    expect(await left('known_conferences', [kept.conference, gone.conference])).toEqual([kept.conference]);
    expect((await left('known_delegates', [kept.delegate, gone.delegate, early.id])).toSorted()).toEqual(
      [kept.delegate, early.id].toSorted(),
    );
  });

  it('is all of a study visit that they travel with, until they withdraw, and a month longer', async () => {
    const { told, email, memberId } = await helper();
    const visit = { visitId: randomUUID(), visitTitle: 'Study visit', zone: 'Europe/Madrid' };
    const away = { ...visit, firstDay: '2027-09-26', lastDay: '2027-09-28' };
    const tell = (type: 'confirmed' | 'withdrawn', version: number, different: object = {}) =>
      visits.tell(`study-visits.traveller-${type}.v1`, version, {
        id: memberId,
        personId: told.id,
        organisationId: null,
        region: 'Basque Country',
        path: '/visits/visit',
        ...away,
        ...different,
        version,
      });
    await tell('confirmed', 1);
    await expect(of(memberId)).resolves.toEqual(['Study visit 2027-09-25T22:00:00Z 2027-09-28T22:00:00Z']);
    // Whoever is known by their address alone is them.
    const guest = await addMember(members.query, await addExhibition(members.query), { email });
    await expect(of(guest)).resolves.toHaveLength(1);
    await tell('confirmed', 3, { firstDay: '2027-10-26', lastDay: '2027-10-28' });
    await tell('confirmed', 2);
    await expect(of(memberId)).resolves.toEqual([]);
    await tell('withdrawn', 5);
    await tell('confirmed', 4);
    await expect(of(memberId)).resolves.toEqual([]);

    const today = Temporal.Now.plainDateISO('Europe/London');
    const ended = async (lastDay: Temporal.PlainDate) => {
      const id = randomUUID();
      await tell('confirmed', 1, { id, firstDay: lastDay.toString(), lastDay: lastDay.toString() });
      return id;
    };
    const kept = await ended(today.subtract({ months: 1 }));
    const gone = await ended(today.subtract({ months: 1, days: 1 }));
    await runDue(system, app, 'forget-conferences');
    await expect(
      members.query('SELECT id FROM known_travels WHERE id IN ($1, $2)', [kept, gone]),
    ).resolves.toEqual([{ id: kept }]);
  });

  it('is each shift that they have on another stand, and not on this one', async () => {
    const { told, email, exhibitionId, memberId } = await helper();
    const shift = { from: '2027-09-26T09:00:00Z', until: '2027-09-26T10:00:00Z' };
    await addOwnShift(members.query, exhibitionId, memberId, shift);
    await expect(of(memberId)).resolves.toEqual([]);
    const others = [
      { title: 'By id', member: { person_id: told.id } },
      { title: 'By address', member: { email: email.toUpperCase() } },
      { title: 'Somebody else’s', member: { email: `x.${email}` } },
      { title: 'Called off', member: { person_id: told.id }, status: 'cancelled' },
    ];
    for (const { title, member, status = 'published' } of others) {
      const other = await addExhibition(members.query, { title, status });
      const there = await addMember(members.query, other, member);
      await addOwnShift(members.query, other, there, shift);
      const dropped = { from: shift.until, until: '2027-09-26T11:00:00Z', status: 'dropped-out' };
      await addOwnShift(members.query, other, there, dropped);
    }
    const found = await of(memberId);
    expect(found.toSorted()).toEqual([
      'Stand at By address 2027-09-26T09:00:00Z 2027-09-26T10:00:00Z',
      'Stand at By id 2027-09-26T09:00:00Z 2027-09-26T10:00:00Z',
    ]);
    const later = { start: Temporal.Instant.from('2027-09-27T10:00:00Z'), end: span.end };
    await expect(of(memberId, later)).resolves.toEqual([]);
  });
});
