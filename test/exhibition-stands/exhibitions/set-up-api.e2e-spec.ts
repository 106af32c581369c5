import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { apiPath } from '../stage.js';
import { startSetUp, type SetUpStage } from './exhibitions-stage.js';

let stage: SetUpStage;

beforeAll(async () => {
  stage = await startSetUp();
});
afterAll(() => stage.stop());

const wishes = {
  title: 'LGA Conference 2035',
  host: 'Local Government Association',
  city: 'Harrogate',
  summary: 'Meet us.',
  days: [
    { day: '2035-07-01', kind: 'build-up', opens: '22:00', closes: '02:00' },
    { day: '2035-07-02', kind: 'open', opens: '09:00', closes: '17:00' },
  ],
};

interface Json {
  readonly id: string;
  readonly slug: string;
  readonly version: number;
  readonly status: string;
  readonly code: string;
  readonly days: readonly { day: string; kind: string; start: string; end: string }[];
  readonly staff?: { rules: Record<string, number>; weights: Record<string, number> };
  readonly errors?: readonly { field: string; code: string }[];
  readonly fields?: readonly { field: string; code: string }[];
  readonly items: readonly Record<string, unknown>[];
  readonly totals: object;
  readonly words: string;
  readonly floor: object | null;
}

const ask = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: object, headers: object = {}) =>
  stage.api<Json>(method, path, { ...stage.program, ...headers }, body);
const seen = (version: number) => ({ 'if-match': `"${version}"` });

describe('the API of exhibitions', () => {
  it('writes a draft once for each key, which only staff can read', async () => {
    const key = { 'idempotency-key': 'lga' };
    const first = await ask('POST', '/exhibitions', wishes, key);
    expect(first.status).toBe(201);
    expect((await ask('POST', '/exhibitions', wishes, key)).body).toEqual(first.body);
    expect(first.body.slug).toBe('lga-conference-2035');
    expect(first.body.days[0]).toMatchObject({
      start: '2035-07-01T21:00:00Z',
      end: '2035-07-02T01:00:00Z',
    });
    expect((await stage.api('GET', `/exhibitions/${first.body.id}`, {})).status).toBe(404);
    expect((await stage.api('POST', '/exhibitions', {}, wishes)).status).toBe(403);
  });

  it('publishes it, shows everybody what is theirs to see, and changes it by versions', async () => {
    const { body } = await ask('GET', '/exhibitions/lga-conference-2035');
    const path = `/exhibitions/${body.id}`;
    expect((await ask('POST', `${path}/status`, { status: 'published' })).status).toBe(428);
    const published = await ask('POST', `${path}/status`, { status: 'published' }, seen(1));
    expect(published.body).toMatchObject({ status: 'published', version: 2 });
    const open = await stage.api<Json>('GET', '/exhibitions/lga-conference-2035', {});
    expect(open.body.days.map(({ kind }) => kind)).toEqual(['open']);
    expect(open.body.staff).toBeUndefined();
    const { days: _, ...details } = wishes;
    expect((await ask('PUT', path, { ...details, city: 'York' }, seen(1))).status).toBe(412);
    expect((await ask('PUT', path, { ...details, city: 'York' }, seen(2))).body.version).toBe(3);
    expect((await ask('POST', `${path}/status`, { status: 'over' }, seen(3))).status).toBe(422);
    expect((await ask('DELETE', path)).status).toBe(422);
  });

  it('replaces days, or says which of them is wrong', async () => {
    const { id } = await stage.exhibition();
    const days = [{ day: '2035-09-23', kind: 'open', opens: '09:00', closes: '25:00' }];
    const wrong = await ask('PUT', `/exhibitions/${id}/days`, { days }, seen(1));
    expect(wrong.status).toBe(422);
    expect(JSON.stringify(wrong.body)).toContain('days.0.closes');
    const none = await ask('PUT', `/exhibitions/${id}/days`, { days: [] }, seen(1));
    expect(none.status).toBe(422);
    const right = [{ day: '2035-09-23', kind: 'open', opens: '09:00', closes: '12:00' }];
    const changed = await ask('PUT', `/exhibitions/${id}/days`, { days: right }, seen(1));
    expect(changed.body.days).toHaveLength(1);
  });

  it('sets rules and weights of the rota', async () => {
    const { id } = await stage.exhibition();
    const { body } = await ask('GET', `/exhibitions/${id}`);
    const { rules, weights } = body.staff ?? { rules: {}, weights: {} };
    expect(rules['restMinutes']).toBe(660);
    const path = `/exhibitions/${id}/rota-settings`;
    const mine = { rules: { ...rules, maxMinutesPerDay: 360 }, weights: { ...weights, fairness: 9 } };
    expect((await ask('PUT', path, mine, seen(1))).body.staff).toMatchObject({
      rules: { maxMinutesPerDay: 360 },
      weights: { fairness: 9, short: 1000 },
    });
    const wrong = { ...mine, weights: { ...weights, fairness: -1, days: 1.5 } };
    expect(JSON.stringify((await ask('PUT', path, wrong, seen(2))).body)).toMatch(
      /weights\.fairness.*weights\.days/,
    );
  });

  it('keeps the floor, within its outline', async () => {
    const { id } = await stage.exhibition();
    const path = `/exhibitions/${id}/floor`;
    expect((await ask('GET', path)).body.floor).toBeNull();
    const things = [{ kind: 'table', label: 'Case studies', x: 20, y: 30, width: 180, depth: 60 }];
    expect((await ask('PUT', path, { width: 300, depth: 200, things }, seen(1))).status).toBe(200);
    expect((await ask('GET', path)).body.floor).toEqual({ width: 300, depth: 200, things });
    const outside = await ask('PUT', path, { width: 150, depth: 200, things }, seen(2));
    expect(JSON.stringify(outside.body)).toContain('things.0.x');
  });

  it('keeps tasks, which are done and undone', async () => {
    const { id } = await stage.exhibition();
    const path = `/exhibitions/${id}/tasks`;
    const made = await ask('POST', path, { title: 'Book', kind: 'booking', dueOn: '2035-01-31' });
    expect(made.status).toBe(201);
    const task = `${path}/${made.body.id}`;
    for (const isDone of [true, true, false]) {
      const { body } = await ask('POST', `${task}/done`, { isDone });
      expect((body as unknown as { doneAt: string | null }).doneAt === null).toBe(!isDone);
    }
    const changed = await ask('PUT', task, { title: 'Book soon', dueOn: '2035-01-30' }, seen(3));
    expect(changed.body.version).toBe(4);
    expect((await ask('PUT', task, { title: 'Late', dueOn: '2035-01-30' }, seen(3))).status).toBe(412);
    expect((await ask('POST', path, { title: 'x', dueOn: '2035-02-31' })).status).toBe(422);
    const other = await stage.exhibition();
    expect((await ask('GET', `/exhibitions/${other.id}/tasks/${made.body.id}`)).status).toBe(404);
    expect((await ask('DELETE', task)).status).toBe(204);
    expect((await ask('GET', path)).body.items).toEqual([]);
  });

  it('keeps costs in pence, and says how they stand', async () => {
    const { id } = await stage.exhibition();
    const path = `/exhibitions/${id}/costs`;
    await ask('POST', path, {
      description: 'Space',
      category: 'space',
      budgetPence: 100_000,
      actualPence: 125_050,
    });
    await ask('POST', path, { description: 'Print', category: 'print', budgetPence: 20_000 });
    const { body } = await ask('GET', path);
    expect(body.totals).toEqual({ budgetPence: 120_000, actualPence: 125_050, expectedPence: 145_050 });
    expect(body.words).toBe('£50.50 over budget: £1,250.50 of £1,200.00 is spent.');
    expect((await ask('POST', path, { description: 'x', budgetPence: -1 })).status).toBe(422);
    expect((await ask('POST', path, { description: 'x', budgetPence: 1.5 })).status).toBe(422);
    expect((await ask('POST', path, { description: 'x' })).status).toBe(422);
  });

  it('copies an exhibition with its plans, its dates moved, and nobody in it', async () => {
    const source = await stage.exhibition({
      days: ['2035-09-23', '2035-09-24'],
      columns: {
        contacts: JSON.stringify([{ name: 'Robin', role: '', phone: null, email: 'r@example.org' }]),
      },
    });
    await stage.teamMember(source);
    const path = `/exhibitions/${source.id}`;
    await ask('POST', `${path}/tasks`, { title: 'Book', dueOn: '2035-03-16', ownerName: 'Robin' });
    await ask('POST', `${path}/costs`, {
      description: 'Space',
      budgetPence: 5,
      actualPence: 9,
      paidOn: '2035-09-30',
    });
    const copied = await ask('POST', `${path}/copy`, { title: 'Next', firstDay: '2036-09-21' });
    expect(copied.status).toBe(201);
    expect(copied.body.days.map(({ day }) => day)).toEqual(['2036-09-21', '2036-09-22']);
    const copy = `/exhibitions/${copied.body.id}`;
    expect((await ask('GET', `${copy}/tasks`)).body.items).toMatchObject([
      { title: 'Book', dueOn: '2036-03-14', ownerName: null, doneAt: null },
    ]);
    expect((await ask('GET', `${copy}/costs`)).body.items).toMatchObject([
      { budgetPence: 5, actualPence: null, paidOn: null },
    ]);
    expect(
      await stage.query('SELECT id FROM team_members WHERE exhibition_id = $1', [copied.body.id]),
    ).toEqual([]);
    expect(JSON.stringify(copied.body)).not.toContain('Robin');
    expect((await ask('POST', `${path}/copy`, { title: '', firstDay: '2001-09-21' })).status).toBe(422);
  });

  it('is described', async () => {
    const response = await fetch(`${stage.url}${apiPath}/openapi.json`);
    const { paths } = (await response.json()) as { paths: Record<string, object> };
    expect(Object.keys(paths)).toEqual(
      expect.arrayContaining([
        `${apiPath}/exhibitions/{id}/days`,
        `${apiPath}/exhibitions/{id}/tasks/{taskId}/done`,
      ]),
    );
  });

  it('lists in pages, drafts to staff only', async () => {
    const first = await ask('GET', '/exhibitions?limit=2');
    expect(first.body.items).toHaveLength(2);
    const cursor = (first.body as unknown as { nextCursor: string }).nextCursor;
    const second = await ask('GET', `/exhibitions?limit=2&cursor=${cursor}`);
    expect(second.body.items.map(({ id }) => id)).not.toContain(first.body.items[0]?.['id']);
    const open = await stage.api<Json>('GET', '/exhibitions', {});
    expect(open.body.items.some(({ status }) => status === 'draft')).toBe(false);
  });
});
