import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
import { access } from '../../../apps/conference-registration/src/access.js';
import { staffPerson } from '../../events-calendar/signed-in.js';
import { apiPath, startConferences, type Answer, type ConferenceStage } from '../stage.js';
import { staffBrowser } from './staff.js';

interface Conference {
  readonly id: string;
  readonly slug: string;
  readonly status: string;
  readonly title: string;
  readonly version: number;
  readonly code: string;
  readonly errors: readonly { readonly field: string; readonly code: string }[];
}

let stage: ConferenceStage;
let staff: Record<string, string>;
beforeAll(async () => {
  stage = await startConferences();
  staff = await stage.headers({ ...staffPerson, via: 'api' });
});
afterAll(() => stage?.stop());

const input = {
  title: 'By program',
  days: [
    { date: '2035-10-09', opens: '09:30', closes: '17:00' },
    { date: '2035-10-10', opens: null, closes: null },
  ],
  summary: 'In short.',
  terms: 'Be kind.',
  contact: { name: 'Sam Example', email: 'sam@example.org' },
  closesAt: '2035-10-01T16:00:00Z',
  refundSteps: [{ until: '2035-08-31', percent: 100 }],
};

const ask = <Body = Conference>(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: object,
  headers: object = {},
) => stage.api<Body>(method, `/conferences${path}`, { ...staff, ...headers }, body);
const seen = (version: number) => ({ 'if-match': `"${version}"` });

describe('conferences, for programs', () => {
  it('go the whole way, each step by the version that was seen', async () => {
    const made = await ask('POST', '', input);
    expect(made).toMatchObject({
      status: 201,
      body: { status: 'draft', slug: 'by-program-2035', version: 1 },
    });
    const { id } = made.body;
    expect(await ask('POST', `/${id}/status`, { status: 'open' })).toMatchObject({ status: 428 });
    expect(await ask('POST', `/${id}/status`, { status: 'open' }, seen(1))).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'status', code: 'not-ready' }] },
    });
    await staffBrowser(stage).addTicket(id);
    expect(await ask('PUT', `/${id}`, { ...input, title: 'Changed' }, seen(9))).toMatchObject({
      status: 412,
    });
    expect(await ask('PUT', `/${id}`, { ...input, title: 'Changed' }, seen(1))).toMatchObject({
      status: 200,
      body: { title: 'Changed', version: 2 },
    });
    const opened = await ask('POST', `/${id}/status`, { status: 'open' }, seen(2));
    expect(opened).toMatchObject({ status: 200, body: { status: 'open', version: 3 } });
    expect(await ask('DELETE', `/${id}`)).toMatchObject({ status: 422 });
    expect(await ask('POST', `/${id}/status`, { status: 'draft' }, seen(3))).toMatchObject({
      status: 422,
      body: { errors: [{ code: 'move-not-allowed' }] },
    });
    const history = await ask('GET', `/${id}/revisions`);
    expect(history.body).toMatchObject({
      items: [
        { action: 'conference-open' },
        { action: 'conference-changed' },
        { action: 'conference-created' },
      ],
    });
  });

  it('are made once for one Idempotency-Key, even when asked for ten times at once', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => ask('POST', '', { ...input, title: 'Once' }, key)),
    );
    expect(new Set(answers.filter(({ status }) => status === 201).map(({ body }) => body.id)).size).toBe(1);
    expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
    const rows = await stage.query(`SELECT FROM conferences WHERE title = 'Once'`);
    expect(rows).toHaveLength(1);
  });

  it('are read by everybody once they are published, by id and by slug, and not before', async () => {
    const { body } = await ask('POST', '', { ...input, title: 'For all' });
    const visitor = <Body = Conference>(path: string) => stage.api<Body>('GET', `/conferences${path}`, {});
    expect((await visitor(`/${body.id}`)).status).toBe(404);
    expect((await visitor(`/${body.slug}`)).status).toBe(404);
    await staffBrowser(stage).addTicket(body.id);
    await ask('POST', `/${body.id}/status`, { status: 'open' }, seen(1));
    expect(await visitor(`/${body.slug}`)).toMatchObject({
      status: 200,
      body: { id: body.id, status: 'open' },
    });
    const { body: listed } = await visitor<{ items: Conference[] }>('?limit=200');
    expect(listed.items.map(({ title }) => title)).toContain('For all');
    expect(listed.items.every(({ status }) => status !== 'draft')).toBe(true);
    expect((await stage.api('POST', '/conferences', {}, input)).status).toBe(403);
    expect((await visitor(`/${body.id}/revisions`)).status).toBe(403);
  });

  it('come page by page, each once', async () => {
    const found: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body: page }: Answer<{ items: Conference[]; nextCursor: string | null }> = await ask(
        'GET',
        `?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`,
      );
      found.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    const [{ n } = { n: 0 }] = await stage.query<{ n: number }>('SELECT count(*)::int AS n FROM conferences');
    expect([found.length, new Set(found).size]).toEqual([n, n]);
    expect((await ask('GET', '?cursor=x')).status).toBe(400);
  });

  it.each<[string, object, string]>([
    ['nothing', {}, 'title'],
    ['a field that there is not', { ...input, price: 5 }, 'price'],
    ['no days', { ...input, days: [] }, 'days'],
    ['a gap', { ...input, days: [input.days[0], { date: '2035-10-12' }] }, 'days.1.date'],
    ['past days', { ...input, days: [{ date: '2020-01-01' }] }, 'days'],
    [
      'half a per cent',
      { ...input, refundSteps: [{ until: '2035-08-31', percent: 0.5 }] },
      'refundSteps.0.percent',
    ],
    [
      'rising refunds',
      {
        ...input,
        refundSteps: [
          { until: '2035-08-01', percent: 10 },
          { until: '2035-08-31', percent: 20 },
        ],
      },
      'refundSteps.1.percent',
    ],
    ['an end before the beginning', { ...input, opensAt: '2035-10-02T00:00:00Z' }, 'closesAt'],
    ['no instant', { ...input, opensAt: 'soon' }, 'opensAt'],
    ['another’s address', { ...input, slug: 'money' }, 'slug'],
    ['a title without end', { ...input, title: 'x'.repeat(100_000) }, 'title'],
    ['a character that cannot be kept', { ...input, title: 'a\u0000b' }, 'title'],
  ])('are refused with the field that is wrong: %s', async (_what, body, field) => {
    const answer = await ask('POST', '', body);
    expect(answer.status).toBe(422);
    expect(answer.body.errors.map((problem) => problem.field)).toContain(field);
  });

  it('are described in OpenAPI, every address of theirs', async () => {
    const { body } = await stage.api<{ paths: Record<string, object> }>('GET', '/openapi.json', {});
    expect((await new Validator().validate(body as never)).valid).toBe(true);
    const described = new Set(
      Object.entries(body.paths).flatMap(([path, methods]) =>
        Object.keys(methods).map(
          (method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
        ),
      ),
    );
    const offered = Object.keys(access).filter((route) =>
      new RegExp(` ${apiPath}/conferences(?:/:id(?:/(?:status|copy|revisions))?)?$`).test(route),
    );
    expect(offered).toHaveLength(8);
    expect(offered.filter((route) => !described.has(route))).toEqual([]);
  });
});
