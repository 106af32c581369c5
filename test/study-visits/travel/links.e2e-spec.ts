import { LinkSecrets } from '#platform';
import { staffPerson } from '../stage.js';
import {
  coachInput,
  flightInput,
  homeInput,
  mailsTo,
  startTravel,
  type LegBody,
  type Refused,
  type TravelStage,
} from './travel-stage.js';

interface Link {
  readonly id: string;
  readonly path: string;
  readonly expiresAt: string;
}

interface Manifest {
  readonly passengers: readonly { readonly name: string; readonly seat: string | null }[];
  readonly sent: {
    readonly number: number;
    readonly joined: readonly string[];
    readonly left: readonly string[];
    readonly moved: readonly string[];
    readonly facts: readonly string[];
  } | null;
}

describe('what travellers and drivers read', () => {
  let stage: TravelStage;

  beforeAll(async () => {
    stage = await startTravel();
  });
  afterAll(() => stage?.stop());

  const page = (path: string, init: RequestInit = {}) =>
    fetch(`${stage.url}${path}`, { redirect: 'manual', ...init });
  const secretOf = ({ path }: Pick<Link, 'path'>) => path.split('/').at(-1) ?? '';

  /** A coach with two on it, of whom all is known that there is to know. */
  async function aCoach() {
    const visit = await stage.visit();
    const ann = await stage.traveller(visit, {
      name: 'Ann Featherstonehaugh',
      email: `ann.private.${visit.id.slice(0, 8)}@example.org`,
      organisationName: 'Hidden Borough Council',
      columns: { phone: '+44 7700 900123', job_title: 'Leader of the council' },
    });
    const bo = await stage.traveller(visit, { name: 'Cllr Bo Llewellyn' });
    const coach = await stage.leg(visit, { ...coachInput, note: 'Ask for Mr Secret at the gate.' });
    await stage.put(visit, coach, ann, { seat: '2', bookingReference: 'REF777' });
    await stage.put(visit, coach, bo, { seat: '1' });
    const links = `/visits/${visit.id}/legs/${coach.id}/driver-links`;
    const make = () => stage.ask<Link & Refused>('POST', links);
    return { visit, ann, bo, coach, links, make };
  }

  it('a driver reads seats and first names, and nothing else of anybody', async () => {
    const { ann, bo, make } = await aCoach();
    const { status, body } = await make();
    expect(status).toBe(201);
    // A day after it arrives in Mondragon at 1pm.
    expect(body.expiresAt).toBe('2035-03-12T12:00:00Z');
    expect((await make()).body).toEqual(body);
    const shown = await page(body.path);
    expect(shown.status).toBe(200);
    expect(shown.headers.get('cache-control')).toBe('private, no-store');
    const html = await shown.text();
    const json = JSON.stringify((await stage.api('GET', `/driver-links/${secretOf(body)}`, {})).body);
    for (const text of [html, json]) {
      expect(text).toContain('Ann F.');
      expect(text).toContain('Bo L.');
      expect(text).toContain('White, 49 seats');
      for (const hidden of [
        'Featherstonehaugh',
        'Llewellyn',
        '900123',
        'ann.private',
        'Hidden Borough',
        'Leader of the council',
        'REF777',
        'Secret at the gate',
        ann.id,
        bo.id,
      ]) {
        expect(text).not.toContain(hidden);
      }
    }
    expect(JSON.parse(json)).toMatchObject({
      lines: [
        { number: 1, seat: '1', name: 'Bo L.' },
        { number: 2, seat: '2', name: 'Ann F.' },
      ],
    });
  });

  it('a driver’s link ends when staff end it, when it is a day after the arrival, and with the leg', async () => {
    const { visit, coach, links, make } = await aCoach();
    const first = (await make()).body;
    const path = `/driver-links/${secretOf(first)}`;
    const status = async () => [(await page(first.path)).status, (await stage.api('GET', path, {})).status];
    expect(await status()).toEqual([200, 200]);
    await stage.query(`UPDATE driver_links SET expires_at = now() - interval '1 second' WHERE id = $1`, [
      first.id,
    ]);
    expect(await status()).toEqual([404, 404]);
    await stage.query(`UPDATE driver_links SET expires_at = now() + interval '1 minute' WHERE id = $1`, [
      first.id,
    ]);
    expect(await status()).toEqual([200, 200]);
    expect((await stage.ask('DELETE', `${links}/${first.id}`)).status).toBe(204);
    expect((await stage.ask('DELETE', `${links}/${first.id}`)).status).toBe(204);
    expect(await status()).toEqual([404, 404]);
    const second = (await make()).body;
    expect(second.path).not.toBe(first.path);
    expect((await page(second.path)).status).toBe(200);
    const other = await stage.leg(visit);
    expect(
      (await stage.ask('DELETE', `/visits/${visit.id}/legs/${other.id}/driver-links/${second.id}`)).status,
    ).toBe(404);
    await stage.ask('POST', `/visits/${visit.id}/legs/${coach.id}/cancel`, { reason: 'No coach.' });
    expect((await page(second.path)).status).toBe(404);
    expect((await make()).body.code).toBe('leg-cancelled');
  });

  it('a driver’s link that still leads there can be ended once the visit is over, and no other is made', async () => {
    const { visit, coach, make } = await aCoach();
    const headers = await stage.headers(staffPerson);
    const path = `${visit.manage}/travel/${coach.id}`;
    const shown = async () => (await page(path, { headers })).text();
    expect(await shown()).toContain('Make a link for the driver');
    const link = (await make()).body;
    await stage.query(`UPDATE visits SET status = 'over' WHERE id = $1`, [visit.id]);
    expect(await shown()).toContain('End this link');
    const ended = await page(`${path}/driver-links/${link.id}/end`, {
      method: 'POST',
      headers: { ...headers, 'sec-fetch-site': 'same-origin' },
    });
    expect(ended.status).toBe(303);
    expect((await page(link.path)).status).toBe(404);
    expect(await shown()).not.toContain('The driver’s copy');
  });

  it('no link leads anywhere but to what it is for', async () => {
    const { visit, ann, coach, make } = await aCoach();
    const driver = secretOf((await make()).body);
    const links = new LinkSecrets<'driver' | 'traveller'>(
      stage.system.secrets.links,
      'links to study visits',
    );
    const secrets = {
      traveller: ann.secret,
      driver,
      'made of the leg': links.secretOf('driver', coach.id),
      'made of the traveller': links.secretOf('driver', ann.id),
      'a traveller of the link': links.secretOf('traveller', coach.id),
      none: 'x',
    };
    const met: Record<string, readonly number[]> = {};
    for (const [name, secret] of Object.entries(secrets)) {
      met[name] = await Promise.all([
        page(`/visits/travellers/${secret}/travel`).then((answer) => answer.status),
        page(`/visits/travellers/${secret}/travel/own`).then((answer) => answer.status),
        page(`/visits/drivers/${secret}`).then((answer) => answer.status),
        stage.api('GET', `/traveller-links/${secret}/travel`, {}).then((answer) => answer.status),
        stage
          .api('PUT', `/traveller-links/${secret}/own-travel`, {}, { there: null, back: null })
          .then((answer) => answer.status),
        stage.api('GET', `/driver-links/${secret}`, {}).then((answer) => answer.status),
      ]);
    }
    expect(met).toEqual({
      traveller: [200, 200, 404, 200, 200, 404],
      driver: [404, 404, 200, 404, 404, 200],
      'made of the leg': [404, 404, 404, 404, 404, 404],
      'made of the traveller': [404, 404, 404, 404, 404, 404],
      'a traveller of the link': [404, 404, 404, 404, 404, 404],
      none: [404, 404, 404, 404, 404, 404],
    });
    // Neither is any right to what staff have.
    for (const part of ['', `/${coach.id}`, `/${coach.id}/manifest.pdf`, '/export.csv']) {
      expect((await page(`${visit.manage}/travel${part}`)).status).toBe(403);
    }
  });

  it('a traveller reads what is theirs alone, and nothing once they have withdrawn', async () => {
    const { visit, ann, bo, coach } = await aCoach();
    await stage.leg(visit, { ...flightInput, title: 'Without her' });
    const html = await (await page(`/visits/travellers/${ann.secret}/travel`)).text();
    for (const part of ['REF777', 'Seat', '12 noon Madrid time', 'Under the big clock', '1 hour']) {
      expect(html).toContain(part);
    }
    for (const hidden of ['Without her', bo.name, 'Bo L', 'Secret at the gate']) {
      expect(html).not.toContain(hidden);
    }
    const { body } = await stage.api<{ legs: readonly LegBody[] }>(
      'GET',
      `/traveller-links/${ann.secret}/travel`,
      {},
    );
    expect(body.legs.map(({ id }) => id)).toEqual([coach.id]);
    expect(JSON.stringify(body)).not.toContain(bo.id);
    await stage.query(`UPDATE travellers SET status = 'withdrawn', withdrawn_at = now() WHERE id = $1`, [
      ann.id,
    ]);
    expect((await page(`/visits/travellers/${ann.secret}/travel`)).status).toBe(404);
  });

  it('somebody says by their link how they travel on their own, to the minute of their clock', async () => {
    const { visit, ann } = await aCoach();
    const path = `/traveller-links/${ann.secret}/own-travel`;
    const back = {
      place: 'San Sebastián',
      when: { day: '2035-03-16', time: '09:15', zone: 'Europe/Madrid' },
    };
    const said = await stage.api<{ journeys: readonly object[] }>('PUT', path, {}, { back });
    expect(said).toMatchObject({
      status: 200,
      body: { journeys: [{ way: 'back', place: 'San Sebastián', when: { at: '2035-03-16T08:15:00Z' } }] },
    });
    const late = { ...back, when: { ...back.when, day: '2035-03-19' } };
    const refused = await stage.api<Refused>('PUT', path, {}, { back: late });
    expect([refused.status, refused.body.errors?.[0]]).toMatchObject([
      422,
      { field: 'back.when', code: 'outside-the-visit' },
    ]);
    const before = { ...back, when: { ...back.when, day: '2035-03-10' } };
    const order = await stage.api<Refused>('PUT', path, {}, { there: back, back: before });
    expect(order.body.errors?.[0]).toMatchObject({ field: 'back.when', code: 'end-before-start' });
    await stage.query(`UPDATE visits SET status = 'over' WHERE id = $1`, [visit.id]);
    expect((await stage.api<Refused>('PUT', path, {}, { back: null })).body.code).toBe('visit-ended');
  });

  it('a manifest tells what changed since it was sent, and what is kept of it names nobody', async () => {
    const { visit, ann, bo, coach } = await aCoach();
    const path = `/visits/${visit.id}/legs/${coach.id}`;
    const send = () => stage.ask<Manifest>('POST', `${path}/manifest/sent`);
    expect((await send()).body.sent).toEqual({
      number: 1,
      at: expect.any(String),
      joined: [],
      left: [],
      moved: [],
      facts: [],
    });
    // Sent as it is already, it is the same version.
    expect((await send()).body.sent?.number).toBe(1);
    const cy = await stage.traveller(visit, { name: 'Cy Example' });
    await stage.ask('DELETE', `${path}/travellers/${ann.id}`);
    await stage.put(visit, coach, bo, { seat: '2' });
    await stage.put(visit, coach, cy);
    const leg = (await stage.ask<LegBody>('GET', path)).body;
    await stage.ask('PUT', path, { ...coachInput, vehicle: 'Blue' }, { 'if-match': `"${leg.version}"` });
    const { body } = await stage.ask<Manifest>('GET', `${path}/manifest`);
    expect(body.sent).toMatchObject({
      number: 1,
      joined: [cy.id],
      left: [ann.id],
      moved: [bo.id],
      facts: ['Vehicle'],
    });
    expect((await send()).body.sent?.number).toBe(2);
    const [{ kept } = { kept: '' }] = await stage.query<{ kept: string }>(
      'SELECT string_agg(m::text, $2) AS kept FROM sent_manifests m WHERE leg_id = $1',
      [coach.id, ' '],
    );
    for (const name of ['Featherstonehaugh', 'Llewellyn', 'Cy Example']) expect(kept).not.toContain(name);
    const empty = await stage.leg(visit);
    const nobody = await stage.ask<Refused>('POST', `/visits/${visit.id}/legs/${empty.id}/manifest/sent`);
    expect(nobody.body.code).toBe('nobody-on-it');
  });

  it('travellers are told of their legs once, and again of what is different', async () => {
    const { visit, ann, bo, coach } = await aCoach();
    const nobody = await stage.traveller(visit, { name: 'No Address', email: null });
    const flight = await stage.leg(visit);
    for (const traveller of [ann, bo, nobody])
      await stage.put(visit, flight, traveller, { bookingReference: 'X7KQ2P' });
    const telling = `/visits/${visit.id}/travel/telling`;
    const tell = () => stage.ask<{ mails: number; unreachable: number }>('POST', telling);
    expect((await tell()).body).toEqual({ mails: 2, unreachable: 1 });
    expect((await tell()).body).toEqual({ mails: 0, unreachable: 1 });
    const [first] = await mailsTo(stage, ann.email);
    expect(first).toMatchObject({ kind: 'visit-links' });
    expect(first?.subject).toBe('Your journey: Mondragon');
    expect(first?.text).toContain('7.40am London time');
    expect(first?.text).toContain('10.30am Madrid time');
    expect(first?.text).toContain(`/visits/travellers/${ann.secret}/travel`);
    const data = [...(first?.html ?? '').matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)];
    expect(data.map(([, json]) => JSON.parse(json ?? ''))).toMatchObject([
      {
        '@type': 'FlightReservation',
        reservationNumber: 'X7KQ2P',
        underName: { name: ann.name },
        reservationFor: {
          flightNumber: '540',
          airline: { iataCode: 'BA' },
          departureTime: '2035-03-11T07:40:00+00:00',
          arrivalTime: '2035-03-11T10:30:00+01:00',
        },
      },
      {
        '@type': 'BusReservation',
        reservationNumber: 'REF777',
        reservedTicket: { ticketedSeat: { seatNumber: '2' } },
      },
    ]);
    await stage.ask('DELETE', `/visits/${visit.id}/legs/${coach.id}/travellers/${ann.id}`);
    const home = await stage.leg(visit, homeInput);
    await stage.put(visit, home, ann);
    await stage.put(visit, flight, ann, { bookingReference: 'NEW123' });
    const { body } = await stage.ask<{ items: readonly { travellerId: string; state: string }[] }>(
      'GET',
      telling,
    );
    expect(Object.fromEntries(body.items.map(({ travellerId, state }) => [travellerId, state]))).toEqual({
      [ann.id]: 'changed',
      [bo.id]: 'told',
      [nobody.id]: 'not-told',
    });
    expect((await tell()).body).toEqual({ mails: 1, unreachable: 1 });
    const [, second] = await mailsTo(stage, ann.email);
    expect(second?.subject).toBe('Your journey has changed: Mondragon');
    const text = second?.text.replaceAll(/\s+/g, ' ');
    expect(text).toContain('You are on Flight BA 541 now.');
    expect(text).toContain('You are not on Coach to the hotel any more.');
    expect(text).toContain('“Booking reference” is now: NEW123. It was: X7KQ2P.');
  });
});
