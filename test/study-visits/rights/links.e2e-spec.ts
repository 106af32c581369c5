import { readPdf } from '../../../libs/pdf/src/testing/read-pdf.js';
import { startHandouts, type HandoutsStage } from '../handouts/handouts-stage.js';
import { told } from '../readiness/told.js';
import { filled, linkKinds, sortRoutes, type LinkedRoute } from './linked.js';
import { dumpOf, othersMarks, stageHome, stageLinks, type Linked } from './rights-stage.js';

const { linked, unknown } = sortRoutes();

/** What forms and programs send that would change something, if they were let. */
const fields = {
  name: 'Mallory',
  email: 'mallory@example.org',
  why: 'x',
  answer: 'x',
  text: 'x',
  reason: 'x',
  relation: 'x',
  agrees: 'yes',
  decision: 'accept',
  version: '0',
  step: 'decline',
};
const bodies: readonly (readonly [RegExp, object])[] = [
  [/\/withdraw$/, { why: 'x' }],
  [/\/replace$/, { name: 'Mallory', email: 'mallory@example.org' }],
  [/\/own-travel$/, { there: null, back: null }],
  [/\/days\/seen$/, { version: 1 }],
  [/\/answers\//, { answer: 'x' }],
  [/\/references$/, { name: 'Mallory', email: 'mallory@example.org', relation: 'x' }],
  [/\/reference-links\/[^/]+$/, { text: 'x' }],
  [/\/decline$/, {}],
];

describe('what a link gives the right to', () => {
  let stage: HandoutsStage;
  let staged: Linked;
  let before: Readonly<Record<string, string>>;

  beforeAll(async () => {
    stage = await startHandouts();
    staged = await stageLinks(stage);
    before = await dumpOf(stage);
  });
  afterAll(() => stage?.stop());

  const pathOf = ({ pattern }: LinkedRoute, secret: string) =>
    filled(pattern, { secret, file: `${secret}.ics` });
  const ask = (one: LinkedRoute, secret: string): Promise<Response> => {
    const path = pathOf(one, secret);
    const url = stage.url + path;
    if (one.method === 'GET') return fetch(url, { redirect: 'manual' });
    const isApi = one.pattern.startsWith('/api/');
    const body = bodies.find(([pattern]) => pattern.test(path))?.[1] ?? {};
    return fetch(url, {
      method: one.method,
      redirect: 'manual',
      headers: {
        'sec-fetch-site': 'same-origin',
        'if-match': '"0"',
        'content-type': isApi ? 'application/json' : 'application/x-www-form-urlencoded',
      },
      body: isApi ? JSON.stringify(body) : new URLSearchParams(fields).toString(),
    });
  };
  /** Some answers are streams that never end. */
  const statusOf = async (one: LinkedRoute, secret: string) => {
    const answer = await ask(one, secret);
    await answer.body?.cancel();
    return answer.status;
  };

  it('is said of every address that has something in it', () => {
    expect(unknown).toEqual([]);
    expect(new Set(linked.map(({ kind }) => kind))).toEqual(new Set(linkKinds));
    // One that is new, and of which nothing is said here, would be found.
    expect(sortRoutes({ 'GET /visits/guides/:secret': 'everyone' }).unknown).toHaveLength(1);
    expect(sortRoutes({ 'GET /visits/mine/rooms/:roomId': ['person'] }).unknown).toHaveLength(1);
  });

  it.each(linked.map((one) => [one.route, one] as const))(
    '%s is refused to every other link',
    async (_, one) => {
      const wrong = [
        ...linkKinds.filter((kind) => kind !== one.kind).map((kind) => [kind, staged.good[kind]] as const),
        ...staged.bad,
      ];
      const met = await Promise.all(
        wrong.map(async ([name, secret]) => {
          const status = await statusOf(one, secret);
          // What is sent may be refused before it is looked whose it is.
          const isRefused =
            status === 404 || (one.method !== 'GET' && [400, 412, 415, 422, 428].includes(status));
          return isRefused ? [] : [`${name}: ${status}`];
        }),
      );
      expect(met.flat()).toEqual([]);
    },
  );

  it('changed nothing where it was refused', async () => {
    expect(await dumpOf(stage)).toEqual(before);
  });

  const pages = linked.filter(
    ({ method, pattern }) => method === 'GET' && !/:(?!secret|file|day\b|item\b)/.test(pattern),
  );

  describe('one that is right', () => {
    let travellers: readonly string[];

    beforeAll(async () => {
      travellers = [staged.leader.secret, await stageHome(stage)];
    });

    it.each(pages.map((one) => [one.route, one] as const))('leads to %s', async (_, one) => {
      const own = [staged.good[one.kind], ...(one.kind === 'traveller' ? travellers : [])];
      const met = await Promise.all(own.map((secret) => statusOf(one, secret)));
      expect([met, met.some((status) => status < 400)]).toEqual([met, true]);
    });
  });

  /** An address for each thing that somebody is asked, where it has one of them in it. */
  const withItems = (one: LinkedRoute): readonly LinkedRoute[] =>
    one.pattern.includes(':item')
      ? Object.keys(told).map((item) => ({ ...one, pattern: one.pattern.replace(':item', item) }))
      : [one];

  const read = async (one: LinkedRoute, secret: string): Promise<string> => {
    const answer = await ask(one, secret);
    if (answer.headers.get('content-type')?.startsWith('text/event-stream')) {
      await answer.body?.cancel();
      return '';
    }
    if (answer.headers.get('content-type') !== 'application/pdf') return answer.text();
    const { pages: sheets } = await readPdf(Buffer.from(await answer.arrayBuffer()));
    return sheets.flatMap(({ places }) => places.map(({ text }) => text)).join(' ');
  };

  it.each(pages.map((one) => [one.route, one] as const))(
    '%s holds nothing of anybody else',
    async (_, one) => {
      const texts = await Promise.all(withItems(one).map((each) => read(each, staged.good[one.kind])));
      const text = texts.join(' ');
      const marks = [...othersMarks, staged.otto.email ?? '', staged.otto.id, staged.otto.secret];
      expect(marks.filter((mark) => text.includes(mark))).toEqual([]);
    },
  );

  it('would be seen where it held something of somebody else', async () => {
    const own = await Promise.all(
      pages
        .filter(({ kind }) => kind === 'traveller')
        .flatMap((one) => withItems(one).map((each) => read(each, staged.otto.secret))),
    );
    const all = own.join(' ');
    expect(othersMarks.filter((mark) => !all.includes(mark))).toEqual([]);
  });

  it('ends with a withdrawal: who withdrew reads of themselves and of nobody and nothing else', async () => {
    const { ann } = staged;
    await stage.query(`UPDATE travellers SET status = 'withdrawn', withdrawn_at = now() WHERE id = $1`, [
      ann.id,
    ]);
    const open: string[] = [];
    for (const one of pages.filter(({ kind }) => kind === 'traveller')) {
      const text = await read(one, ann.secret);
      for (const mark of ['Lee Leader', 'Olive Office', '+44 7700 900111', ...othersMarks])
        if (text.includes(mark)) open.push(`${one.route}: ${mark}`);
    }
    expect(open).toEqual([]);
  });
});
