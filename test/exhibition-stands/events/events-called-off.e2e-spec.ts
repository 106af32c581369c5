import { randomUUID } from 'node:crypto';
import { strictCheck } from '../../events-calendar/ical/strict-check.js';
import { withoutExhibitionLock } from '../exhibition-lock-off.js';
import { assign } from '../day/day-stage.js';
import { staffPerson, startStands, type StagedExhibition, type StandsStage } from '../stage.js';
import { guestIds, guestSecret, receptionInput, type EventBody } from './events-stage.js';

interface SentMail {
  readonly to: string;
  readonly subject: string;
  readonly calendar: { readonly method: string; readonly content: string } | null;
}

const reason = 'The hall has flooded.';

describe('what is called off', () => {
  let stage: StandsStage;
  let api: Record<string, string>;

  beforeAll(async () => {
    stage = await startStands();
    api = await stage.headers({ ...staffPerson, via: 'api' });
  });
  afterAll(() => stage?.stop());

  const eventsOf = ({ id }: { readonly id: string }) => `/exhibitions/${id}/events`;

  async function anEvent(exhibition: StagedExhibition, different: object = {}): Promise<EventBody> {
    const input = { ...receptionInput, ...different };
    const { status, body } = await stage.api<EventBody>('POST', eventsOf(exhibition), api, input);
    expect({ status, body }).toMatchObject({ status: 201 });
    return body;
  }

  const step = (exhibition: StagedExhibition, id: string, to: string) =>
    stage.api<EventBody>('POST', `${eventsOf(exhibition)}/${id}/status`, api, {
      to,
      reason: to === 'cancelled' ? reason : '',
    });

  const callOff = ({ id }: StagedExhibition) =>
    stage.api<{ code?: string }>(
      'POST',
      `/exhibitions/${id}/status`,
      { ...api, 'if-match': '"1"' },
      { status: 'cancelled', reason },
    );

  /** @returns their addresses, in the order of the names */
  async function invite(exhibition: StagedExhibition, eventId: string, names: readonly string[]) {
    const guests = names.map((name) => ({ name, email: `${randomUUID()}@example.org` }));
    await stage.api('POST', `${eventsOf(exhibition)}/${eventId}/guests`, api, { guests, plusOnesAllowed: 1 });
    return guests.map(({ email }) => email);
  }

  /** Mails that were asked for to these addresses, the oldest first. */
  const mailsTo = (...emails: readonly (string | undefined)[]) =>
    stage.query<SentMail>(
      `SELECT payload #>> '{to,address}' AS to, payload ->> 'subject' AS subject, payload -> 'calendar' AS calendar
       FROM outbox WHERE type = 'exhibition-stands.mail-requested.v1' AND payload #>> '{to,address}' = ANY($1) ORDER BY id`,
      [emails],
    );

  const answer = async (eventId: string, name: string, body: object) => {
    const ids = await guestIds(stage, eventId);
    const secret = guestSecret(stage, ids[name] ?? '');
    const { status } = await stage.api('POST', `/event-links/${secret}`, {}, body);
    expect(status).toBe(200);
    return secret;
  };

  const line = (name: string, { calendar }: SentMail) =>
    new RegExp(`^${name}[^:\r\n]*:(.*)$`, 'm')
      .exec((calendar?.content ?? '').replace(/BEGIN:VTIMEZONE[^]*END:VTIMEZONE/, ''))?.[1]
      ?.trim();

  it('was in guests’ calendars as one entry, which every mail brings up to date', async () => {
    const exhibition = await stage.exhibition();
    const { id } = await anEvent(exhibition);
    const [ann] = await invite(exhibition, id, ['Ann']);
    expect(await mailsTo(ann)).toEqual([]);
    await step(exhibition, id, 'published');
    const secret = await answer(id, 'Ann', { answer: 'coming' });
    // Saying it again, or bringing somebody, tells nothing new.
    await answer(id, 'Ann', { answer: 'coming', plusOnes: 1 });
    const later = { ...receptionInput, from: '19:00', until: '21:00' };
    await stage.api('PUT', `${eventsOf(exhibition)}/${id}`, { ...api, 'if-match': '"2"' }, later);
    const file = await fetch(`${stage.url}/stands/events/${secret}/calendar.ics`);
    await step(exhibition, id, 'cancelled');
    const mails = await mailsTo(ann);
    expect(mails.map(({ subject }) => subject)).toEqual([
      'You are invited: Reception',
      'You are coming: Reception',
      'Another time: Reception',
      'Called off: Reception',
    ]);
    expect(mails.map(({ calendar }) => calendar?.method)).toEqual([
      'REQUEST',
      'REQUEST',
      'REQUEST',
      'CANCEL',
    ]);
    expect(new Set(mails.map((mail) => line('UID', mail)))).toEqual(
      new Set([expect.stringMatching(new RegExp(`^stand-event-${id}@`))]),
    );
    expect(mails.map((mail) => line('SEQUENCE', mail))).toEqual(['2', '2', '3', '4']);
    expect(mails.map((mail) => line('DTSTART', mail))).toEqual([
      '20350923T180000',
      '20350923T180000',
      '20350923T190000',
      '20350923T190000',
    ]);
    expect(mails.map((mail) => line('STATUS', mail))).toEqual([
      'CONFIRMED',
      'CONFIRMED',
      'CONFIRMED',
      'CANCELLED',
    ]);
    expect(mails.map((mail) => line('METHOD', mail))).toEqual(mails.map(({ calendar }) => calendar?.method));
    for (const { calendar } of mails) expect(strictCheck(calendar?.content ?? '')).toEqual([]);
    const own = await file.text();
    expect(strictCheck(own)).toEqual([]);
    expect([line('UID', { calendar: { content: own } } as SentMail), /METHOD|ORGANIZER/.test(own)]).toEqual([
      line('UID', mails[0] as SentMail),
      false,
    ]);
    expect(file.headers.get('content-type')).toContain('text/calendar');
  });

  it('with one event goes from the rota, and its hosts hear of it', async () => {
    const exhibition = await stage.exhibition();
    const { id } = await anEvent(exhibition, { hostsNeeded: 1 });
    await step(exhibition, id, 'published');
    const other = await stage.shift(exhibition, {
      from: '2035-09-23T09:00:00Z',
      until: '2035-09-23T11:00:00Z',
    });
    const [shift] = await stage.query<{ id: string }>('SELECT id FROM shifts WHERE stand_event_id = $1', [
      id,
    ]);
    const host = await stage.teamMember(exhibition, { name: 'Bo Sample' });
    await assign(stage, exhibition, shift?.id ?? '', host);
    await assign(stage, exhibition, other, host);
    await step(exhibition, id, 'cancelled');
    const left = await stage.query<{ shift: string }>(
      'SELECT shift_id AS shift FROM current_assignments WHERE exhibition_id = $1',
      [exhibition.id],
    );
    expect(left).toEqual([{ shift: other }]);
    const [mail, ...more] = await mailsTo(host.email ?? '');
    expect([mail?.calendar?.method, more]).toEqual(['CANCEL', []]);
  });

  it('with an exhibition is each of its events: the page says how many, and guests hear of it once', async () => {
    const exhibition = await stage.exhibition();
    const warning = async () => {
      const headers = await stage.headers(staffPerson);
      const page = await fetch(`${stage.url}${exhibition.manage}/status/cancelled`, { headers });
      return /\d+ events? on the stand[^.]*\./.exec(await page.text())?.[0];
    };
    expect(await warning()).toBeUndefined();
    const [reception, meeting, draft] = [
      await anEvent(exhibition, { hostsNeeded: 2 }),
      await anEvent(exhibition, { title: 'Meet-up', audience: 'public' }),
      await anEvent(exhibition, { title: 'Only an idea' }),
    ];
    const past = await anEvent(exhibition, { title: 'Over' });
    for (const { id } of [reception, meeting, past]) await step(exhibition, id, 'published');
    const [ann, bo, cy] = await invite(exhibition, reception.id, ['Ann', 'Bo', 'Cy']);
    await answer(reception.id, 'Ann', { answer: 'coming' });
    await answer(reception.id, 'Bo', { answer: 'not-coming' });
    await stage.query(
      `UPDATE stand_events SET starts_at = now() - interval '3 hours', ends_at = now() - interval '1 hour' WHERE id = $1`,
      [past.id],
    );
    expect(await warning()).toBe(
      '2 events on the stand are called off, and 2 guests have a mail that they do not take place.',
    );
    expect((await callOff(exhibition)).status).toBe(200);
    const states = await stage.query<{ title: string; status: string; reason: string | null }>(
      'SELECT title, status, status_reason AS reason FROM stand_events WHERE exhibition_id = $1 ORDER BY title',
      [exhibition.id],
    );
    expect(states).toEqual([
      { title: 'Meet-up', status: 'cancelled', reason },
      { title: 'Only an idea', status: 'draft', reason: null },
      { title: 'Over', status: 'published', reason: null },
      { title: 'Reception', status: 'cancelled', reason },
    ]);
    const off = (await mailsTo(ann, bo, cy)).filter(({ calendar }) => calendar?.method === 'CANCEL');
    expect(new Set(off.map(({ to }) => to))).toEqual(new Set([ann, cy]));
    expect(off).toHaveLength(2);
    const told = await stage.query<{ id: string }>(
      `SELECT payload ->> 'id' AS id FROM outbox WHERE type = 'exhibition-stands.stand-event-cancelled.v1'
       AND payload ->> 'exhibitionId' = $1`,
      [exhibition.id],
    );
    expect(new Set(told.map(({ id }) => id))).toEqual(new Set([reception.id, meeting.id]));
    expect(told).toHaveLength(2);
    const cover = await stage.query('SELECT FROM shifts WHERE stand_event_id = $1', [reception.id]);
    expect(cover).toEqual([]);
    // The draft's cover harms nobody, and it can be published no more.
    expect((await step(exhibition, draft.id, 'published')).status).toBe(409);
    expect((await callOff(exhibition)).status).toBe(412);
    expect((await mailsTo(ann, cy)).filter(({ calendar }) => calendar?.method === 'CANCEL')).toHaveLength(2);
  });

  /** Calls an exhibition off with one event published, while another is being published. @returns what is left standing */
  async function race(together: (work: () => Promise<unknown>) => Promise<unknown>) {
    const exhibition = await stage.exhibition();
    const [known, fresh] = [await anEvent(exhibition), await anEvent(exhibition, { title: 'Fresh' })];
    await step(exhibition, known.id, 'published');
    await together(async () => {
      const [off, published] = await Promise.all([
        callOff(exhibition),
        step(exhibition, fresh.id, 'published'),
      ]);
      expect(off.status).toBe(200);
      // Called off before or after: refused, or called off with the rest.
      expect([200, 409]).toContain(published.status);
    });
    const left = await stage.query<{ title: string }>(
      `SELECT v.title FROM stand_events v JOIN exhibitions e ON e.id = v.exhibition_id
       WHERE e.id = $1 AND e.status = 'cancelled' AND v.status = 'published'`,
      [exhibition.id],
    );
    return left.map(({ title }) => title);
  }

  it('leaves no event standing that is published at the same moment', async () => {
    for (let round = 0; round < 8; round += 1) expect(await race((work) => work())).toEqual([]);
  });

  it('would leave one without the lock', async () => {
    expect(await race((work) => withoutExhibitionLock(stage, 'stand_events', work))).toEqual(['Fresh']);
  });
});
