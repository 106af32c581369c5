import { randomUUID } from 'node:crypto';
import { runDue } from '../../run-due.js';
import { staffPerson, startStands, type StagedExhibition, type StandsStage } from '../stage.js';
import { withoutExhibitionLock } from '../exhibition-lock-off.js';
import { guestIds, guestSecret, receptionInput, type EventBody } from './events-stage.js';

const racers = 40;
const signedInPerson = { id: 'pat', name: 'Pat Example', roles: ['person'] } as const;

interface Guest {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly dietary: string | null;
  readonly arrived: number;
}

describe('events on a stand', () => {
  let stage: StandsStage;
  let api: Record<string, string>;
  let exhibition: StagedExhibition;

  beforeAll(async () => {
    stage = await startStands();
    api = await stage.headers({ ...staffPerson, via: 'api' });
    exhibition = await stage.exhibition();
  });
  afterAll(() => stage?.stop());

  const events = () => `/exhibitions/${exhibition.id}/events`;

  async function anEvent(different: object = {}): Promise<EventBody> {
    const { status, body } = await stage.api<EventBody>('POST', events(), api, {
      ...receptionInput,
      ...different,
    });
    expect({ status, body }).toMatchObject({ status: 201 });
    return body;
  }

  const step = (id: string, to: string, reason = '') =>
    stage.api<EventBody>('POST', `${events()}/${id}/status`, api, { to, reason });

  /** A published event with guests. */
  async function withGuests(names: readonly string[], capacity: number, plusOnesAllowed = 0) {
    const event = await anEvent({ capacity });
    await step(event.id, 'published');
    const guests = names.map((name) => ({ name, email: `${randomUUID()}@example.org` }));
    const { status } = await stage.api('POST', `${events()}/${event.id}/guests`, api, {
      guests,
      plusOnesAllowed,
    });
    expect(status).toBe(201);
    const ids = await guestIds(stage, event.id);
    const links = names.map((name) => guestSecret(stage, ids[name] ?? ''));
    const answer = (link: string, body: object) =>
      stage.api<{ code?: string }>('POST', `/event-links/${link}`, {}, body);
    const taken = async () => (await stage.api<EventBody>('GET', `${events()}/${event.id}`, api)).body.taken;
    return { event, ids, links, answer, taken };
  }

  const sentAbout = (id: string) =>
    stage.query<{ type: string; payload: { status: string; version: number } }>(
      `SELECT type, payload FROM outbox WHERE payload ->> 'id' = $1 ORDER BY id`,
      [id],
    );

  it('are drafted, published and called off, and others are told of each', async () => {
    const { id } = await anEvent();
    expect(await sentAbout(id)).toEqual([]);
    const refused = await step(id, 'cancelled', 'Too early');
    expect([refused.status, refused.body.errors?.[0]?.code]).toEqual([422, 'move-not-allowed']);
    expect((await step(id, 'published')).body.status).toBe('published');
    const { body: read } = await stage.api<EventBody>('GET', `${events()}/${id}`, api);
    const changed = await stage.api<EventBody>(
      'PUT',
      `${events()}/${id}`,
      { ...api, 'if-match': `"${read.version}"` },
      { ...receptionInput, from: '19:00', until: '21:00' },
    );
    expect(changed.body.startsAt).toBe('2035-09-23T18:00:00Z');
    const stale = await stage.api('PUT', `${events()}/${id}`, { ...api, 'if-match': '"1"' }, receptionInput);
    expect(stale.status).toBe(412);
    expect((await step(id, 'cancelled')).status).toBe(422);
    expect((await step(id, 'cancelled', 'The hall closes early')).body.status).toBe('cancelled');
    const sent = await sentAbout(id);
    expect(sent.map(({ type, payload }) => [type, payload.version])).toEqual([
      ['exhibition-stands.stand-event-published.v1', 2],
      ['exhibition-stands.stand-event-changed.v1', 3],
      ['exhibition-stands.stand-event-cancelled.v1', 4],
    ]);
    expect((await stage.api('DELETE', `${events()}/${id}`, api)).status).toBe(409);
  });

  it('say all that is wrong with them at once', async () => {
    const { status, body } = await stage.api<EventBody>('POST', events(), api, {
      ...receptionInput,
      title: ' ',
      day: '2035-12-25',
      audience: 'friends',
      capacity: 0,
    });
    expect(status).toBe(422);
    expect(body.errors?.map(({ field }) => field)).toEqual(['title', 'day', 'capacity', 'audience']);
  });

  it('are not published before their budget is approved', async () => {
    const { id, budgetStatus } = await anEvent({ budgetPence: 12_000 });
    expect(budgetStatus).toBe('asked');
    const refused = await step(id, 'published');
    expect([refused.status, refused.body.errors?.[0]?.code]).toEqual([422, 'not-ready']);
    const budget = (to: string, note = '') =>
      stage.api<EventBody>('POST', `${events()}/${id}/budget`, api, { to, note });
    expect((await budget('refused')).status).toBe(422);
    expect((await budget('refused', 'Too dear')).body.budgetStatus).toBe('refused');
    expect((await budget('approved')).body.budgetStatus).toBe('approved');
    expect((await step(id, 'published')).status).toBe(200);
  });

  it('have the hosts that they need as a shift of the rota, as long as they take place', async () => {
    const { id, version } = await anEvent({ hostsNeeded: 3 });
    const shift = () =>
      stage.query<{ cover: number; label: string; source: string; starts: string }>(
        `SELECT cover, label, source, to_char(starts_at AT TIME ZONE 'UTC', 'HH24:MI') AS starts
         FROM shifts WHERE stand_event_id = $1`,
        [id],
      );
    expect(await shift()).toEqual([{ cover: 3, label: 'Reception', source: 'event', starts: '17:00' }]);
    const headers = { ...api, 'if-match': `"${version}"` };
    const different = { ...receptionInput, title: 'Drinks', from: '17:00', hostsNeeded: 2 };
    await stage.api('PUT', `${events()}/${id}`, headers, different);
    expect(await shift()).toEqual([{ cover: 2, label: 'Drinks', source: 'event', starts: '16:00' }]);
    expect((await stage.api('DELETE', `${events()}/${id}`, api)).status).toBe(204);
    expect(await shift()).toEqual([]);
    const other = await anEvent({ hostsNeeded: 1 });
    await step(other.id, 'published');
    await step(other.id, 'cancelled', 'Nobody comes');
    const left = await stage.query('SELECT FROM shifts WHERE stand_event_id = $1', [other.id]);
    expect(left).toEqual([]);
  });

  it('are heard of by those whom they are for', async () => {
    const heard = await Promise.all(
      ['public', 'members', 'invited'].map(async (audience) => {
        const { id } = await anEvent({ audience, title: `Meeting for ${audience}` });
        await step(id, 'published');
        return id;
      }),
    );
    const programme = async (headers: Record<string, string>) => {
      const { body } = await stage.api<{ items: { id: string }[] }>(
        'GET',
        `/exhibitions/${exhibition.slug}/programme`,
        headers,
      );
      return heard.map((id) => body.items.some((item) => item.id === id));
    };
    expect(await programme({})).toEqual([true, false, false]);
    expect(await programme(await stage.headers({ ...signedInPerson, via: 'api' }))).toEqual([
      true,
      true,
      false,
    ]);
    const page = async (headers: Record<string, string>) => {
      const text = await (await fetch(`${stage.url}/stands/${exhibition.slug}`, { headers })).text();
      return ['public', 'members', 'invited'].map((audience) => text.includes(`Meeting for ${audience}`));
    };
    expect(await page({})).toEqual([true, false, false]);
    expect(await page(await stage.headers(signedInPerson))).toEqual([true, true, false]);
  });

  it('are answered by link, with whom one brings and what one does not eat, and answered anew', async () => {
    const { event, links, answer, taken, ids } = await withGuests(['Ann', 'Bo'], 3, 2);
    const [ann = '', bo = ''] = links;
    expect((await answer(ann, { answer: 'perhaps' })).status).toBe(422);
    expect((await answer(ann, { answer: 'coming', plusOnes: 3 })).status).toBe(422);
    expect((await answer(ann, { answer: 'coming', plusOnes: 2, dietary: 'No nuts' })).status).toBe(200);
    expect(await taken()).toBe(3);
    const full = await answer(bo, { answer: 'coming' });
    expect([full.status, full.body.code]).toEqual([409, 'event-full']);
    expect((await answer(ann, { answer: 'coming', plusOnes: 1, dietary: 'No nuts' })).status).toBe(200);
    expect((await answer(bo, { answer: 'coming' })).status).toBe(200);
    const list = await stage.api<{ items: Guest[] }>('GET', `${events()}/${event.id}/guests`, api);
    expect(list.body.items.map(({ name, dietary }) => [name, dietary])).toEqual([
      ['Ann', 'No nuts'],
      ['Bo', null],
    ]);
    await answer(ann, { answer: 'not-coming', dietary: 'No nuts' });
    expect(await stage.query('SELECT FROM guest_needs WHERE guest_id = $1', [ids['Ann']])).toEqual([]);
    expect((await answer('x'.repeat(43), { answer: 'coming' })).status).toBe(404);
    const mails = await stage.query<{ number: number }>(
      `SELECT count(*)::int AS number FROM outbox WHERE type LIKE '%mail-requested%' AND payload ->> 'html' LIKE $1`,
      [`%${ann}%`],
    );
    // The invitation, and that they come; not coming is said to nobody.
    expect(mails).toEqual([{ number: 2 }]);
  });

  it('give their last place to one of forty who answer at once', async () => {
    const names = Array.from({ length: racers }, (_, index) => `Guest ${index}`);
    const { links, answer, taken } = await withGuests(names, 1);
    const answers = await Promise.all(links.map((link) => answer(link, { answer: 'coming' })));
    expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([
      200,
      ...Array.from({ length: racers - 1 }, () => 409),
    ]);
    expect(await taken()).toBe(1);
  });

  it('would give it to several without the lock', async () => {
    const { links, answer, taken } = await withGuests(['A', 'B', 'C', 'D'], 1);
    await withoutExhibitionLock(stage, 'event_guests', () =>
      Promise.all(links.map((link) => answer(link, { answer: 'coming' }))),
    );
    expect(await taken()).toBeGreaterThan(1);
  });

  it('show their briefing and guests to the hosts who are named, and to no other volunteer', async () => {
    const { event, links, answer, ids } = await withGuests(['Ann'], 3, 1);
    await answer(links[0] ?? '', { answer: 'coming', plusOnes: 1, dietary: 'Vegan' });
    const [host, other] = [await stage.teamMember(exhibition), await stage.teamMember(exhibition)];
    const brief = await stage.api('PUT', `${events()}/${event.id}/briefing`, api, {
      briefing: 'The minister comes about housing.',
      readers: [host.id],
    });
    expect(brief.status).toBe(200);
    const hosted = (secret: string) =>
      stage.api<{ briefing: string; guests: Guest[] }>('GET', `/team-links/${secret}/events/${event.id}`, {});
    const shown = await hosted(host.secret);
    expect(shown.body.briefing).toBe('The minister comes about housing.');
    expect(shown.body.guests).toMatchObject([{ name: 'Ann', dietary: 'Vegan' }]);
    // How guests are reached is for staff.
    expect(JSON.stringify(shown.body)).not.toContain('@example.org');
    expect((await hosted(other.secret)).status).toBe(404);
    const page = (secret: string, id: string) => fetch(`${stage.url}/stands/team/${secret}/events/${id}`);
    const named = await page(host.secret, event.id);
    expect(await named.text()).toContain('The minister comes about housing.');
    const notNamed = await page(other.secret, event.id);
    expect(notNamed.status).toBe(404);
    expect(await notNamed.text()).not.toContain('minister');
    const arrived = `events/${event.id}/guests/${ids['Ann']}/arrived`;
    const tick = (secret: string) =>
      stage.api<{ guests: Guest[] }>('POST', `/team-links/${secret}/${arrived}`, {}, { arrived: true });
    expect((await tick(other.secret)).status).toBe(404);
    expect((await tick(host.secret)).body.guests[0]?.arrived).toBe(2);
    expect((await tick(host.secret)).body.guests[0]?.arrived).toBe(2);
    expect((await stage.api('GET', `${events()}/${event.id}/guests`, {})).status).toBe(403);
  });

  it('tell whoever is taken off the list, and their calendar, unless there is nothing to tell them', async () => {
    const { event, ids, links, answer } = await withGuests(['Ann', 'Bo'], 5);
    await answer(links[0] ?? '', { answer: 'coming' });
    await answer(links[1] ?? '', { answer: 'not-coming' });
    const list = `${events()}/${event.id}/guests`;
    const remove = async (name: string, from = list) =>
      (await stage.api('DELETE', `${from}/${ids[name]}`, api)).status;
    const addresses = new Map(
      (
        await stage.query<{ name: string; email: string }>(
          'SELECT name, email FROM event_guests WHERE stand_event_id = $1',
          [event.id],
        )
      ).map(({ name, email }) => [name, email]),
    );
    interface Mail {
      readonly subject: string;
      readonly text: string;
      readonly calendar: { readonly method: string; readonly content: string } | null;
    }
    const mailsTo = async (name: string) =>
      (
        await stage.query<{ payload: Mail }>(
          `SELECT payload FROM outbox WHERE type = 'exhibition-stands.mail-requested.v1'
             AND payload -> 'to' ->> 'address' = $1 ORDER BY position`,
          [addresses.get(name)],
        )
      ).map(({ payload }) => payload);
    const entry = (mail: Mail | undefined) => {
      const content = (mail?.calendar?.content ?? '').replaceAll(/\r?\n /g, '');
      return [/^UID:(.*?)\r?$/m, /^SEQUENCE:(\d+)/m, /^STATUS:(\w+)/m].map((line) => line.exec(content)?.[1]);
    };
    const other = await anEvent();
    expect(await remove('Ann', `${events()}/${other.id}/guests`)).toBe(404);
    expect([await remove('Ann'), await remove('Bo')]).toEqual([204, 204]);
    const told = await mailsTo('Ann');
    expect(told.map(({ calendar }) => calendar?.method)).toEqual(['REQUEST', 'REQUEST', 'CANCEL']);
    const [, last, off] = told;
    expect(off?.subject).toBe('Your invitation is taken back: Reception');
    expect(off?.text).not.toContain('/stands/events/');
    expect(off?.calendar?.content).not.toContain('/stands/events/');
    const [uid, sequence, status] = entry(off);
    expect([uid, status]).toEqual([entry(last)[0], 'CANCELLED']);
    expect(Number(sequence)).toBeGreaterThan(Number(entry(last)[1]));
    // Whoever has said no hears nothing more.
    expect(await mailsTo('Bo')).toHaveLength(1);
    expect((await stage.api('GET', `/event-links/${links[0]}`, {})).status).toBe(404);
    // A second press changes nothing, and whoever is invited again is taken in again by their calendar.
    expect(await remove('Ann')).toBe(404);
    const again = { guests: [{ name: 'Ann', email: addresses.get('Ann') }] };
    expect((await stage.api('POST', list, api, again)).status).toBe(201);
    const back = (await mailsTo('Ann')).at(-1);
    expect(back?.calendar?.method).toBe('REQUEST');
    expect(Number(entry(back)[1])).toBeGreaterThanOrEqual(Number(sequence));
    // Nobody has heard of a draft.
    const draft = await anEvent();
    const drafted = `${events()}/${draft.id}/guests`;
    await stage.api('POST', drafted, api, { guests: [{ name: 'Cy', email: 'cy.draft@example.org' }] });
    const { Cy: cy } = await guestIds(stage, draft.id);
    addresses.set('Cy', 'cy.draft@example.org');
    expect((await stage.api('DELETE', `${drafted}/${cy}`, api)).status).toBe(204);
    expect(await mailsTo('Cy')).toEqual([]);
  });

  it('remind those who come or have not answered a day before, once, and forget needs a week after', async () => {
    const { event, ids, links, answer } = await withGuests(['Ann', 'Bo', 'Cy'], 5);
    await answer(links[0] ?? '', { answer: 'coming', dietary: 'No fish' });
    await answer(links[1] ?? '', { answer: 'not-coming' });
    const reminded = async () => {
      const rows = await stage.query<{ name: string }>(
        'SELECT name FROM event_guests WHERE stand_event_id = $1 AND reminded_at IS NOT NULL ORDER BY name',
        [event.id],
      );
      return rows.map(({ name }) => name);
    };
    expect(await reminded()).toEqual([]);
    await stage.query(
      `UPDATE event_guests SET invited_at = now() - interval '3 days' WHERE stand_event_id = $1`,
      [event.id],
    );
    await stage.query(
      `UPDATE stand_events SET starts_at = now() + interval '20 hours', ends_at = now() + interval '22 hours' WHERE id = $1`,
      [event.id],
    );
    const run = () => runDue(stage.system, 'exhibition-stands', 'look-after-guests');
    await run();
    expect(await reminded()).toEqual(['Ann', 'Cy']);
    const needs = () => stage.query('SELECT dietary FROM guest_needs WHERE guest_id = $1', [ids['Ann']]);
    expect(await needs()).toEqual([{ dietary: 'No fish' }]);
    await stage.query(
      `UPDATE stand_events SET starts_at = now() - interval '9 days', ends_at = now() - interval '8 days' WHERE id = $1`,
      [event.id],
    );
    await run();
    expect(await needs()).toEqual([]);
  });

  it('forget who their guests were two years after the exhibition, and keep how many came', async () => {
    const { event, ids, links, answer } = await withGuests(['Ann', 'Bo'], 5, 1);
    await answer(links[0] ?? '', { answer: 'coming', plusOnes: 1 });
    const brief = `${events()}/${event.id}/briefing`;
    await stage.api('PUT', brief, api, { briefing: 'Ann is the minister.', readers: [] });
    const kept = async (monthsAgo: number) => {
      await stage.query(
        `UPDATE exhibitions SET last_day = (now() - make_interval(months => $2, days => 1))::date,
           first_day = least(first_day, (now() - make_interval(months => $2, days => 1))::date) WHERE id = $1`,
        [exhibition.id, monthsAgo],
      );
      await runDue(stage.system, 'exhibition-stands', 'forget-guests');
      const guests = await stage.query<{ name: string; email: string | null; places: number }>(
        `SELECT name, email, 1 + plus_ones AS places FROM event_guests WHERE id = ANY($1) ORDER BY plus_ones DESC`,
        [Object.values(ids)],
      );
      const [written] = await stage.query<{ briefing: string }>(
        'SELECT briefing FROM stand_events WHERE id = $1',
        [event.id],
      );
      return [guests.map(({ name, email, places }) => [name, email !== null, places]), written?.briefing];
    };
    expect(await kept(23)).toEqual([
      [
        ['Ann', true, 2],
        ['Bo', true, 1],
      ],
      'Ann is the minister.',
    ]);
    expect(await kept(24)).toEqual([
      [
        ['No longer kept', false, 2],
        ['No longer kept', false, 1],
      ],
      '',
    ]);
    expect((await stage.api('GET', `/event-links/${links[0]}`, {})).status).toBe(404);
  });
});
