import type { EventOutput } from '../../../apps/events-calendar/src/api/schemas/event.schema.js';
import type { OccurrenceOutput } from '../../../apps/events-calendar/src/api/schemas/lists.schema.js';
import type { Person } from '../signed-in.js';
import {
  allPages,
  fieldsOf,
  member,
  staffProgram,
  startApi,
  type ApiUnderTest,
  type Page,
  type SentProblem,
} from './api-client.js';

const boardMember: Person = {
  id: 'bo',
  name: 'Bo Example',
  roles: ['person', 'board'],
  boards: ['oversight'],
  via: 'api',
};
const otherBoard: Person = { ...boardMember, id: 'ola', boards: ['values'] };
const readers: Readonly<Record<string, Person | undefined>> = {
  visitor: undefined,
  member,
  boardMember,
  otherBoard,
  staff: staffProgram,
};
const by = (reader: Person | undefined) => (reader === undefined ? {} : { as: reader });
const at = (start: string, end: string) => ({ start, end, zone: 'Europe/London' });

describe('reading through the API', () => {
  let api: ApiUnderTest;
  const made = new Map<string, EventOutput>();
  const refOf = (title: string) => made.get(title)?.ref ?? title;

  beforeAll(async () => {
    api = await startApi();
    const joining = (shownTo: string) => ({ url: `https://calls.example.org/${shownTo}`, shownTo });
    const events: [
      { readonly title: string; readonly [field: string]: unknown },
      ('draft' | 'published')?,
    ][] = [
      [{ title: 'Open', joining: joining('public'), series: 'talks', kind: 'workshop', tags: ['housing'] }],
      [
        {
          title: 'Open, link for members',
          joining: joining('members'),
          place: { name: 'City Hall, Cardiff' },
        },
      ],
      [{ title: 'Members', audience: 'members', series: 'members-only' }],
      [{ title: 'Oversight', audience: 'board', board: 'oversight', format: 'hybrid' }],
      [{ title: 'Guests', audience: 'invited' }],
      [{ title: 'A draft' }, 'draft'],
      [
        {
          title: 'Weekly',
          when: at('2027-07-01T10:00', '2027-07-01T11:00'),
          recurrence: {
            rule: 'FREQ=WEEKLY;COUNT=4',
            exceptions: [
              {
                original: '2027-07-08T10:00',
                type: 'changed',
                change: { when: at('2027-07-29T12:00', '2027-07-29T13:00'), joining: joining('members') },
              },
              {
                original: '2027-07-15T10:00',
                type: 'changed',
                change: { format: 'in person', cancelled: { reason: 'Holidays' } },
              },
            ],
          },
        },
      ],
    ];
    for (const [event, status] of events) made.set(event.title, await api.make(event, status));
  });
  afterAll(() => api.stop());

  const seen: Readonly<Record<string, readonly string[]>> = {
    visitor: ['Open', 'Open, link for members', 'Weekly'],
    member: ['Open', 'Open, link for members', 'Members', 'Weekly'],
    boardMember: ['Open', 'Open, link for members', 'Members', 'Oversight', 'Weekly'],
    otherBoard: ['Open', 'Open, link for members', 'Members', 'Weekly'],
    staff: ['Open', 'Open, link for members', 'Members', 'Oversight', 'Guests', 'A draft', 'Weekly'],
  };

  it.each(Object.keys(readers))(
    'shows a %s what is theirs to see, in every list and one by one',
    async (who) => {
      const ask = by(readers[who]);
      const titles = (await allPages<EventOutput>(api, '/events', ask)).map(({ title }) => title);
      expect(titles).toEqual(seen[who]);
      for (const title of made.keys()) {
        const isSeen = seen[who]?.includes(title);
        const one = await api.ask<EventOutput & SentProblem>('GET', `/events/${refOf(title)}`, ask);
        expect([title, one.status]).toEqual([title, isSeen ? 200 : 404]);
        const dates = await api.ask('GET', `/events/${refOf(title)}/occurrences`, ask);
        expect([title, dates.status]).toEqual([title, isSeen ? 200 : 404]);
      }
      const happening = await allPages<OccurrenceOutput>(api, '/occurrences?from=2027-01-01', ask);
      expect(new Set(happening.map(({ title }) => title))).toEqual(
        new Set(seen[who]?.filter((title) => title !== 'A draft')),
      );
    },
  );

  it('says the same of a draft as of nothing', async () => {
    const draft = await api.ask<SentProblem>('GET', `/events/${refOf('A draft')}`, by(member));
    const nothing = await api.ask<SentProblem>('GET', '/events/2027-nothing', by(member));
    const { code, detail } = nothing.body;
    expect(draft.body).toMatchObject({ code, detail });
    for (const odd of ['%00', 'a'.repeat(300), '..%2f..%2fetc', '%F0%9F%8E%89']) {
      expect((await api.ask('GET', `/events/${odd}`)).status).toBe(404);
    }
  });

  it('shows the joining link to those only who may join', async () => {
    const link = async (title: string, reader?: Person) =>
      (await api.ask<EventOutput>('GET', `/events/${refOf(title)}`, by(reader))).body.joining?.url ?? null;
    await expect(link('Open')).resolves.toBe('https://calls.example.org/public');
    await expect(link('Open, link for members')).resolves.toBeNull();
    await expect(link('Open, link for members', member)).resolves.toBe('https://calls.example.org/members');
    const everything = await Promise.all(
      [
        '/events',
        '/occurrences?from=2027-01-01',
        `/events/${refOf('Weekly')}`,
        `/events/${refOf('Weekly')}/occurrences`,
      ].map(async (path) => JSON.stringify((await api.ask('GET', path)).body)),
    );
    for (const body of everything) expect(body).not.toContain('calls.example.org/members');
    const weekly = await api.ask('GET', `/events/${refOf('Weekly')}`, by(member));
    expect(JSON.stringify(weekly.body)).toContain('calls.example.org/members');
  });

  it('keeps the name of a replacement from those who may not know of it', async () => {
    const { ref, version } = await api.make({ title: 'Replaced', kind: 'launch' });
    await api.ask('POST', `/events/${ref}/status`, {
      as: staffProgram,
      json: { status: 'postponed', reason: 'Moved', replacedBy: refOf('A draft') },
      headers: { 'if-match': `"${version}"` },
    });
    const replacement = async (reader?: Person) =>
      (await api.ask<EventOutput>('GET', `/events/${ref}`, by(reader))).body.replacedBy;
    await expect(replacement()).resolves.toBeNull();
    await expect(replacement(staffProgram)).resolves.toBe(refOf('A draft'));
    const listed = await allPages<EventOutput>(api, '/events?kind=launch');
    expect(listed.map(({ replacedBy }) => replacedBy)).toEqual([null]);
  });

  it.each([
    ['kind=workshop', ['Open']],
    ['kind=workshop&format=in+person', []],
    ['format=hybrid&format=in+person', ['Oversight']],
    ['place=cardiff', ['Open, link for members']],
    ['q=guest', ['Guests']],
    ['series=talks', ['Open']],
    ['tag=housing', ['Open']],
    ['status=draft', ['A draft']],
    ['from=2027-07-01&to=2027-07-01', ['Weekly']],
    ['from=2027-07-29T11:30:00Z&to=2027-07-29T11:31:00Z', ['Weekly']],
    ['from=2027-08-01', []],
  ])('finds by %s', async (query, expected) => {
    const found = await allPages<EventOutput>(api, `/events?${query}`, { as: staffProgram });
    expect(found.map(({ title }) => title)).toEqual(expected);
  });

  it.each([
    ['kind=party', 'kind.0 unknown-choice'],
    ['limit=0', 'limit not-accepted'],
    ['limit=201', 'limit not-accepted'],
    ['limit=ten', 'limit wrong-type'],
    ['sort=title', 'sort unknown-field'],
    ['q=a&q=b', 'q wrong-type'],
    ['from=tomorrow', 'from not-accepted'],
    ['from=2027-02-30', 'from date-does-not-exist'],
    ['from=2027-06-02&to=2027-06-01', 'to end-before-start'],
  ])('says what it cannot read of %s', async (query, expected) => {
    const answer = await api.ask<SentProblem>('GET', `/events?${query}`);
    expect(answer.status).toBe(400);
    expect(fieldsOf(answer.body)).toEqual([expected]);
  });

  it.each([
    'rubbish',
    'W10',
    Buffer.from('["_"]').toString('base64url'),
    Buffer.from('{}').toString('base64url'),
  ])('refuses a cursor that it did not make (%s)', async (cursor) => {
    for (const list of ['/events', '/occurrences', '/series', `/events/${refOf('Weekly')}/occurrences`]) {
      const answer = await api.ask<SentProblem>('GET', `${list}?cursor=${cursor}`);
      if (list === '/series' && cursor !== 'rubbish' && answer.status === 200) continue;
      expect([list, answer.status, answer.body.code]).toEqual([list, 400, 'bad-cursor']);
    }
  });

  it('lists the dates of an event that repeats, with what each has of its own', async () => {
    const path = `/events/${refOf('Weekly')}/occurrences?limit=1`;
    const dates = await allPages<OccurrenceOutput>(api, path, { as: member });
    expect(
      dates.map((date) => [date.original, date.when.start, date.status, date.statusReason, date.format]),
    ).toEqual([
      ['2027-07-01T10:00', '2027-07-01T10:00', 'published', null, 'online'],
      ['2027-07-15T10:00', '2027-07-15T10:00', 'cancelled', 'Holidays', 'in person'],
      ['2027-07-22T10:00', '2027-07-22T10:00', 'published', null, 'online'],
      ['2027-07-08T10:00', '2027-07-29T12:00', 'published', null, 'online'],
    ]);
    const listed = await allPages<OccurrenceOutput>(api, '/occurrences?q=weekly&from=2027-01-01&limit=1', {
      as: member,
    });
    expect(listed).toEqual(dates);
  });

  it('lists the series of what the reader may read', async () => {
    const slugs = async (reader?: Person) =>
      (await api.ask<Page<{ slug: string }>>('GET', '/series', by(reader))).body.items.map(
        ({ slug }) => slug,
      );
    await expect(slugs()).resolves.toEqual(['talks']);
    await expect(slugs(member)).resolves.toEqual(['members-only', 'talks']);
  });

  it('tells staff who changed what', async () => {
    const { ref } = await api.make({ title: 'With a history' });
    const path = `/events/${ref}/revisions?limit=1`;
    const history = await allPages<{ action: string; personName: string }>(api, path, { as: staffProgram });
    expect(history.map(({ action, personName }) => [action, personName])).toEqual([
      ['published', 'Sam Example'],
      ['created', 'Sam Example'],
    ]);
  });

  it('repeats and misses nothing while events are added and deleted between pages', async () => {
    const series = 'growing';
    const before: string[] = [];
    for (let number = 1; number <= 7; number += 1) {
      before.push((await api.make({ title: `Growing ${number}`, series })).ref);
    }
    let added = 0;
    const grow = async () => {
      added += 1;
      if (added > 3) return;
      await api.make({ title: `Added ${added}`, series, when: at('2027-05-01T10:00', '2027-05-01T11:00') });
    };
    const events = await allPages<EventOutput>(api, `/events?series=${series}&limit=2`, {}, grow);
    const refs = events.map(({ ref }) => ref);
    expect(new Set(refs).size).toBe(refs.length);
    expect(refs.slice(0, 7)).toEqual(before);
    expect(refs).toHaveLength(10);
    added = 0;
    const path = `/occurrences?series=${series}&from=2027-01-01&limit=2`;
    const occurrences = await allPages<OccurrenceOutput>(api, path, {}, grow);
    const names = occurrences.map(({ event }) => event);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(expect.arrayContaining(before));
  });

  it('is not kept by anybody on the way', async () => {
    const answer = await api.ask('GET', '/events');
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
  });
});
