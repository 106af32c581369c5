import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { StagedTraveller } from '../stage.js';
import { startItineraries, type ItemJson, type SplitJson } from '../itinerary/itinerary-stage.js';
import type { ItineraryStage } from '../itinerary/itinerary-stage.js';
import { whileVisitLocked } from '../visit-locked.js';

interface ChangeJson {
  readonly version: number;
  readonly told: number;
  readonly unseen: number;
  readonly code?: string;
}

interface PreviewJson {
  readonly ways: readonly string[];
  readonly changes: readonly { readonly changes: readonly { field: string; after: string }[] }[];
  readonly problems: readonly { readonly code: string; readonly message: string }[];
  readonly travellers: number;
  readonly hosts: readonly string[];
  readonly interpreters: readonly string[];
}

describe('a change on the way', () => {
  let stage: ItineraryStage;

  beforeAll(async () => {
    stage = await startItineraries();
  });
  afterAll(async () => stage?.stop());

  /** Ada is in group A, Bo in B; lunch is for both, the co-op for A and at a host with an interpreter. Version 1 is published. */
  const stageParty = async () => {
    const visit = await stage.visit();
    const ada = await stage.traveller(visit, { name: 'Ada', columns: { phone: '+44 7700 900001' } });
    const bo = await stage.traveller(visit, { name: 'Bo' });
    const path = `/visits/${visit.id}/itinerary`;
    const post = async <Thing>(where: string, body: object): Promise<Thing> => {
      const answer = await stage.api<Thing>('POST', where, stage.staff, body);
      if (answer.status >= 300) throw new Error(JSON.stringify(answer.body));
      return answer.body;
    };
    const split = await post<SplitJson>(`${path}/splits`, { name: 'Tuesday', groups: ['', ''] });
    const [a = '', b = ''] = split.groups.map(({ id }) => id);
    await stage.api(
      'PUT',
      `${path}/splits/${split.id}/members`,
      { ...stage.staff, 'if-match': `"${split.version}"` },
      {
        members: [
          { travellerId: ada.id, groupId: a },
          { travellerId: bo.id, groupId: b },
        ],
      },
    );
    const host = await post<{ id: string }>('/hosts', {
      name: 'Fagor',
      kind: 'industry',
      contacts: [
        { name: 'Iñaki Host', role: 'Visitors', phone: '+34 943 000 000', email: 'inaki@example.com' },
      ],
    });
    const rosa = await post<{ id: string }>('/interpreters', {
      name: 'Rosa Voice',
      languages: ['Basque'],
      email: 'rosa@example.com',
    });
    const lunch = await stage.add(visit.id);
    const coop = await stage.add(visit.id, {
      kind: 'visit',
      title: 'The co-op',
      from: '14:30',
      until: '16:00',
      groupIds: [a],
      hostId: host.id,
      language: 'Basque',
      needsInterpreter: true,
      interpreterIds: [rosa.id],
    });
    await stage.publish(visit.id, 1);
    return { visit, ada, bo, lunch, coop, path };
  };

  type Party = Awaited<ReturnType<typeof stageParty>>;

  const change = (party: Party, item: ItemJson, body: object, headers = stage.staff) =>
    stage.api<ChangeJson>('POST', `${party.path}/items/${item.id}/live-changes`, headers, {
      version: item.version,
      ...body,
    });

  const itemOf = async (party: Party, { id }: ItemJson) =>
    (await stage.api<ItemJson>('GET', `${party.path}/items/${id}`, stage.staff)).body;

  const mailsTo = (address: string | null) =>
    stage.query<{ subject: string; text: string; kind: string }>(
      `SELECT payload ->> 'subject' AS subject, payload ->> 'text' AS text, payload ->> 'kind' AS kind FROM outbox
       WHERE type = 'study-visits.mail-requested.v1' AND payload -> 'to' ->> 'address' = $1 ORDER BY position`,
      [address],
    );

  const dayOf = async ({ secret }: StagedTraveller) =>
    (await stage.page(`/visits/travellers/${secret}/days/2035-03-12`)).text;

  it('is read at once by those concerned, and publishes nothing else that is planned', async () => {
    const party = await stageParty();
    const { visit, ada, bo, lunch, coop } = party;
    await stage.api('POST', `${party.path}/items/${lunch.id}/cancellation`, stage.staff, {
      reason: 'No cook.',
    });
    const answer = await change(party, coop, { way: 'later-30', why: 'The coach stands in traffic.' });
    expect(answer).toMatchObject({ status: 201, body: { version: 2, told: 1, unseen: 1 } });
    expect(await dayOf(ada)).toContain('3pm to 4.30pm');
    expect(await dayOf(ada)).toContain('The coach stands in traffic.');
    for (const one of [ada, bo]) expect(await dayOf(one)).not.toContain('No cook.');
    expect(await dayOf(ada)).toContain('12.30pm to 2pm');
    const { body } = await stage.api<{ changesSince: number }>('GET', party.path, stage.staff);
    expect(body.changesSince).toBe(1);
    const [first, second, ...more] = await mailsTo(ada.email);
    expect(more).toEqual([]);
    expect([first?.subject, second?.subject]).toEqual([
      'Your days: Mondragon',
      'Changed now: “The co-op” is at another time',
    ]);
    expect(second?.text.replaceAll(/\s+/g, ' ')).toContain(
      'Monday 12 March 2035, 3pm to 4.30pm (was Monday 12 March 2035, 2.30pm to 4pm)',
    );
    expect(await mailsTo(bo.email)).toHaveLength(1);
    const told = await stage.query<{ traveller: string; items: unknown }>(
      `SELECT payload ->> 'travellerId' AS traveller, payload -> 'items' AS items FROM outbox
       WHERE type = 'study-visits.itinerary-changed.v1' AND payload ->> 'visitId' = $1 AND aggregate_version = 2`,
      [visit.id],
    );
    expect(told).toMatchObject([
      {
        traveller: ada.id,
        items: [{ id: coop.id, start: '2035-03-12T14:00:00Z', sequence: 1, isOff: false }],
      },
    ]);
  });

  it('shows before it is sent whom it concerns and what it makes amiss', async () => {
    const party = await stageParty();
    const preview = async (item: ItemJson, query: string) =>
      stage.api<PreviewJson>('GET', `${party.path}/items/${item.id}/live-preview?${query}`, stage.staff);
    const { body } = await preview(party.coop, 'way=later-15');
    expect(body).toMatchObject({
      travellers: 1,
      hosts: ['Iñaki Host'],
      interpreters: ['Rosa Voice'],
      problems: [],
    });
    const late = (await preview(party.lunch, 'way=later-60')).body;
    expect(late).toMatchObject({ travellers: 2, hosts: [] });
    expect(late.problems.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      'overlap: “Lunch” and “The co-op” are at the same time for 30 minutes: Ada cannot be at both.',
    ]);
    expect((await preview(party.coop, 'way=time')).status).toBe(422);
    // Nothing was written.
    expect(await itemOf(party, party.coop)).toEqual(party.coop);
    const page = await stage.page(`${party.visit.manage}/today/${party.lunch.id}/later-60`, stage.staffPages);
    expect(page.text).toContain('Ada cannot be at both.');
    expect(page.text).toContain('Change it and tell 2 travellers');
  });

  it('is written to its host and interpreters where staff want that, without a link', async () => {
    const party = await stageParty();
    await stage.query(
      `DELETE FROM outbox WHERE payload -> 'to' ->> 'address' IN ('inaki@example.com', 'rosa@example.com')`,
    );
    await change(party, party.coop, { way: 'later-15' });
    expect(await mailsTo('inaki@example.com')).toEqual([]);
    const item = await itemOf(party, party.coop);
    await change(party, item, { way: 'place', place: 'The canteen', tellHosts: true });
    for (const address of ['inaki@example.com', 'rosa@example.com']) {
      const [mail, ...more] = await mailsTo(address);
      expect(more).toEqual([]);
      expect(mail).toMatchObject({ kind: 'visits', subject: 'Changed now: “The co-op” is elsewhere' });
      expect(mail?.text).toContain('Where: The canteen (was Fagor)');
      expect(mail?.text).not.toContain('/visits/travellers/');
    }
  });

  it('of two staff at once is that of one; the other is told what was done', async () => {
    const party = await stageParty();
    const [one, other] = await whileVisitLocked(stage, party.visit.id, 2, () =>
      Promise.all([
        change(party, party.lunch, { way: 'later-15' }),
        change(party, party.lunch, { way: 'off', why: 'The cook is ill.' }),
      ]),
    );
    expect([one.status, other.status].toSorted((a, b) => a - b)).toEqual([201, 412]);
    expect((await itemOf(party, party.lunch)).version).toBe(2);
  });

  it('is not made on top of what the other did unseen: that is shown first', async () => {
    const party = await stageParty();
    const kit = await stage.headers({ id: 'kit', name: 'Kit Colleague', roles: ['staff'] });
    const path = `${party.visit.manage}/today/${party.lunch.id}/later-30`;
    const opened = await stage.page(path, kit);
    const hidden = hiddenOf(opened.text);
    await change(party, await itemOf(party, party.lunch), { way: 'place', place: 'The square' });
    const late = await stage.send(path, { ...hidden, why: '' }, kit);
    expect(late.status).toBe(409);
    expect(late.text).toContain('changed this item after you opened it');
    expect(late.text).toContain('The square');
    // Whoever presses again then does it on top of that.
    const again = await stage.send(path, { ...hiddenOf(late.text), why: '' }, kit);
    expect(again.status).toBe(303);
    expect((await itemOf(party, party.lunch)).version).toBe(3);
  });

  it('is made once, however often its button is pressed', async () => {
    const party = await stageParty();
    const path = `${party.visit.manage}/today/${party.lunch.id}/later-15`;
    const hidden = hiddenOf((await stage.page(path, stage.staffPages)).text);
    const presses = await Promise.all([1, 2, 3].map(() => stage.send(path, { ...hidden, why: 'Rain.' })));
    const paths = presses.map(({ location }) => new URL(location ?? '', stage.url).pathname);
    expect(new Set(paths)).toEqual(new Set([`${party.visit.manage}/today/seen/2`]));
    expect((await itemOf(party, party.lunch)).startsAt).toBe('2035-03-12T11:45:00Z');
    expect(await mailsTo(party.ada.email)).toHaveLength(2);
  });

  it('is asked about once more where what was typed is not what was shown', async () => {
    const party = await stageParty();
    const path = `${party.visit.manage}/today/${party.lunch.id}/time`;
    const asked = await stage.page(path, stage.staffPages);
    expect(asked.text).toContain('See what it does');
    const shown = await stage.send(path, { ...hiddenOf(asked.text), from: '1pm' });
    expect(shown.status).toBe(200);
    expect(shown.text).toContain('1pm to 2.30pm');
    const other = await stage.send(path, { ...hiddenOf(shown.text), from: '2pm' });
    expect(other.status).toBe(200);
    expect(other.text).toContain('2pm to 3.30pm');
    expect((await stage.send(path, { ...hiddenOf(asked.text), from: 'soon' })).status).toBe(422);
    const sent = await stage.send(path, { ...hiddenOf(other.text), from: '2pm' });
    expect(sent.status).toBe(303);
    expect(await itemOf(party, party.lunch)).toMatchObject({
      startsAt: '2035-03-12T13:00:00Z',
      endsAt: '2035-03-12T14:30:00Z',
    });
  });

  it('can be taken back, and back again, until the item is changed otherwise', async () => {
    const party = await stageParty();
    const waysOf = async () =>
      (
        await stage.api<PreviewJson>(
          'GET',
          `${party.path}/items/${party.coop.id}/live-preview?way=as-planned`,
          stage.staff,
        )
      ).body.ways;
    expect(await waysOf()).not.toContain('back');
    await change(party, party.coop, { way: 'place', place: 'The canteen' });
    expect(await waysOf()).toContain('back');
    await change(party, await itemOf(party, party.coop), { way: 'back' });
    // At its host again, not at a place that is called as the host was.
    expect(await itemOf(party, party.coop)).toMatchObject({ stop: null });
    const called = await change(party, await itemOf(party, party.coop), { way: 'off', why: 'Strike.' });
    expect(called.status).toBe(201);
    expect(await dayOf(party.ada)).toContain('Strike.');
    await change(party, await itemOf(party, party.coop), { way: 'on', why: 'The strike is over.' });
    expect(await itemOf(party, party.coop)).toMatchObject({ status: 'planned', statusReason: null });
    const page = await dayOf(party.ada);
    expect(page).toContain('2.30pm to 4pm');
    await stage.api('POST', `${party.path}/items/${party.coop.id}/cancellation`, stage.staff, {
      reason: 'No.',
    });
    expect(await waysOf()).not.toContain('back');
    const late = await change(party, await itemOf(party, party.coop), { way: 'back' });
    expect(late).toMatchObject({ status: 422, body: { code: 'fields-need-attention' } });
  });

  it('is refused where it cannot be: no reason, no day of the visit, nothing published, nothing different, over', async () => {
    const party = await stageParty();
    const { lunch } = party;
    expect((await change(party, lunch, { way: 'off' })).status).toBe(422);
    const night = await stage.add(party.visit.id, {
      title: 'Song',
      day: '2035-03-16',
      from: '23:15',
      until: '23:45',
    });
    expect((await change(party, night, { way: 'later-30' })).status).toBe(201);
    const past = await change(party, await itemOf(party, night), { way: 'later-15' });
    expect(past).toMatchObject({ status: 422, body: { errors: [{ code: 'outside-visit' }] } });
    const same = await change(party, lunch, { way: 'as-planned' });
    expect(same).toMatchObject({ status: 409, body: { code: 'nothing-new' } });
    const fresh = await stage.visit();
    const item = await stage.add(fresh.id);
    const unread = await stage.api(
      'POST',
      `/visits/${fresh.id}/itinerary/items/${item.id}/live-changes`,
      stage.staff,
      { way: 'later-15', version: 1 },
    );
    expect(unread).toMatchObject({ status: 409, body: { code: 'not-published' } });
    await stage.query(`UPDATE visits SET status = 'over' WHERE id = $1`, [party.visit.id]);
    const over = await change(party, lunch, { way: 'later-15' });
    expect(over).toMatchObject({ status: 409, body: { code: 'visit-ended' } });
  });

  it('is followed by staff: who has not seen it, with the number to ring', async () => {
    const party = await stageParty();
    const { visit, ada, lunch } = party;
    await change(party, lunch, { way: 'later-15' });
    const seen = async () => (await stage.page(`${visit.manage}/today/seen/2`, stage.staffPages)).text;
    expect(await seen()).toContain('2 travellers have not yet seen it');
    expect(await seen()).toContain('href="tel:+447700900001"');
    const today = await stage.page(`${visit.manage}/today?day=2035-03-12`, stage.staffPages);
    expect(today.text).toContain('2 of 2 travellers');
    await stage.send(`/visits/travellers/${ada.secret}/days`, { version: '2' }, {});
    expect(await seen()).toContain('1 traveller has not yet seen it');
    expect(await seen()).not.toContain('href="tel:+447700900001"');
    const api = await stage.api<{ items: readonly { name: string; seenAt: string | null }[] }>(
      'GET',
      `/visits/${visit.id}/live-changes/2/seen`,
      stage.staff,
    );
    expect(api.body.items.map(({ name, seenAt }) => [name, seenAt === null])).toEqual([
      ['Bo', true],
      ['Ada', false],
    ]);
    expect((await stage.page(`${visit.manage}/today/seen/1`, stage.staffPages)).status).toBe(404);
    const state = await stage.page(`${visit.manage}/today/events`, stage.staffPages);
    expect(JSON.parse(state.text)).toEqual({ number: 2, seen: 2 });
    const own = await stage.page(`/visits/travellers/${ada.secret}/days/events`);
    expect(JSON.parse(own.text)).toEqual({ number: 2 });
  });
});

/** What a form’s page has hidden in it. */
function hiddenOf(html: string): Record<string, string> {
  const found = [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  return Object.fromEntries(
    found.map(([, name = '', value = '']) => [
      name,
      value.replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
    ]),
  );
}
