import type { EventOutput } from '../../../apps/events-calendar/src/api/schemas/event.schema.js';
import {
  allPages,
  newEvent,
  staffProgram,
  startApi,
  type ApiUnderTest,
  type SentProblem,
} from './api-client.js';

describe('Idempotency-Key', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.stop());

  const post = (key: string, title: string, as = staffProgram) =>
    api.ask<EventOutput & SentProblem>('POST', '/events', {
      as,
      json: { ...newEvent, title },
      headers: { 'idempotency-key': key },
    });
  const titled = async (title: string) =>
    (await allPages<EventOutput>(api, '/events', { as: staffProgram })).filter(
      (event) => event.title === title,
    );

  it('gives a repeat the same answer and makes one event', async () => {
    const first = await post('once', 'Once only');
    const again = await post('once', 'Once only');
    expect(again.status).toBe(201);
    expect(again.body).toEqual(first.body);
    for (const header of ['etag', 'location']) {
      expect(again.headers.get(header)).toBe(first.headers.get(header));
    }
    await expect(titled('Once only')).resolves.toHaveLength(1);
  });

  it('refuses the same key with another body', async () => {
    await post('other-body', 'The one');
    const other = await post('other-body', 'The other');
    expect(other.status).toBe(422);
    expect(other.body.code).toBe('idempotency-key-reused');
    await expect(titled('The other')).resolves.toEqual([]);
  });

  it('makes one event of many requests at once', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => post('at-once', 'All at once')));
    const statuses = answers.map((answer) => answer.status);
    expect(statuses.filter((status) => status !== 201 && status !== 409)).toEqual([]);
    expect(new Set(answers.filter(({ status }) => status === 201).map(({ body }) => body.ref)).size).toBe(1);
    await expect(titled('All at once')).resolves.toHaveLength(1);
  });

  it('does not remember a failure', async () => {
    const failed = await post('second-try', '');
    expect(failed.status).toBe(422);
    const corrected = await post('second-try', 'Second try');
    expect(corrected.status).toBe(201);
  });

  it('does not answer one person with another’s', async () => {
    const other = { ...staffProgram, id: 'kim', name: 'Kim Example' };
    const first = await post('mine', 'Mine and theirs');
    const theirs = await post('mine', 'Mine and theirs', other);
    expect(theirs.status).toBe(201);
    expect(theirs.body.ref).not.toBe(first.body.ref);
  });

  it('does a step once', async () => {
    const draft = await api.make({ title: 'Published once' }, 'draft');
    const publish = () =>
      api.ask<EventOutput>('POST', `/events/${draft.ref}/status`, {
        as: staffProgram,
        json: { status: 'published' },
        headers: { 'if-match': '"1"', 'idempotency-key': 'publish' },
      });
    const [first, again] = [await publish(), await publish()];
    expect(first.body.version).toBe(2);
    expect(again).toMatchObject({ status: 200, body: first.body });
  });

  it('refuses a key that cannot be one', async () => {
    const answer = await post('a key', 'No key');
    expect([answer.status, answer.body.code]).toEqual([400, 'bad-idempotency-key']);
  });
});
