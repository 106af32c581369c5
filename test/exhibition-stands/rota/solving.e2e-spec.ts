import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { usualRules, usualWeights } from '../../../apps/exhibition-stands/src/rota/index.js';
import { problemOf } from '../../load/rota/problems.js';
import { until } from '../../until.js';
import { apiPath, startStands, type StandsStage } from '../stage.js';

interface Solved {
  readonly status: string;
  readonly code?: string;
  readonly assignments: readonly { readonly person: string; readonly slot: string }[];
  readonly errors?: readonly { readonly field: string; readonly code: string }[];
}

const at = (hour: number) => `2026-09-27T${String(hour).padStart(2, '0')}:00:00+01:00`;
const slot = (hour: number) => ({ id: `s${hour}`, from: at(hour), until: at(hour + 1) });
/** Takes far longer than any test waits for it. */
const { settledBefore: _, ...endless } = problemOf(
  { people: 300, stands: 10, days: 5, slotsPerDay: 8, places: 3, seed: 1 },
  { rules: usualRules, weights: usualWeights },
);

describe('solving rota problems for programs', () => {
  let stage: StandsStage;
  let headers: Record<string, string>;
  const path = '/rota-problems';
  const solve = (body: object) => stage.api<Solved>('POST', path, headers, body);
  /** The processes that search at the moment. */
  const searching = (): number[] => {
    const service = String(stage.system.pid('exhibition-stands'));
    const lines = execFileSync('ps', ['-eo', 'pid=,ppid=,args=']).toString().split('\n');
    return lines
      .map((line) => line.trim().split(/\s+/))
      .filter(([, parent, ...args]) => parent === service && /rota-solver|bullmq/.test(args.join(' ')))
      .map(([pid]) => Number(pid));
  };
  /** Sends a problem that takes long, and waits until it is worked on. */
  const beginEndless = async (signal: AbortSignal | null = null) => {
    const answer = fetch(`${stage.url}${apiPath}${path}`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ ...endless, seconds: 120 }),
      signal,
    });
    answer.catch(() => undefined);
    await until(() => searching().length === 1);
    return { answer, pid: searching()[0] ?? 0 };
  };

  beforeAll(async () => {
    stage = await startStands();
    headers = await stage.headers({ id: 'olga', roles: ['person'], via: 'api' });
  });
  afterAll(() => stage.stop());

  it('answers the example of the README with the best rota', async () => {
    const readme = readFileSync(
      new URL('../../../apps/exhibition-stands/README.md', import.meta.url),
      'utf8',
    );
    const example = /-d '(\{[^']*\})'/.exec(readme)?.[1] ?? '';
    const { status, body } = await solve(JSON.parse(example) as object);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      status: 'proven',
      ended: 'finished',
      gap: 0,
      violations: [],
      conflicts: [],
    });
    // Ann would have to be there three times in a row, as Ben is there for the first time and not alone.
    expect(body.assignments).toHaveLength(3);
    expect(body).toMatchObject({
      parts: { short: 1000, days: 4 },
      reasons: { short: [{ people: [{ id: 'ann', why: ['in-a-row'] }, { id: 'ben' }] }] },
    });
  });

  it('says why a slot is short, and why pins cannot be kept', async () => {
    const people = [{ id: 'ann', available: [] }];
    const short = await solve({ people, slots: [slot(9)] });
    expect(short.body).toMatchObject({
      objective: 1000,
      bound: 1000,
      short: [{ slot: 's9', places: 1 }],
      reasons: { short: [{ slot: 's9', people: [{ id: 'ann', why: ['unavailable'] }] }] },
    });
    const pinned = [9, 10, 11].map((hour) => ({ person: 'ann', slot: `s${hour}` }));
    const infeasible = await solve({ people: [{ id: 'ann' }], slots: [9, 10, 11].map(slot), pinned });
    expect(infeasible.body).toMatchObject({
      status: 'infeasible',
      assignments: [],
      conflicts: [{ rule: 'in-a-row', person: 'ann' }],
    });
    expect((await solve({ people: [], slots: [] })).body).toMatchObject({
      status: 'proven',
      assignments: [],
    });
  });

  it('is for people who are signed in', async () => {
    const problem = { people: [], slots: [] };
    expect(await stage.api('POST', path, {}, problem)).toMatchObject({
      status: 403,
      body: { code: 'sign-in-needed' },
    });
    const reading = await stage.headers({ roles: ['person'], via: 'api', access: 'read' });
    expect(await stage.api('POST', path, reading, problem)).toMatchObject({
      status: 403,
      body: { code: 'read-only' },
    });
  });

  it.each<[string, object, number, readonly string[]]>([
    ['nothing', {}, 422, ['people missing', 'slots missing']],
    [
      'fields of other kinds',
      {
        people: [{ id: 'ann', experienced: 'yes', available: [{ from: 'soon', until: at(9), sure: true }] }],
        slots: [{ ...slot(9), need: 1.5, leads: -1 }],
        weights: { fairness: 0.5 },
        seconds: 121,
      },
      422,
      [
        'people.0.experienced wrong-type',
        'people.0.available.0.from not-accepted',
        'people.0.available.0.sure unknown-field',
        'slots.0.need wrong-type',
        'slots.0.leads not-accepted',
        'weights.fairness wrong-type',
        'seconds not-accepted',
      ],
    ],
    [
      'times without length or in seconds',
      {
        people: [],
        slots: [
          { ...slot(9), until: at(9) },
          { ...slot(9), from: '2026-09-27T08:59:30Z' },
        ],
      },
      422,
      ['slots.0.until not-accepted', 'slots.1.from not-accepted'],
    ],
    [
      'ids that come twice or lead nowhere',
      {
        people: [{ id: 'ann' }, { id: 'ann' }],
        slots: [slot(9)],
        pinned: [{ person: 'ben', slot: 's9' }],
        published: [{ person: 'ann', slot: 's10' }],
      },
      422,
      ['people.1.id id-used-twice', 'pinned.0.person unknown-id', 'published.0.slot unknown-id'],
    ],
    [
      'too much',
      {
        people: Array.from({ length: 400 }, (_each, index) => ({ id: `p${index}` })),
        slots: Array.from({ length: 376 }, (_each, index) => ({ ...slot(9), id: `s${index}` })),
      },
      413,
      ['people too-many', 'slots too-many'],
    ],
  ])('names every fault of %s', async (_what, problem, status, faults) => {
    const answer = await solve(problem);
    expect(answer.status).toBe(status);
    expect(answer.body.errors?.map(({ field, code }) => `${field} ${code}`)).toEqual(faults);
  });

  it('works on one at a time, and no longer when whoever asked goes away', async () => {
    const leaving = new AbortController();
    const first = await beginEndless(leaving.signal);
    const second = await fetch(`${stage.url}${apiPath}${path}`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ people: [], slots: [] }),
    });
    expect(second.status).toBe(503);
    expect(second.headers.get('retry-after')).toBe('30');
    expect(await second.json()).toMatchObject({ code: 'busy' });
    leaving.abort();
    await expect(first.answer).rejects.toThrow();
    await until(() => searching().length === 0);
    await until(async () => (await solve({ people: [], slots: [] })).status === 200);
  });

  it('says so when its process is killed, and works on the next', async () => {
    const { answer, pid } = await beginEndless();
    process.kill(pid, 'SIGKILL');
    const response = await answer;
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ code: 'solver-crash' });
    expect(await solve({ people: [], slots: [] })).toMatchObject({ status: 200 });
  });

  it('gives signs of life, and the best rota so far when time is up', async () => {
    const signs: number[] = [];
    const text = await new Promise<string>((resolve, reject) => {
      const sent = request(`${stage.url}${apiPath}${path}`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
      });
      sent.on('information', ({ statusCode }) => signs.push(statusCode));
      sent.on('response', (response) => {
        let body = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
        response.on('end', () => resolve(body));
      });
      sent.on('error', reject);
      sent.end(JSON.stringify({ ...endless, seconds: 10 }));
    });
    expect(signs).toContain(102);
    expect(JSON.parse(text)).toMatchObject({ status: 'within', ended: 'time', violations: [] });
  });

  it('is described', async () => {
    const { body } = await stage.api<{ paths: Record<string, unknown> }>('GET', '/openapi.json', {});
    expect(body.paths[`${apiPath}${path}`]).toMatchObject({ post: { operationId: 'solveRotaProblem' } });
  });
});
