import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  lunch,
  startItineraries,
  type ItineraryJson,
  type ItineraryStage,
  type ItemJson,
  type ProblemJson,
  type SplitJson,
} from './itinerary-stage.js';

describe('an itinerary', () => {
  let stage: ItineraryStage;

  beforeAll(async () => {
    stage = await startItineraries();
  });
  afterAll(async () => stage?.stop());

  const post = <Body>(visitId: string, part: string, body: object) =>
    stage.api<Body>('POST', `/visits/${visitId}/itinerary/${part}`, stage.staff, body);
  const read = async (visitId: string) =>
    (await stage.api<ItineraryJson>('GET', `/visits/${visitId}/itinerary`, stage.staff)).body;
  const put = <Body>(visitId: string, part: string, version: number, body: object) =>
    stage.api<Body>(
      'PUT',
      `/visits/${visitId}/itinerary/${part}`,
      { ...stage.staff, 'if-match': `"${version}"` },
      body,
    );

  it.each([
    ['a day before the visit', { day: '2035-03-10' }, 'starts', 'from 11 March 2035 to 16 March 2035'],
    ['a day after it', { day: '2035-03-17' }, 'starts', 'not within the visit'],
    ['a group that is not there', { groupIds: ['x'] }, 'groupIds', 'does not exist'],
    [
      'an interpreter who is not there',
      { interpreterIds: [crypto.randomUUID()] },
      'interpreterIds',
      'not there',
    ],
  ])('refuses %s, with words', async (_, different, field, words) => {
    const visit = await stage.visit();
    const { status, body } = await post<ProblemJson>(visit.id, 'items', { ...lunch, ...different });
    expect(status).toBe(422);
    expect(body.errors.map((error) => error.field)).toEqual([field]);
    expect(body.errors[0]?.message).toContain(words);
    expect((await read(visit.id)).items).toEqual([]);
  });

  it('refuses what the clock leaves out, and asks about what it shows twice', async () => {
    const columns = { first_day: '2035-03-24', last_day: '2035-03-28' };
    const spring = await stage.visit({ columns });
    const early = { ...lunch, day: '2035-03-25', from: '02:30', until: '05:00' };
    const none = await post<ProblemJson>(spring.id, 'items', early);
    expect(none.body.errors).toMatchObject([{ field: 'starts.time', code: 'no-such-time' }]);
    const autumn = await stage.visit({ columns: { first_day: '2035-10-27', last_day: '2035-10-30' } });
    const twice = { ...early, day: '2035-10-28' };
    const asked = await post<ProblemJson>(autumn.id, 'items', twice);
    expect(asked.body.errors).toMatchObject([{ field: 'starts.which', code: 'time-twice' }]);
    const second = await stage.add(autumn.id, { ...twice, fromWhich: 'second' });
    expect(second.startsAt).toBe('2035-10-28T01:30:00Z');
    const form = await stage.page(`${autumn.manage}/itinerary/${second.id}/edit`, stage.staffPages);
    expect(form.text).toMatch(/id="starts-which-2"[^>]*checked/);
  });

  it('keeps what somebody wrote when somebody else saved first', async () => {
    const visit = await stage.visit();
    const item = await stage.add(visit.id);
    const first = await put<ItemJson>(visit.id, `items/${item.id}`, 1, { ...lunch, title: 'Late lunch' });
    expect(first).toMatchObject({ status: 200, body: { version: 2 } });
    const second = await put<ProblemJson>(visit.id, `items/${item.id}`, 1, lunch);
    expect(second).toMatchObject({ status: 412, body: { code: 'edited-meanwhile' } });
    const values = {
      version: '1',
      kind: 'meal',
      title: 'Mine',
      'starts.day': '12',
      'starts.month': '3',
      'starts.year': '2035',
      'starts.time': '13:00',
      'ends.time': '14:00',
    };
    const form = await stage.send(`${visit.manage}/itinerary/${item.id}/edit`, values);
    expect(form.status).toBe(409);
    expect(form.text).toContain('value="Mine"');
    expect(form.text).toContain('Somebody changed this item');
    // The same press again is known as one.
    await stage.send(`${visit.manage}/itinerary/${item.id}/edit`, { ...values, version: '2' });
    const again = await stage.send(`${visit.manage}/itinerary/${item.id}/edit`, { ...values, version: '2' });
    expect(again).toMatchObject({ status: 303, location: `${visit.manage}/itinerary` });
    expect((await read(visit.id)).items).toMatchObject([{ title: 'Mine', version: 3 }]);
  });

  it('says on top and at the items what the checks find', async () => {
    const visit = await stage.visit();
    await stage.traveller(visit, { name: 'Ada Example' });
    await stage.add(visit.id, { needsInterpreter: true, language: 'Basque', capacity: 1 });
    await stage.add(visit.id, { title: 'Talk', from: '13:30', until: '15:00', needsInterpreter: true });
    await stage.traveller(visit, { name: 'Bo Sample' });
    const { problems } = await read(visit.id);
    const codes = problems.map(({ code }) => code);
    expect(new Set(codes)).toEqual(new Set(['overlap', 'empty-day', 'over-capacity', 'interpreter-missing']));
    const { text } = await stage.page(`${visit.manage}/itinerary`, stage.staffPages);
    expect(text).toContain('Interpreter missing for 2 items');
    expect(text).toContain(
      '“Lunch” and “Talk” are at the same time for 30 minutes: Ada Example and Bo Sample cannot be at both.',
    );
    expect(text).toContain('2 travellers come to “Lunch”, which has room for 1.');
  });

  it('shares a party out, and by hand, and keeps a group for which something is planned', async () => {
    const visit = await stage.visit();
    const [ada, bo] = [
      await stage.traveller(visit, { name: 'Ada' }),
      await stage.traveller(visit, { name: 'Bo' }),
    ];
    const { body: split } = await post<SplitJson>(visit.id, 'splits', {
      name: 'Tuesday',
      groups: ['The co-op', ''],
    });
    const { body: shared } = await post<SplitJson>(visit.id, `splits/${split.id}/sharing`, { way: 'apart' });
    expect(new Set(shared.members.map(({ groupId }) => groupId)).size).toBe(2);
    const [a, b] = split.groups.map(({ id }) => id);
    const stale = await put(visit.id, `splits/${split.id}/members`, split.version, { members: [] });
    expect(stale.status).toBe(412);
    const members = [
      { travellerId: ada.id, groupId: a },
      { travellerId: bo.id, groupId: a },
    ];
    const { body } = await put<SplitJson>(visit.id, `splits/${split.id}/members`, shared.version, {
      members,
    });
    expect(body.members).toEqual(members);
    await stage.add(visit.id, { groupIds: [b] });
    const path = `/visits/${visit.id}/itinerary/splits/${split.id}`;
    const refused = await stage.api<ProblemJson>('DELETE', path, stage.staff);
    expect(refused).toMatchObject({ status: 409, body: { code: 'group-planned' } });
    // By the form: everybody at once, Bo into none.
    const { version } = (await stage.api<SplitJson>('GET', path, stage.staff)).body;
    const form = { version: String(version), [`member.${ada.id}`]: b ?? '', [`member.${bo.id}`]: '' };
    expect((await stage.send(`${visit.manage}/itinerary/groups/${split.id}`, form)).status).toBe(303);
    const now = (await stage.api<SplitJson>('GET', path, stage.staff)).body;
    expect(now.members).toEqual([{ travellerId: ada.id, groupId: b }]);
    const { problems } = await read(visit.id);
    expect(problems.find(({ code }) => code === 'in-no-group')?.message).toBe(
      'Bo is in no group of “Tuesday”.',
    );
  });

  it('deletes what nobody was told of, and cancels what they were', async () => {
    const visit = await stage.visit();
    await stage.traveller(visit);
    const [told, untold] = [await stage.add(visit.id), await stage.add(visit.id, { day: '2035-03-13' })];
    const path = (id: string) => `/visits/${visit.id}/itinerary/items/${id}`;
    expect((await stage.api('DELETE', path(untold.id), stage.staff)).status).toBe(204);
    await stage.publish(visit.id, 1);
    expect(await stage.api('DELETE', path(told.id), stage.staff)).toMatchObject({
      status: 409,
      body: { code: 'item-published' },
    });
    const blank = await post<ProblemJson>(visit.id, `items/${told.id}/cancellation`, { reason: ' ' });
    expect(blank).toMatchObject({ status: 422, body: { errors: [{ field: 'reason' }] } });
    await post(visit.id, `items/${told.id}/cancellation`, { reason: 'The cook is ill.' });
    expect((await read(visit.id)).changesSince).toBe(1);
    await post(visit.id, `items/${told.id}/restoration`, {});
    expect((await read(visit.id)).changesSince).toBe(0);
  });

  it('is of its own visit alone, and stays as it was once that is over', async () => {
    const [visit, other] = [await stage.visit(), await stage.visit()];
    await stage.traveller(visit);
    const item = await stage.add(visit.id);
    const { body: split } = await post<SplitJson>(visit.id, 'splits', {
      name: 'Tuesday',
      groups: ['', ''],
    });
    const path = `/visits/${other.id}/itinerary/items/${item.id}`;
    expect((await stage.api('GET', path, stage.staff)).status).toBe(404);
    expect((await stage.page(`${other.manage}/itinerary/${item.id}`, stage.staffPages)).status).toBe(404);
    await stage.query(`UPDATE visits SET status = 'over' WHERE id = $1`, [visit.id]);
    const refused = { status: 409, body: { code: 'visit-ended' } };
    expect(await post(visit.id, 'items', lunch)).toMatchObject(refused);
    const division = { name: 'Again', groups: ['One', 'Two'] };
    expect(await post(visit.id, 'splits', division)).toMatchObject(refused);
    expect(await put(visit.id, `splits/${split.id}`, split.version, division)).toMatchObject(refused);
    expect(await post(visit.id, `splits/${split.id}/sharing`, { way: 'apart' })).toMatchObject(refused);
    const own = `/visits/${visit.id}/itinerary/splits/${split.id}`;
    expect(await stage.api('DELETE', own, stage.staff)).toMatchObject(refused);
    const shown = await stage.page(`${visit.manage}/itinerary/groups/${split.id}`, stage.staffPages);
    expect(shown.text).toContain('Who was in which group');
    expect(shown.text).not.toContain('Save the groups');
  });
});
