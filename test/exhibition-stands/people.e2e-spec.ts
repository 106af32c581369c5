import { randomUUID } from 'node:crypto';
import { startSystem, type System } from '#launcher';
import { personParts } from '../../apps/exhibition-stands/src/person-parts.js';
import { organisation, person, startTelling, type Telling } from '../events-calendar/read-model/telling.js';
import { startIdentity, type TestIdentity } from '../events-calendar/signed-in.js';
import { columnsOf, heldOn, personColumnsIn, tracesOf } from '../members/traces.js';
import { insert, stageExhibition, stageShift, stageTeamMember } from './stage-exhibition.js';
import { addTraces } from './traces.js';

const app = 'exhibition-stands';
const schema = 'exhibition_stands';
interface MyShifts {
  readonly stands: readonly {
    readonly shifts: readonly { readonly start: string; readonly clashes: readonly object[] }[];
  }[];
}

const internalKey = 'a key that only the services know';

describe('what the stands hold of people', () => {
  let identity: TestIdentity;
  let system: System;
  let telling: Telling;

  beforeAll(async () => {
    identity = await startIdentity(app);
    system = await startSystem({
      apps: [app, 'members'],
      env: { ...identity.env, INTERNAL_KEY: internalKey },
    });
    telling = await startTelling(system, app);
  });

  afterAll(async () => {
    await telling?.stop();
    await system?.stop();
    await identity?.stop();
  });

  const held = (id: string) => heldOn(system.urls[app] ?? '', id, { authorization: `Bearer ${internalKey}` });

  /** The kinds of data of which nothing is held. */
  const missingOf = async (id: string) =>
    Object.entries(await held(id)).flatMap(([kind, rows]) => (rows === 0 ? kind : []));

  it('is shown, and erased wherever it is, which members is told in words', async () => {
    const council = organisation();
    await telling.tell('members.organisation-changed.v1', 1, council);
    const ann = person({
      name: 'Ann Traced',
      email: 'ann.traced@example.org',
      affiliations: [{ organisationId: council.id, role: 'officer', isBookingContact: true }],
    });
    await telling.tell('members.person-changed.v1', 3, ann);
    const bo = { id: randomUUID(), name: 'Bo Other', email: 'bo@example.org' };
    await addTraces(telling.query, bo);
    await addTraces(telling.query, { id: ann.id, name: ann.name, email: ann.email ?? '' });
    // Each feature that holds something of people leaves its traces in traces.ts.
    await expect(missingOf(ann.id)).resolves.toEqual([]);
    await expect(held(ann.id)).resolves.toMatchObject({ record: 1, organisations: 1, stands: 2 });
    const othersBefore = await tracesOf(telling.query, schema, Object.values(bo));

    const erasureId = randomUUID();
    await telling.tell('members.person-erased.v1', 4, { id: ann.id, erasureId });

    const traces = [ann.id, 'Ann Traced', 'ann.traced@example.org'];
    await expect(tracesOf(telling.query, schema, traces)).resolves.toEqual([]);
    expect(Object.values(await held(ann.id)).every((rows) => rows === 0)).toBe(true);
    await expect(tracesOf(telling.query, schema, Object.values(bo))).resolves.toEqual(othersBefore);
    const [answer] = await telling.query<{ payload: { readonly did: string } }>(
      `SELECT payload FROM outbox WHERE type = 'exhibition-stands.person-erasure-done.v1'`,
    );
    expect(answer?.payload).toMatchObject({ erasureId, personId: ann.id });
    for (const did of [
      '1 conference that they take part in forgotten',
      '1 study visit that they travel with forgotten',
      '2 names in teams of stands replaced',
      '1 published rota names them no longer',
      'record deleted',
    ]) {
      expect(answer?.payload.did).toContain(did);
    }
  });

  it('follows a record that is merged into another, and is erased with that', async () => {
    const [loser, survivor] = [
      person({ email: 'old.wren@example.org' }),
      person({ email: 'wren@example.org' }),
    ];
    for (const each of [loser, survivor]) await telling.tell('members.person-changed.v1', 1, each);
    await addTraces(telling.query, { id: loser.id, name: 'Wren Twice', email: 'old.wren@example.org' });
    await telling.tell('members.person-changed.v1', 2, { ...loser, mergedInto: survivor.id });
    // Where only the old address stands, nothing leads to the record that is left.
    await expect(held(survivor.id)).resolves.toMatchObject({ record: 2, commitments: 1, stands: 1 });
    const left = await tracesOf(telling.query, schema, [loser.id]);
    expect(left.filter((row) => !/^(?:people|inbox|dead_letters): /.test(row))).toEqual([]);

    // An erasure names each record, in any order.
    await telling.tell('members.person-erased.v1', 3, { id: survivor.id, erasureId: randomUUID() });
    await telling.tell('members.person-erased.v1', 3, { id: loser.id, erasureId: randomUUID() });
    const traces = [survivor.id, loser.id, 'Wren Twice', 'wren@example.org'];
    await expect(tracesOf(telling.query, schema, traces)).resolves.toEqual([]);
  });

  it('leads whoever is left of two records to the shifts of both, and says where these clash', async () => {
    const [loser, survivor] = [person({ email: null }), person({ email: 'once@example.org' })];
    for (const each of [loser, survivor]) await telling.tell('members.person-changed.v1', 1, each);
    const exhibition = await stageExhibition(telling.query);
    for (const [personId, from, until] of [
      [loser.id, '2035-09-23T09:00:00+01:00', '2035-09-23T11:00:00+01:00'],
      [survivor.id, '2035-09-23T10:00:00+01:00', '2035-09-23T12:00:00+01:00'],
    ] as const) {
      const member = await stageTeamMember(telling.query, system.secrets.links, exhibition.id, { personId });
      const shiftId = await stageShift(telling.query, exhibition.id, { from, until });
      await insert(telling.query, 'current_assignments', {
        id: randomUUID(),
        exhibition_id: exhibition.id,
        shift_id: shiftId,
        team_member_id: member.id,
        starts_at: from,
        ends_at: until,
        label: '',
        told_at: new Date(),
        is_lead: false,
        status: 'assigned',
        status_at: new Date(),
        source: 'rota',
        version: 1,
      });
    }
    const shiftsOf = async (id: string) => {
      const headers = await identity.headers({ id, roles: ['person'], via: 'api' });
      const answer = await fetch(`${system.urls[app]}/api/v1/${app}/my-shifts`, { headers });
      const { stands } = (await answer.json()) as MyShifts;
      return stands
        .flatMap(({ shifts }) => shifts.map(({ start, clashes }) => `${start} clashes ${clashes.length}`))
        .toSorted((one, other) => one.localeCompare(other));
    };
    const both = ['2035-09-23T08:00:00Z clashes 1', '2035-09-23T09:00:00Z clashes 1'];
    expect(await shiftsOf(survivor.id)).toEqual(['2035-09-23T09:00:00Z clashes 0']);
    await telling.tell('members.person-changed.v1', 2, { ...loser, mergedInto: survivor.id });
    expect(await shiftsOf(survivor.id)).toEqual(both);
    // Whoever is signed in with the record that is gone is the same person.
    expect(await shiftsOf(loser.id)).toEqual(both);
  });

  it('is found by staff who type no accents, and by those who do', async () => {
    const council = organisation({ name: 'Cyngor Bwrdeistref Tŷ Ddêwi' });
    await telling.tell('members.organisation-changed.v1', 1, council);
    const affiliations = [{ organisationId: council.id, role: 'officer', isBookingContact: false } as const];
    await telling.tell('members.person-changed.v1', 1, person({ name: 'Zoë Šimková', affiliations }));
    const exhibition = await stageExhibition(telling.query);
    const headers = await identity.headers({ roles: ['staff'] });
    const finds = async (words: string) => {
      const address = `${system.urls[app]}${exhibition.manage}/team/invite?q=${encodeURIComponent(words)}`;
      return (await (await fetch(address, { headers })).text()).includes('Zoë Šimková');
    };
    for (const words of ['zoe', 'Zoë', 'SIMKOVA', 'ty ddewi', 'TŶ DDÊWI']) {
      expect([words, await finds(words)]).toEqual([words, true]);
    }
    expect(await finds('%')).toBe(false);
    expect(await finds('zoo')).toBe(false);
  });

  it('is known to the last column: each feature names its own', async () => {
    const columns = await personColumnsIn(telling.query, schema, ['person_id', 'actor_id', '_by']);
    expect(columns).toEqual(columnsOf(personParts));
  });
});
