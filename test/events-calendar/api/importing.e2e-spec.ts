import type {
  ImportOutput,
  ImportRowOutput,
} from '../../../apps/events-calendar/src/api/schemas/imports.schema.js';
import {
  allPages,
  member,
  staffProgram,
  startApi,
  type Answer,
  type ApiUnderTest,
  type SentProblem,
} from './api-client.js';

const csv =
  'title,start,kind\nGood,2099-01-01,meeting\nBad,2099-02-30,party\nGood as well,2099-01-02,launch\n';

describe('importing files', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.stop());

  const upload = (body: string, query = '', headers: Record<string, string> = {}, as = staffProgram) =>
    api.ask<ImportOutput & SentProblem>('POST', `/imports${query}`, {
      as,
      body,
      headers: { 'content-type': 'text/csv', ...headers },
    });
  const confirm = (id: string, json: object = {}) =>
    api.ask<ImportOutput & SentProblem>('POST', `/imports/${id}/confirm`, { as: staffProgram, json });

  async function done(id: string): Promise<ImportOutput> {
    for (;;) {
      const { body }: Answer<ImportOutput> = await api.ask('GET', `/imports/${id}`, { as: staffProgram });
      if (body.state !== 'running' && body.state !== 'confirmed') return body;
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  }

  it('tells what a file would do, does it when that is confirmed, and nothing the second time', async () => {
    const uploaded = await upload(csv, '?name=new.csv&status=published');
    expect(uploaded.status).toBe(202);
    expect(uploaded.headers.get('location')).toBe(`/api/v1/events-calendar/imports/${uploaded.body.id}`);
    expect(uploaded.body).toMatchObject({
      name: 'new.csv',
      format: 'csv',
      encoding: 'UTF-8',
      state: 'uploaded',
      uploadedBy: 'Sam Example',
      rows: { new: 2, changed: 0, unchanged: 0, problem: 1 },
    });
    const { id } = uploaded.body;
    const rows = await allPages<ImportRowOutput>(api, `/imports/${id}/rows?limit=1`, { as: staffProgram });
    expect(rows.map(({ line, outcome }) => [line, outcome])).toEqual([
      [2, 'new'],
      [3, 'problem'],
      [4, 'new'],
    ]);
    expect(rows[1]?.problems.map(({ line, column }) => [line, column])).toEqual(
      expect.arrayContaining([
        [3, 'start'],
        [3, 'kind'],
      ]),
    );
    const wrong = await allPages<ImportRowOutput>(api, `/imports/${id}/rows?outcome=problem`, {
      as: staffProgram,
    });
    expect(wrong.map(({ title }) => title)).toEqual(['Bad']);

    const refused = await confirm(id);
    expect([refused.status, refused.body.code]).toEqual([409, 'rows-have-problems']);
    expect((await confirm(id, { leaveOutProblems: true })).status).toBe(202);
    await expect(done(id)).resolves.toMatchObject({
      state: 'done',
      result: { added: 2, changed: 0, unchanged: 0, meanwhile: 0, leftOut: 1 },
      progress: { done: 2, total: 2 },
    });
    const event = await api.ask('GET', '/events/2099-good-as-well', { as: staffProgram });
    expect(event.body).toMatchObject({ title: 'Good as well', kind: 'launch', status: 'published' });

    const again = await upload(csv);
    expect(again.body.rows).toEqual({ new: 0, changed: 0, unchanged: 2, problem: 1 });
  });

  it('takes calendar files', async () => {
    const body = [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'BEGIN:VEVENT',
      'UID:api@example.org',
      'DTSTAMP:20990101T000000Z',
      'DTSTART:20990301T100000Z',
      'DTEND:20990301T110000Z',
      'SUMMARY:From a program',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n');
    const { body: uploaded } = await upload(body, '', { 'content-type': 'text/calendar; charset=utf-8' });
    expect(uploaded).toMatchObject({ format: 'ics', rows: { new: 1 } });
    await confirm(uploaded.id);
    await expect(done(uploaded.id)).resolves.toMatchObject({ result: { added: 1 } });
  });

  it('uploads once under one key', async () => {
    const key = { 'idempotency-key': 'one-upload' };
    const [first, again] = [await upload(csv, '', key), await upload(csv, '', key)];
    expect(again.body.id).toBe(first.body.id);
    const other = await upload(`${csv}More,2099-05-01,\n`, '', key);
    expect([other.status, other.body.code]).toEqual([422, 'idempotency-key-reused']);
  });

  it.each([
    ['nothing', '', 422],
    ['no file of ours', 'name,price\nTea,3\n', 422],
    ['NUL', 'title,start\nA\0,2099-01-01\n', 422],
    ['11 MB', `title,start\n${'A,2099-01-01\n'.repeat(900_000)}`, 413],
  ])('refuses %s, and keeps nothing', async (_, body, status) => {
    const answer = await upload(body);
    expect(answer.status).toBe(status);
    if (status === 422) expect(answer.body.errors?.[0]?.field).toBe('file');
  });

  it('refuses what is not sent as a file, and what it does not know', async () => {
    const asJson = await api.ask<SentProblem>('POST', '/imports', { as: staffProgram, json: { title: 'A' } });
    expect([asJson.status, asJson.body.code]).toEqual([415, 'unsupported-media-type']);
    expect((await upload(csv, '?colour=red')).status).toBe(400);
    expect((await upload(csv, '?audience=board')).status).toBe(400);
    const events = await api.ask<SentProblem>('POST', '/events', {
      as: staffProgram,
      body: csv,
      headers: { 'content-type': 'text/csv' },
    });
    expect(events.status).toBe(415);
  });

  it('is for staff', async () => {
    const { body } = await upload(csv);
    for (const as of [undefined, member]) {
      const asked = { ...(as && { as }) };
      const file = { ...asked, body: csv, headers: { 'content-type': 'text/csv' } };
      expect((await api.ask('POST', '/imports', file)).status).toBe(403);
      expect((await api.ask('GET', `/imports/${body.id}`, asked)).status).toBe(403);
      expect((await api.ask('GET', `/imports/${body.id}/rows`, asked)).status).toBe(403);
      expect((await api.ask('POST', `/imports/${body.id}/confirm`, { ...asked, json: {} })).status).toBe(403);
    }
    const nowhere = await api.ask('GET', '/imports/01a20100-0000-7000-8000-000000000000', {
      as: staffProgram,
    });
    expect(nowhere.status).toBe(404);
  });
});
