import { placesAddUp } from '../../apps/conference-registration/src/places/places-add-up.js';
import { stageQuestion } from './booking-stage.js';
import { withoutLock } from './lock-off.js';
import { startRunning, type RunningStage } from './running-stage.js';
import type { Booker, StagedConference } from './stage.js';

interface Problem {
  readonly code: string;
}

interface Applications {
  readonly items: readonly { readonly delegateId: string; readonly name: string; readonly status: string }[];
}

let stage: RunningStage;
let booker: Booker;

beforeAll(async () => {
  stage = await startRunning();
  booker = await stage.booker({ organisationName: 'Rochdale Borough Council' });
});
afterAll(() => stage.stop());

const staged = (capacity: number) =>
  stage.conference({
    tickets: { 'Funded place': { needsApproval: true, price: 5000 } },
    pools: { Fund: { capacity } },
  });

const apply = (conference: StagedConference, names: readonly string[], who = booker) =>
  stage.booked(who, conference, 'Funded place', names);

const applications = async ({ id }: StagedConference) =>
  (await stage.api<Applications>('GET', `/conferences/${id}/applications`, stage.staffApi)).body.items;

const decide = (
  conference: StagedConference,
  delegateIds: readonly string[],
  decision: string,
  reason = 'So it is',
) =>
  stage.api<{ decided: { booking: string; delegates: number[] }[] } & Problem>(
    'POST',
    `/conferences/${conference.id}/applications/decisions`,
    stage.staffApi,
    { delegateIds, decision, reason },
  );

const stands = async (reference: string) =>
  stage.query<{ booking: string; delegates: string[]; places: string[]; invoices: number; pence: number }>(
    `SELECT b.status AS booking,
       array(SELECT d.status FROM delegates d WHERE d.booking_id = b.id ORDER BY d.number) AS delegates,
       array(SELECT p.status FROM places p JOIN delegates d ON d.id = p.delegate_id WHERE p.booking_id = b.id ORDER BY d.number) AS places,
       (SELECT count(*)::int FROM documents i WHERE i.booking_id = b.id AND i.series = 'invoice') AS invoices,
       (SELECT coalesce(sum(gross_pence), 0)::int FROM documents i WHERE i.booking_id = b.id) AS pence
     FROM bookings b WHERE b.reference = $1`,
    [reference],
  );

const subjectsTo = async (address: string) =>
  (
    await stage.query<{ subject: string }>(
      `SELECT payload ->> 'subject' AS subject FROM outbox WHERE payload -> 'to' ->> 'address' = $1 ORDER BY position`,
      [address],
    )
  ).map(({ subject }) => subject);

describe('applications', () => {
  it('are accepted, put on the reserve and declined, each told with its reason', async () => {
    const conference = await staged(5);
    const question = await stageQuestion(stage, conference, 1, { label: 'Why you?', asks_approval: true });
    const reference = await apply(conference, ['Ada Accepted', 'Rita Reserve', 'Dan Declined']);
    await stage.query(
      `INSERT INTO answers (question_id, subject_id, booking_id, delegate_id, value)
       SELECT $1, d.id, d.booking_id, d.id, to_jsonb('<b>Because</b> of ' || d.name) FROM delegates d WHERE d.conference_id = $2`,
      [question, conference.id],
    );
    expect(await stands(reference)).toEqual([
      {
        booking: 'applied',
        delegates: ['applied', 'applied', 'applied'],
        places: ['applied', 'applied', 'applied'],
        invoices: 0,
        pence: 0,
      },
    ]);
    const [ada, rita, dan] = (await applications(conference)).map(({ delegateId }) => delegateId);
    const list = await stage.staff.get(`/conference/manage/${conference.id}/applications`);
    expect(list.text).toContain('3 applications to decide');
    expect(list.text).toContain('Why you? <b>Because</b> of Ada Accepted');
    expect(list.html).not.toContain('<b>Because');
    const path = `/conference/manage/${conference.id}/applications/decide`;
    const form = await stage.staff.get(`${path}?delegate=${ada}`);
    expect(form.text).toContain('Decide about 1 application');
    expect(
      (await stage.staff.post(path, { delegate: ada ?? '', decision: 'decline', reason: ' ' })).status,
    ).toBe(422);
    expect((await stage.staff.post(path, { delegate: ada ?? '' })).status).toBe(422);
    const twice = await Promise.all(
      [1, 2].map(() =>
        stage.staff.post(path, { delegate: ada ?? '', decision: 'accept', reason: 'You speak' }),
      ),
    );
    expect(twice.map(({ status }) => status)).toEqual([303, 303]);
    expect((await decide(conference, [rita ?? ''], 'reserve', 'Many are good')).status).toBe(200);
    expect((await decide(conference, [dan ?? ''], 'decline', 'No more money')).status).toBe(200);
    expect(await stands(reference)).toEqual([
      {
        booking: 'confirmed',
        delegates: ['confirmed', 'reserve', 'declined'],
        places: ['confirmed', 'applied', 'released'],
        invoices: 1,
        pence: 6000,
      },
    ]);
    await expect(placesAddUp(stage.query, conference.id)).resolves.toEqual([]);
    expect(await subjectsTo('adaaccepted@example.org')).toEqual(['You are registered: Annual Conference']);
    expect(await subjectsTo('ritareserve@example.org')).toEqual([
      'Application on the reserve: Annual Conference',
    ]);
    expect(await subjectsTo('dandeclined@example.org')).toEqual([
      'You do not have a place: Annual Conference',
    ]);
    const told = await subjectsTo(booker.email);
    expect(told.filter((subject) => subject === 'Application accepted: Annual Conference')).toHaveLength(1);
    expect(told).toContain('Application on the reserve: Annual Conference');
    const confirmed = await stage.query(
      `SELECT FROM outbox WHERE type = 'conference-registration.delegate-confirmed.v1' AND payload ->> 'id' = $1`,
      [ada],
    );
    expect(confirmed).toHaveLength(1);
    const page = await stage.staff.get(`/conference/manage/bookings/${reference}`);
    expect(page.text).toContain('accepted applications');
    expect(page.text).toContain('Reason: You speak');
    expect((await decide(conference, [rita ?? ''], 'accept', '')).body.decided).toEqual([
      { booking: reference, delegates: [2] },
    ]);
    expect((await decide(conference, [rita ?? '', dan ?? ''], 'accept')).body.decided).toEqual([]);
    expect((await stands(reference))[0]).toMatchObject({ invoices: 2, pence: 12_000 });
  });

  it('of several bookings are accepted together, or none of them', async () => {
    const conference = await staged(2);
    const other = await stage.booker({ organisationName: 'Oldham Council' });
    const references = [await apply(conference, ['One']), await apply(conference, ['Two', 'Three'], other)];
    const ids = (await applications(conference)).map(({ delegateId }) => delegateId);
    expect(await decide(conference, ids, 'accept')).toMatchObject({
      status: 409,
      body: { code: 'sold-out' },
    });
    const before = await Promise.all(references.map(stands));
    expect(before.flat().map(({ booking }) => booking)).toEqual(['applied', 'applied']);
    const refused = await stage.staff.post(`/conference/manage/${conference.id}/applications/decide`, {
      delegate: ids,
      decision: 'accept',
    });
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('Fund');
    expect((await decide(conference, ids.slice(0, 2), 'accept')).status).toBe(200);
    const after = (await Promise.all(references.map(stands))).flat();
    expect(after.map(({ booking, invoices }) => [booking, invoices])).toEqual([
      ['confirmed', 1],
      ['confirmed', 1],
    ]);
  });

  it('are refused to everybody but staff, and for what is not there', async () => {
    const conference = await staged(1);
    await apply(conference, ['One']);
    const [{ delegateId } = { delegateId: '' }] = await applications(conference);
    const other = await staged(1);
    expect((await decide(other, [delegateId], 'accept')).status).toBe(404);
    expect(
      (
        await stage.api('POST', `/conferences/${conference.id}/applications/decisions`, booker.api, {
          delegateIds: [delegateId],
          decision: 'accept',
        })
      ).status,
    ).toBe(403);
    expect((await decide(conference, [delegateId], 'decline', '')).status).toBe(422);
    await decide(conference, [delegateId], 'decline');
    const empty = await stage.staff.get(`/conference/manage/${conference.id}/applications`);
    expect(empty.text).toContain('There is nothing to decide');
  });

  /** Six applications, each of a booking of its own, for the last place. */
  const race = async () => {
    const conference = await staged(1);
    for (const name of ['A', 'B', 'C', 'D', 'E', 'F']) await apply(conference, [`Applicant ${name}`]);
    const ids = (await applications(conference)).map(({ delegateId }) => delegateId);
    return {
      conference,
      accepted: async () => {
        const answers = await Promise.all(ids.map((id) => decide(conference, [id], 'accept')));
        return answers.filter(({ status }) => status === 200).length;
      },
    };
  };

  it('for the last place: one is accepted', async () => {
    const { conference, accepted } = await race();
    expect(await accepted()).toBe(1);
    await expect(placesAddUp(stage.query, conference.id)).resolves.toEqual([]);
  });

  it('without the lock, more would be (so the test above can fail)', async () => {
    const { accepted } = await race();
    expect(await withoutLock(stage, accepted)).toBeGreaterThan(1);
  });
});

it('with a code that has run out since is accepted for what it cost when it was applied for', async () => {
  const conference = await stage.conference({
    tickets: { 'Funded place': { needsApproval: true, price: 5000 } },
    codes: { FUNDED: { priceChange: { kind: 'price', pence: 1000 } } },
  });
  const applied = await stage.api('POST', `/conferences/${conference.id}/confirmed-bookings`, booker.api, {
    for: { organisationId: booker.organisationId },
    code: 'FUNDED',
    delegates: [{ name: 'Ada', ticketTypeId: conference.tickets['Funded place'] }],
    payment: 'invoice',
    billTo: { name: 'Finance', address: 'Town Hall' },
    expectedGrossPence: 0,
    acceptTerms: true,
  });
  expect(applied.status).toBe(201);
  await stage.query(`UPDATE codes SET expires_at = now() WHERE conference_id = $1`, [conference.id]);
  await stage.query('UPDATE conferences SET version = version + 1 WHERE id = $1', [conference.id]);
  const [ada] = await applications(conference);
  expect((await decide(conference, [ada?.delegateId ?? ''], 'accept')).status).toBe(200);
  const [place] = await stage.query<{ pence: number }>(
    `SELECT net_pence AS pence FROM places WHERE conference_id = $1`,
    [conference.id],
  );
  expect(place?.pence).toBe(1000);
});
