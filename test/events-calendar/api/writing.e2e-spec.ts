import type { EventOutput } from '../../../apps/events-calendar/src/api/schemas/event.schema.js';
import {
  fieldsOf,
  member,
  newEvent,
  staffProgram,
  startApi,
  type ApiUnderTest,
  type Ask,
  type SentProblem,
} from './api-client.js';

const json = { 'content-type': 'application/json' };

describe('writing through the API', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.stop());

  const create = (ask: Ask) =>
    api.ask<EventOutput & SentProblem>('POST', '/events', { as: staffProgram, ...ask });

  it('makes a draft and says where it is', async () => {
    const made = await create({
      json: {
        ...newEvent,
        title: 'A full event',
        place: { name: 'City Hall', address: 'Cardiff', coordinates: { latitude: 51.5, longitude: 0 } },
        joining: { url: 'https://calls.example.org/officers', shownTo: 'members' },
        description: 'All *about* it.',
        organiser: { name: 'The team', email: 'team@example.org' },
        series: 'officer-calls',
        tags: ['Housing', 'webinar'],
        recurrence: {
          rule: 'FREQ=WEEKLY;COUNT=3',
          exceptions: [
            { original: '2027-06-08T14:00', type: 'removed' },
            {
              original: '2027-06-15T14:00',
              type: 'changed',
              change: { when: { start: '2027-06-16T10:00', end: '2027-06-16T11:00', zone: 'Europe/London' } },
            },
          ],
        },
      },
    });
    expect(made.status).toBe(201);
    expect(made.headers.get('location')).toBe('/api/v1/events-calendar/events/2027-a-full-event');
    expect(made.headers.get('etag')).toBe('"1"');
    expect(made.body).toMatchObject({
      status: 'draft',
      when: {
        start: '2027-06-01T14:00',
        end: '2027-06-01T15:30',
        zone: 'Europe/London',
        startInstant: '2027-06-01T13:00:00Z',
        endInstant: '2027-06-01T14:30:00Z',
      },
      place: { coordinates: { latitude: 51.5, longitude: 0 } },
      organiser: { name: 'The team', email: 'team@example.org', phone: null },
      tags: ['housing', 'webinar'],
    });
    expect(made.body.recurrence?.exceptions[1]).toMatchObject({
      change: { when: { startInstant: '2027-06-16T09:00:00Z' } },
    });
    const read = await api.ask('GET', '/events/2027-a-full-event', { as: staffProgram });
    expect(read.body).toEqual(made.body);
  });

  it.each([
    ['a day', { start: '2027-06-01', end: null, zone: 'Europe/London' }, '2027-05-31T23:00:00Z'],
    ['a month', { start: '2027-06', zone: 'Europe/London' }, '2027-05-31T23:00:00Z'],
    [
      'the second of two equal times',
      { start: '2027-10-31T01:30+00:00', end: '2027-10-31T03:00', zone: 'Europe/London' },
      '2027-10-31T01:30:00Z',
    ],
  ])('keeps %s, and reads back what it says', async (_, when, startInstant) => {
    const made = await create({ json: { ...newEvent, when } });
    expect(made.body.when.startInstant).toBe(startInstant);
    const { start, end, zone } = made.body.when;
    const again = await create({ json: { ...newEvent, when: { start, end, zone } } });
    expect(again.body.when).toEqual(made.body.when);
  });

  it.each([
    ['a field nobody asked for', { status: 'published' }, ['status unknown-field']],
    ['one within another', { place: { name: 'Hall', capacity: 9 } }, ['place.capacity unknown-field']],
    ['a field that is missing', { title: undefined }, ['title missing']],
    ['a field of another type', { title: 7, tags: 'a' }, ['title wrong-type', 'tags wrong-type']],
    ['an unknown choice', { kind: 'party' }, ['kind unknown-choice']],
    [
      'a day that does not exist',
      { when: { ...newEvent.when, start: '2027-02-30T10:00' } },
      ['when.start date-does-not-exist'],
    ],
    [
      'a time that the clocks jump over',
      { when: { ...newEvent.when, start: '2027-03-28T01:30', end: '2027-03-28T04:00' } },
      ['when.start time-does-not-exist'],
    ],
    [
      'an end before the start',
      { when: { ...newEvent.when, end: '2027-06-01T13:00' } },
      ['when.end end-before-start'],
    ],
    ['an unknown zone', { when: { ...newEvent.when, zone: 'Mars/Base' } }, ['when.zone zone-unknown']],
    ['a rule without end', { recurrence: { rule: 'FREQ=WEEKLY' } }, ['recurrence.rule rule-has-no-end']],
    [
      'a month for one date of many',
      {
        recurrence: {
          rule: 'FREQ=WEEKLY;COUNT=2',
          exceptions: [
            {
              original: '2027-06-08T14:00',
              type: 'changed',
              change: { when: { start: '2027-07', zone: 'Europe/London' } },
            },
          ],
        },
      },
      ['recurrence.exceptions.2027-06-08T14:00.when occurrence-of-another-kind'],
    ],
    [
      'several at once',
      { title: ' ', organiser: { name: 'A', email: 'no' }, joining: { url: 'javascript:alert(1)' } },
      ['title missing', 'joining.url not-a-web-address', 'organiser.email not-an-email-address'],
    ],
    ['characters that cannot be kept', { title: 'a\u0000b' }, ['title unprintable-character']],
  ])('refuses %s, and writes nothing', async (_, different, expected) => {
    const refused = await create({ json: { ...newEvent, title: 'Never kept', ...different } });
    expect(refused.status).toBe(422);
    expect(fieldsOf(refused.body)).toEqual(expected);
    const found = await api.ask<{ items: unknown[] }>('GET', '/events?q=never+kept', { as: staffProgram });
    expect(found.body.items).toEqual([]);
  });

  it.each([
    ['JSON that is cut short', { body: '{"title": "A', headers: json }, 400, 'bad-request'],
    ['an empty body', { body: '', headers: json }, 400, 'bad-request'],
    ['a list', { body: '[]', headers: json }, 422, 'fields-need-attention'],
    [
      'keys that would change every object',
      { body: '{"__proto__": {"a": 1}}', headers: json },
      400,
      'bad-request',
    ],
    [
      'a form',
      { body: 'title=A', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      415,
      'unsupported-media-type',
    ],
    ['plain text', { body: '{}', headers: { 'content-type': 'text/plain' } }, 415, 'unsupported-media-type'],
    ['XML', { body: '<a/>', headers: { 'content-type': 'application/xml' } }, 415, 'unsupported-media-type'],
    ['more than a megabyte', { body: `"${'a'.repeat(1_100_000)}"`, headers: json }, 413, 'too-large'],
  ])('cannot read %s', async (_, ask, status, code) => {
    const answer = await create(ask);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('lets nobody write but staff', async () => {
    const draft = await api.make({ title: 'Not yours' }, 'draft');
    const asks: [string, string, object?][] = [
      ['POST', '/events', newEvent],
      ['PUT', `/events/${draft.ref}`, newEvent],
      ['DELETE', `/events/${draft.ref}`],
      ['POST', `/events/${draft.ref}/status`, { status: 'published' }],
      ['POST', `/events/${draft.ref}/duplicate`],
      ['POST', `/events/${draft.ref}/occurrences/2027-06-01/status`, { status: 'published' }],
      ['GET', `/events/${draft.ref}/revisions`],
    ];
    for (const [method, path, body] of asks) {
      for (const as of [undefined, member]) {
        const ask = { ...(as && { as }), ...(body && { json: body }), headers: { 'if-match': '"1"' } };
        const answer = await api.ask<SentProblem>(method, path, ask);
        const code = as === undefined ? 'sign-in-needed' : 'forbidden';
        expect([method, path, answer.status, answer.body.code]).toEqual([method, path, 403, code]);
      }
    }
    const still = await api.ask<EventOutput>('GET', `/events/${draft.ref}`, { as: staffProgram });
    expect(still.body.version).toBe(1);
  });

  it('takes a browser’s word only from our own pages, a program’s from anywhere', async () => {
    const browser = { ...staffProgram, via: 'session' } as const;
    const headers = { 'sec-fetch-site': 'cross-site', origin: 'https://elsewhere.example.org' };
    const forged = await create({ as: browser, json: newEvent, headers });
    expect([forged.status, forged.body.code]).toEqual([403, 'forbidden']);
    const own = await create({ as: browser, json: newEvent, headers: { 'sec-fetch-site': 'same-origin' } });
    expect(own.status).toBe(201);
    const program = await create({ json: newEvent, headers });
    expect(program.status).toBe(201);
  });
});
