import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runDue } from '../../run-due.js';
import { staffPerson, startStands, type StandsStage } from '../stage.js';
import { insert } from '../stage-exhibition.js';
import { feedbackSecret, stageStood, type StoodStand } from './afterwards-stage.js';

interface Feedback {
  readonly asked: number;
  readonly totals: { readonly answers: number; readonly average: number | null };
  readonly items: readonly {
    readonly id: string;
    readonly name: string | null;
    readonly rating: number;
    readonly wentWell: string;
    readonly toChange: string;
  }[];
}

interface Note {
  readonly id: string;
  readonly kind: string;
  readonly text: string;
  readonly isCarried: boolean;
  readonly doneAt: string | null;
  readonly taskId: string | null;
  readonly version: number;
}

const said = { rating: 4, fair: 'yes', wentWell: 'The tea', toChange: 'More chairs', again: 'yes' };

describe('after an exhibition', () => {
  let stage: StandsStage;
  let api: Record<string, string>;
  let pages: Record<string, string>;

  beforeAll(async () => {
    stage = await startStands();
    api = await stage.headers({ ...staffPerson, via: 'api' });
    pages = await stage.headers(staffPerson);
  });
  afterAll(() => stage?.stop());

  const about = ({ exhibition }: StoodStand, part = '') =>
    `/exhibitions/${exhibition.id}/afterwards${part === '' ? '' : `/${part}`}`;
  const get = async <Body>(stand: StoodStand, part = '') =>
    (await stage.api<Body>('GET', about(stand, part), api)).body;
  const post = <Body>(stand: StoodStand, part: string, body: object = {}) =>
    stage.api<Body>('POST', about(stand, part), api, body);
  const page = async (path: string) => (await fetch(`${stage.url}${path}`, { headers: pages })).text();

  it('it is counted who stood how long, per person and per organisation', async () => {
    const stand = await stageStood(stage);
    const hours = await get<{
      minutes: number;
      people: { name: string; minutes: number; noShows: number; dropOuts: number }[];
      organisations: {
        name: string | null;
        organisationId: string | null;
        minutes: number;
        people: number;
      }[];
    }>(stand, 'hours');
    expect(
      hours.people.map(({ name, minutes, noShows, dropOuts }) => [name, minutes, noShows, dropOuts]),
    ).toEqual([
      ['Ada Example', 240, 0, 0],
      // On the second day nobody checked in, so that everybody is taken to have stood.
      ['Bo Sample', 240, 0, 0],
      ['Cy Muster', 120, 0, 0],
      // On the first day others did.
      ['Dee Mockup', 0, 1, 0],
      ['Ed Specimen', 0, 1, 1],
    ]);
    expect(
      hours.organisations.map(({ name, organisationId, minutes, people }) => [
        name,
        organisationId,
        minutes,
        people,
      ]),
    ).toEqual([
      ['Somebody’s own', null, 240, 1],
      [stand.council.name, stand.council.id, 240, 1],
      [null, null, 120, 1],
    ]);
    expect(hours.minutes).toBe(600);
    expect(await get(stand)).toMatchObject({
      status: 'over',
      neededMinutes: 720,
      plannedMinutes: 0,
      stoodMinutes: 600,
      noShows: 2,
      gaps: 1,
      toThank: { people: 2, organisations: 1 },
      openNotes: 0,
    });
    const csv = await page(`${stand.exhibition.manage}/afterwards/hours/export.csv?sort=-hours`);
    expect(csv.split('\r\n').slice(0, 2)).toEqual([
      'Name,Organisation,Hours stood,Minutes stood,Shifts stood,Did not come,Dropped out',
      `Ada Example,${stand.council.name},4,240,2,0,0`,
    ]);
    const sheet = await fetch(`${stage.url}${stand.exhibition.manage}/afterwards/organisations/export.xlsx`, {
      headers: pages,
    });
    expect([sheet.status, sheet.headers.get('content-type')]).toEqual([
      200,
      expect.stringContaining('spreadsheetml'),
    ]);
    const own = await page(`/stands/team/${stand.members['Ada Example']?.secret}`);
    expect(own).toContain('You stood 4 hours');
    const names = (text: string) => [...text.matchAll(/>(Ada|Bo|Cy|Dee|Ed) /g)].map(([, name]) => name);
    expect(names(await page(`${stand.exhibition.manage}/afterwards/hours?sort=-name`))[0]).toBe('Ed');
  });

  it('somebody who was erased stood as long as before, under nobody’s name', async () => {
    const stand = await stageStood(stage, [
      {
        name: 'An erased person',
        email: null,
        status: 'left',
        shifts: [[0, 'checked-in']],
      },
    ]);
    expect(await page(`${stand.exhibition.manage}/afterwards/hours`)).toContain('An erased person');
    expect(await page(`${stand.exhibition.manage}/afterwards/thanks`)).toContain(
      'None: we do not know any more who it was',
    );
    expect((await get<{ minutes: number }>(stand, 'hours')).minutes).toBe(120);
  });

  it('people say how it was by their links, and change it until a day that they are told', async () => {
    const stand = await stageStood(stage);
    await post(stand, 'thanks/sendings', { whom: 'people' });
    const secret = await feedbackSecret(stage, stand.members['Ada Example']?.id ?? '');
    const say = (body: object) =>
      stage.api<{ answer: object; isOpen: boolean; code?: string }>(
        'POST',
        `/feedback-links/${secret}`,
        {},
        body,
      );
    const own = () => page(`/stands/team/${stand.members['Ada Example']?.secret}`);
    expect(await own()).toContain(
      `<a class="govuk-link" href="/stands/feedback/${secret}">Say how it was</a>`,
    );
    expect((await say({ ...said, rating: 6 })).status).toBe(422);
    expect((await say(said)).body.answer).toMatchObject({ rating: 4, mayQuote: false });
    expect((await say({ ...said, rating: 5, again: 'maybe', mayQuote: true })).status).toBe(200);
    const all = await get<Feedback>(stand, 'feedback');
    expect(all).toMatchObject({ asked: 2, totals: { answers: 1, average: 5 } });
    expect(all.items.map(({ name, rating }) => [name, rating])).toEqual([['Ada Example', 5]]);
    await stage.query(
      `UPDATE thanks SET sent_at = now() - interval '6 weeks 2 days' WHERE exhibition_id = $1`,
      [stand.exhibition.id],
    );
    expect(await own()).not.toContain('/stands/feedback/');
    const late = await say({ ...said, rating: 1 });
    expect([late.status, late.body.code]).toEqual([409, 'feedback-closed']);
    expect((await get<Feedback>(stand, 'feedback')).totals.average).toBe(5);
    expect((await stage.api('GET', `/feedback-links/${'x'.repeat(43)}`, {})).status).toBe(404);
    expect((await stage.api('GET', '/feedback-links/nothing', {})).status).toBe(404);
  });

  it('two answers by one link at once are one', async () => {
    const stand = await stageStood(stage);
    await post(stand, 'thanks/sendings', { whom: 'people' });
    const secret = await feedbackSecret(stage, stand.members['Bo Sample']?.id ?? '');
    const answers = await Promise.all(
      [1, 2, 3, 4, 5].map((rating) =>
        stage.api('POST', `/feedback-links/${secret}`, {}, { ...said, rating }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect((await get<Feedback>(stand, 'feedback')).totals.answers).toBe(1);
  });

  it('what was said long ago is deleted, and the marks stay', async () => {
    const stand = await stageStood(stage);
    await post(stand, 'thanks/sendings', { whom: 'people' });
    for (const name of ['Ada Example', 'Bo Sample']) {
      const secret = await feedbackSecret(stage, stand.members[name]?.id ?? '');
      await stage.api('POST', `/feedback-links/${secret}`, {}, said);
    }
    await stage.query(
      `UPDATE stand_feedback SET answered_at = now() - interval '25 months' WHERE team_member_id = $1`,
      [stand.members['Ada Example']?.id],
    );
    await runDue(stage.system, 'exhibition-stands', 'forget-feedback');
    const { totals, items } = await get<Feedback>(stand, 'feedback');
    expect(totals).toMatchObject({ answers: 2, average: 4 });
    expect(items.map(({ name, wentWell, toChange }) => [name, wentWell, toChange])).toEqual([
      ['Bo Sample', 'The tea', 'More chairs'],
      [null, '', ''],
    ]);
  });

  it('what somebody said becomes a note once, open notes come along with a copy, and become tasks once', async () => {
    const stand = await stageStood(stage);
    await post(stand, 'thanks/sendings', { whom: 'people' });
    const secret = await feedbackSecret(stage, stand.members['Ada Example']?.id ?? '');
    await stage.api('POST', `/feedback-links/${secret}`, {}, said);
    const [answer] = (await get<Feedback>(stand, 'feedback')).items;
    const noted = () => post<Note>(stand, `feedback/${answer?.id}/notes`, { part: 'to-change' });
    const made = await Promise.all([noted(), noted(), noted()]);
    expect(new Set(made.map(({ body }) => body.id)).size).toBe(1);
    expect(made[0]?.body).toMatchObject({ kind: 'change', text: 'More chairs' });
    await post<Note>(stand, 'notes', { kind: 'buy', text: 'A second banner', ownerName: 'Sam Example' });
    const settled = await post<Note>(stand, 'notes', { kind: 'keep', text: 'The corner' });
    await post(stand, `notes/${settled.body.id}/done`, { isDone: true });
    expect((await post(stand, 'notes', { kind: 'no', text: '' })).status).toBe(422);

    const copy = await stage.api<{ id: string }>('POST', `/exhibitions/${stand.exhibition.id}/copy`, api, {
      title: 'Labour Party Conference 2035',
      firstDay: '2035-09-23',
    });
    expect(copy.status).toBe(201);
    const next = { ...stand, exhibition: { ...stand.exhibition, id: copy.body.id } };
    const carried = (await get<{ items: Note[] }>(next, 'notes')).items;
    expect(carried.map(({ kind, text, isCarried }) => [kind, text, isCarried])).toEqual([
      ['change', 'More chairs', true],
      ['buy', 'A second banner', true],
    ]);
    const overview = await page(`/stands/manage/${copy.body.id}`);
    expect(overview).toContain('Carried from the exhibition before');
    expect(overview).toContain('A second banner');

    const task = { title: 'Order a second banner', dueOn: '2035-08-01' };
    const make = () => post<Note>(next, `notes/${carried[1]?.id}/task`, task);
    const tasks = await Promise.all([make(), make(), make()]);
    expect(new Set(tasks.map(({ body }) => body.taskId)).size).toBe(1);
    expect(tasks[0]?.body.doneAt).not.toBeNull();
    const list = await stage.api<{ items: { title: string }[] }>(
      'GET',
      `/exhibitions/${copy.body.id}/tasks`,
      api,
    );
    expect(list.body.items.map(({ title }) => title)).toEqual(['Order a second banner']);
    // The year before keeps its own.
    expect(
      (await get<{ items: Note[] }>(stand, 'notes')).items.filter(({ doneAt }) => doneAt === null),
    ).toHaveLength(2);
  });

  it('a note is changed by one at a time, and deleted', async () => {
    const stand = await stageStood(stage);
    const { body: note } = await post<Note>(stand, 'notes', { text: 'Bring tape' });
    const put = (version: number, text: string) =>
      stage.api<Note>(
        'PUT',
        about(stand, `notes/${note.id}`),
        { ...api, 'if-match': `"${version}"` },
        { text },
      );
    expect((await put(1, 'Bring more tape')).body.text).toBe('Bring more tape');
    expect((await put(1, 'Bring scissors')).status).toBe(412);
    expect((await stage.api('DELETE', about(stand, `notes/${note.id}`), api)).status).toBe(204);
    expect((await stage.api('GET', about(stand, `notes/${note.id}`), api)).status).toBe(404);
    const other = await stageStood(stage);
    expect((await stage.api('GET', about(other, `notes/${note.id}`), api)).status).toBe(404);
  });

  it('it is said what is to be brought home, from the stand and from people’s cars', async () => {
    const stand = await stageStood(stage);
    const [item, place, car] = [randomUUID(), randomUUID(), randomUUID()];
    const [code, carCode] = [`S-${place.slice(0, 8)}`, `C-${car.slice(0, 8)}`].map((each) =>
      each.toUpperCase(),
    );
    const { query } = stage;
    const exhibition_id = stand.exhibition.id;
    await insert(query, 'stock_items', {
      id: item,
      name: 'Tablecloth',
      unit: 'cloth',
      units: 'cloths',
      version: 1,
    });
    await insert(query, 'stock_places', {
      id: place,
      code,
      name: 'The stand',
      kind: 'stand',
      exhibition_id,
      version: 1,
    });
    await insert(query, 'stock_places', {
      id: car,
      code: carCode,
      name: 'Ada’s car',
      kind: 'car',
      version: 1,
    });
    const move = (kind: string, from: string | null, to: string | null, quantity: number) =>
      fetch(`${stage.url}/api/v1/exhibition-stands/stock/movements`, {
        method: 'POST',
        headers: { ...api, 'content-type': 'application/json' },
        body: JSON.stringify({ kind, item, from, to, quantity }),
      });
    expect((await move('receive', null, code ?? '', 3)).status).toBe(201);
    expect((await move('move', code ?? '', carCode ?? '', 1)).status).toBe(201);
    const { leftBehind } = await get<{ leftBehind: { placeName: string; quantity: number }[] }>(stand);
    expect(leftBehind.map(({ placeName, quantity }) => [placeName, quantity])).toEqual([
      ['The stand', 2],
      ['Ada’s car', 1],
    ]);
    expect(await page(`${stand.exhibition.manage}/afterwards`)).toContain('To be brought home');
  });

  it.each(['-1', '%00', 'x'.repeat(300)])('an id that is none (%s) is not found', async (id) => {
    for (const part of [
      '',
      '/hours',
      '/hours/1',
      '/thanks',
      '/feedback',
      '/notes',
      '/notes/1/edit',
      '/notes/1/task',
    ]) {
      const { status } = await fetch(`${stage.url}/stands/manage/${id}/afterwards${part}`, {
        headers: pages,
      });
      expect([part, status]).toEqual([part, 404]);
    }
  });
});
