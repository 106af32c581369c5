import { randomUUID } from 'node:crypto';
import { access } from '../../../apps/exhibition-stands/src/access.js';
import { staffPerson, startStands, type StagedMember, type StandsStage } from '../stage.js';
import {
  bodyFor,
  digests,
  kinds,
  stageFull,
  stageLinks,
  thingNames,
  type FullExhibition,
  type Kind,
} from './rights-stage.js';

const zara = { id: randomUUID(), name: 'Zara Traced', email: 'zara.traced@example.org' };
const yves = { id: randomUUID(), name: 'Yves Traced', email: 'yves.traced@example.org' };

let stage: StandsStage;
let staff: Record<string, string>;
/** Two exhibitions with one of everything. */
let here: FullExhibition;
let elsewhere: FullExhibition;
/** In the team of `here`, with a shift of her own. */
let ada: StagedMember;
let links: Readonly<Record<Kind, string>>;

beforeAll(async () => {
  stage = await startStands();
  staff = { ...(await stage.headers({ ...staffPerson, via: 'api' })), 'if-match': '"1"' };
  here = await stageFull(stage, zara);
  elsewhere = await stageFull(stage, yves);
  // Whom to call is for everybody who has a shift, and would tell what the tests look for.
  await stage.query(`UPDATE exhibitions SET contacts = '[]'`);
  ada = await stage.teamMember(here, { name: 'Ada Example' });
  links = await stageLinks(stage, here.id, ada);
});
afterAll(() => stage?.stop());

interface Call {
  readonly route: string;
  readonly method: string;
  readonly pattern: string;
}

const calls: readonly Call[] = Object.keys(access).map((route) => {
  const [method = '', pattern = ''] = route.split(' ');
  return { route, method, pattern };
});
const isApi = ({ pattern }: Call) => pattern.startsWith('/api/');

/** @param ids what stands for `:id`, `:taskId` and so on */
async function ask(call: Call, ids: Readonly<Record<string, string>>, headers = staff) {
  const path = call.pattern.replaceAll(/:(\w+)/g, (_, name: string) =>
    name === 'format' ? 'csv' : (ids[name] ?? randomUUID()),
  );
  const isWrite = call.method !== 'GET';
  const answer = await fetch(stage.url + path, {
    method: call.method,
    redirect: 'manual',
    headers: {
      ...headers,
      'sec-fetch-site': 'same-origin',
      accept: isApi(call) ? 'application/json' : 'text/html',
      ...(isWrite && {
        'content-type': isApi(call) ? 'application/json' : 'application/x-www-form-urlencoded',
      }),
    },
    ...(isWrite && { body: isApi(call) ? JSON.stringify(bodyFor(call.pattern)) : 'act=no-show&reason=x' }),
  });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

/** Buttons that take something away say of what is not there that it is gone already: a second press. */
const isSecondPress = ({ method, pattern }: Call) =>
  method === 'POST' && !pattern.startsWith('/api/') && /\/(?:delete|remove|pack)$/.test(pattern);

/** Somebody who is not in a shift: the page of the shift. */
const leadsToShift = ({ pattern }: Call) => pattern.endsWith('/rota/shifts/:shiftId/people/:memberId');

/** What the stock’s forms are about comes in the query. */
const needsQuery = ({ pattern }: Call) => /\/stock\/(?:count|hand-out)$/.test(pattern);

/** Names what an address is about besides the exhibition or the link: `:taskId`. */
const things = ({ pattern }: Call): readonly string[] =>
  [...pattern.matchAll(/:(\w+)/g)].flatMap(([, name = '']) => (thingNames.has(name) ? [name] : []));

/** Asks all of them. @returns those that were answered otherwise than by 404, and in no way that says as much */
async function notDenied(
  asked: readonly { readonly call: Call; readonly ids: Readonly<Record<string, string>> }[],
  headers = staff,
): Promise<string[]> {
  const found: string[] = [];
  for (const { call, ids } of asked) {
    const { status } = await ask(call, ids, headers);
    const saysAsMuch = status === 303 && (isSecondPress(call) || leadsToShift(call));
    if (status !== 404 && !saysAsMuch) found.push(`${call.route}: ${status}`);
  }
  return found;
}

describe('what is another exhibition’s', () => {
  const ofThings = (number: number) =>
    calls.filter(
      (call) => /\/(?:exhibitions|manage)\/:id\//.test(call.pattern) && things(call).length >= number,
    );

  it('is not found in one, page or API, whatever is done', async () => {
    const asked = ofThings(1).map((call) => ({ call, ids: { ...elsewhere.ids, id: here.id } }));
    expect(asked.length).toBeGreaterThan(80);
    const before = await digests(stage);
    expect(await notDenied(asked)).toEqual([]);
    expect(await digests(stage)).toEqual(before);
  });

  it('is not found by way of a thing that is this one’s', async () => {
    const asked = ofThings(2).flatMap((call) =>
      things(call).map((name) => ({
        call,
        ids: { ...here.ids, [name]: elsewhere.ids[name] ?? '', id: here.id },
      })),
    );
    expect(asked.length).toBeGreaterThan(8);
    const before = await digests(stage);
    expect(await notDenied(asked)).toEqual([]);
    expect(await digests(stage)).toEqual(before);
  });

  it('is not found by what is no id either', async () => {
    const asked = ofThings(1).flatMap((call) => {
      const ids = Object.fromEntries(things(call).map((name) => [name, 'x']));
      return [
        { call, ids: { ...ids, id: here.id } },
        { call, ids: { ...here.ids, id: 'x' } },
      ];
    });
    expect(await notDenied(asked)).toEqual([]);
  });

  it('is there where it belongs', async () => {
    const asked = ofThings(1).filter((call) => call.method === 'GET' && !leadsToShift(call));
    for (const call of asked) {
      const { status } = await ask(call, { ...here.ids, id: here.id });
      expect([call.route, status]).toEqual([call.route, 200]);
    }
  });

  it('and what is somebody else’s, is not found by a volunteer’s own link', async () => {
    const byLink = calls.filter((call) => call.pattern.includes('/:secret/') && things(call).length > 0);
    expect(byLink.length).toBeGreaterThan(15);
    const asked = byLink.flatMap((call) =>
      [here, elsewhere].map(({ ids }) => ({ call, ids: { ...ids, secret: links.team } })),
    );
    const before = await digests(stage);
    expect(await notDenied(asked, {})).toEqual([]);
    expect(await digests(stage)).toEqual(before);
  });
});

describe('what is held of somebody', () => {
  /** Of Zara, and of what is not for everybody: words that nobody else may come upon. */
  const words = [
    'zara.traced@',
    'sent no photo',
    'Traced is ill',
    'Traced’s fringe',
    'knows the way',
    'arrives late',
    'No nuts',
    'Drinks with',
    'comes about housing',
    'liked it',
    'Asks Zara',
    'Ask Zara',
    'above all',
    'Traced is needed',
    'Flyers',
    'plan.pdf',
    'Apply for the passes',
  ];
  const found = (text: string) => words.filter((word) => text.toLowerCase().includes(word.toLowerCase()));
  const reads = (isOpen: (call: Call) => boolean) =>
    calls.filter((call) => call.method === 'GET' && isOpen(call));

  it('is seen by staff, so that the words are those that are there', async () => {
    const seen = new Set<string>();
    for (const call of reads(({ pattern }) => /\/(?:exhibitions|manage)\/:id(?:\/|$)/.test(pattern))) {
      for (const word of found((await ask(call, { ...here.ids, id: here.id })).text)) seen.add(word);
    }
    expect(words.filter((word) => !seen.has(word))).toEqual([]);
  });

  it('is not seen by others of the team by their links, by guests, by people who are signed in, or by everybody', async () => {
    const person = await stage.headers({ id: randomUUID(), name: 'Pat Example', roles: ['person'] });
    const faults: string[] = [];
    for (const [who, headers] of Object.entries({ 'a visitor': {}, 'somebody who is signed in': person })) {
      for (const call of reads(() => true)) {
        const kind = kindOf(call);
        const ids = { ...here.ids, id: here.id, slug: here.slug, ...(kind && { secret: links[kind] }) };
        for (const word of found((await ask(call, ids, headers)).text)) {
          faults.push(`${who} reads “${word}” at ${call.route}`);
        }
      }
    }
    expect(faults).toEqual([]);
  });
});

/** What the secret in an address leads to; `null`: there is none in it. */
function kindOf({ pattern }: Call): Kind | null {
  const [, first = ''] =
    /(\w+?)(?:-links)?\/:secret/.exec(pattern.replace('event-links', 'events-links')) ?? [];
  return kinds.find((kind) => kind === first) ?? null;
}

describe('a link with a secret', () => {
  const asked = calls.filter(
    (call) => call.method === 'GET' && kindOf(call) !== null && things(call).length === 0,
  );

  it('opens what it is for; that is kept nowhere and found by no search engine', async () => {
    expect(asked.length).toBeGreaterThan(20);
    for (const call of asked.filter((each) => !needsQuery(each))) {
      const { status, headers, text } = await ask(call, { secret: links[kindOf(call) ?? 'team'] }, {});
      expect([call.route, status]).toEqual([call.route, 200]);
      expect([call.route, headers.get('cache-control')]).toEqual([
        call.route,
        expect.stringContaining('no-store'),
      ]);
      expect([call.route, headers.get('x-robots-tag')]).toEqual([call.route, 'noindex']);
      expect(headers.get('referrer-policy')).toBe('same-origin');
      if (text.startsWith('<!')) expect(text).toContain('<meta name="robots" content="noindex');
    }
  });

  it('opens nothing of another kind, and nothing once it is mangled; what is said then does not repeat it', async () => {
    for (const call of asked) {
      const right = links[kindOf(call) ?? 'team'];
      const wrong = [
        ...kinds.flatMap((kind) => (kind === kindOf(call) ? [] : [links[kind]])),
        right.slice(0, -1),
        `${right}A`,
        right.toLowerCase(),
        `${right.slice(0, -1)}%00`,
        ada.id,
      ];
      for (const secret of wrong) {
        const { status, text } = await ask(call, { secret }, {});
        expect([call.route, secret, status]).toEqual([call.route, secret, 404]);
        if (isApi(call)) expect(text).not.toContain(secret.slice(0, 40));
      }
    }
  });

  it('is all that is asked for by whatever writes, so that programs can use it, and pages of other sites cannot', () => {
    const writes = calls.filter(({ method, pattern }) => method !== 'GET' && pattern.includes('/:secret'));
    expect(writes.length).toBeGreaterThan(20);
    expect(writes.filter(({ route }) => access[route] !== 'link').map(({ route }) => route)).toEqual([]);
  });

  it('stands in no table but in the mails that wait, and in no line of the log', async () => {
    const body = JSON.stringify({ answer: 'not-coming' });
    const headers = { 'content-type': 'application/json', 'idempotency-key': randomUUID() };
    const path = `/api/v1/exhibition-stands/event-links/${links.events}`;
    expect((await fetch(stage.url + path, { method: 'POST', headers, body })).status).toBe(200);
    const tables = await stage.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables
       WHERE table_schema = 'exhibition_stands' AND table_name <> 'outbox'`,
    );
    for (const { name } of tables) {
      const rows = await stage.query<{ row: string }>(`SELECT t::text AS row FROM ${name} t`);
      const said = rows.filter(({ row }) => Object.values(links).some((secret) => row.includes(secret)));
      expect([name, said]).toEqual([name, []]);
    }
    const log = stage.system.logs('exhibition-stands');
    expect(log).toContain('/stands/team/:secret');
    for (const secret of Object.values(links)) expect(log).not.toContain(secret);
    expect(log).not.toContain('@example.org');
  });

  it('opens nothing any more once whoever had it has left the team, or the event', async () => {
    await fetch(`${stage.url}/api/v1/exhibition-stands/exhibitions/${here.id}/team/${ada.id}`, {
      method: 'DELETE',
      headers: staff,
    });
    for (const call of asked.filter((each) => kindOf(each) === 'team' || kindOf(each) === 'cover')) {
      const { status } = await ask(call, { secret: links[kindOf(call) ?? 'team'] }, {});
      expect([call.route, status]).toEqual([call.route, 404]);
    }
  });
});
