import { startConferences, type Booker, type ConferenceStage, type StagedConference } from './stage.js';

interface Problem {
  readonly code: string;
  readonly detail: string;
  readonly errors?: readonly { readonly field: string; readonly code: string; readonly message: string }[];
}

describe('a booking that makes no sense', () => {
  let stage: ConferenceStage;
  let robin: Booker;
  let conference: StagedConference;
  let other: StagedConference;
  const full = () => conference.tickets['Full'] ?? '';
  beforeAll(async () => {
    stage = await startConferences();
    robin = await stage.booker();
    const setUp = { tickets: { Full: {} }, pools: { House: { capacity: 200 } } };
    [conference, other] = [await stage.conference(setUp), await stage.conference(setUp)];
  });
  afterAll(() => stage.stop());

  const ask = (body: object, at: StagedConference = conference) =>
    stage.api<Problem>('POST', `/conferences/${at.id}/bookings`, robin.api, {
      for: { organisationId: robin.organisationId },
      ...body,
    });

  it.each([
    ['a negative number', () => ({ quantities: { [full()]: -1 } }), /whole number, 0 or more/],
    ['a fraction', () => ({ quantities: { [full()]: 1.5 } }), /whole number, 0 or more/],
    ['a huge number', () => ({ quantities: { [full()]: 1e300 } }), /whole number, 0 or more/],
    ['500 delegates', () => ({ quantities: { [full()]: 500 } }), /at most 100 delegates/],
    ['text', () => ({ quantities: { [full()]: '2' } }), /must be a number/],
    [
      'a ticket of another conference',
      () => ({ quantities: { [other.tickets['Full'] ?? '']: 1 } }),
      /no such ticket/,
    ],
    ['no ticket at all', () => ({ quantities: { "'; DROP TABLE places; --": 1 } }), /no such ticket/],
    ['nothing', () => ({ quantities: {} }), /Choose how many places/],
    [
      'a price of one’s own',
      () => ({ quantities: { [full()]: 1 }, netPence: 1 }),
      /“netPence” cannot be given here/,
    ],
    [
      'a code that is none',
      () => ({ quantities: { [full()]: 1 }, code: '\u0000<b>' }),
      /do not know this code/,
    ],
    ['nobody to book for', () => ({ for: {}, quantities: { [full()]: 1 } }), /“for”/],
  ])('is refused: %s', async (_, body, says) => {
    const answer = await ask(body());
    expect(answer.status).toBe(422);
    expect(answer.body.detail).toMatch(says);
    expect(answer.body.errors?.length).toBeGreaterThan(0);
    await expect(
      stage.query('SELECT FROM bookings WHERE conference_id = $1', [conference.id]),
    ).resolves.toEqual([]);
  });

  it('is refused for a conference that is none, or a draft', async () => {
    const draft = await stage.conference({ tickets: { Full: {} }, columns: { status: 'draft' } });
    expect((await ask({ quantities: {} }, draft)).status).toBe(404);
    expect((await ask({ quantities: {} }, { ...conference, id: 'x%00' })).status).toBe(404);
  });

  it.each([
    [
      'paused',
      { status: 'paused', status_reason: 'The venue is being changed.' },
      /paused: The venue is being changed/,
    ],
    ['over', { first_day: '2020-10-05', last_day: '2020-10-06' }, /is over/],
    ['not open yet', { opens_at: '2034-01-10T09:00:00Z' }, /opens on Tuesday 10 January 2034, 9am/],
    ['closed', { closes_at: '2024-01-10T09:00:00Z' }, /closed on Wednesday 10 January 2024, 9am/],
  ])('is refused while the conference is %s, with what to do', async (_, columns, says) => {
    const shut = await stage.conference({ tickets: { Full: {} }, columns });
    const answer = await ask({ quantities: { [shut.tickets['Full'] ?? '']: 1 } }, shut);
    expect(answer).toMatchObject({ status: 409, body: { code: 'not-on-sale' } });
    expect(answer.body.detail).toMatch(says);
  });

  it('is refused from another site, and by whoever is not signed in', async () => {
    const send = (headers: Readonly<Record<string, string>>) =>
      fetch(`${stage.url}/api/v1/conference-registration/conferences/${conference.id}/bookings`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ for: 'self', quantities: { [full()]: 1 } }),
      }).then(({ status }) => status);
    expect(await send({ ...robin.headers, 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await send({})).toBe(403);
    expect(await send({ ...robin.headers, 'sec-fetch-site': 'same-origin' })).toBe(201);
  });
});
