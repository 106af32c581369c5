import pg from 'pg';
import { outlineOf, readPdf } from '../../../libs/pdf/src/testing/read-pdf.js';
import { until } from '../../until.js';
import { secrets, told } from '../readiness/told.js';
import type { StagedTraveller } from '../stage.js';
import { startBriefings, type AfternoonVisit, type BriefingsStage } from './briefings-stage.js';

describe('briefings', () => {
  let stage: BriefingsStage;

  beforeAll(async () => {
    stage = await startBriefings();
    // What was due last is seen to at a start.
    await stage.brief();
  });
  afterAll(() => stage?.stop());

  const talk = (visit: AfternoonVisit, more: object = {}) =>
    stage.add(visit.id, {
      kind: 'visit',
      title: 'CADIAI',
      day: visit.tomorrow,
      from: '09:00',
      until: '11:00',
      stop: { name: 'Town hall', address: 'Piazza Maggiore 6\nBologna', point: { lat: 44.494, lon: 11.342 } },
      bufferMinutes: 15,
      description: 'Why it matters: they own it.',
      ...more,
    });
  const own = ({ secret }: StagedTraveller, day: string, file = '') =>
    `/visits/travellers/${secret}/briefings/${day}${file}`;

  it('are mailed the evening before, once, each with the traveller’s own day', async () => {
    const visit = await stage.afternoon();
    const [ada, bo] = [await stage.traveller(visit, { name: 'Ada Open' }), await stage.traveller(visit)];
    await stage.traveller(visit, {
      part: 'leader',
      name: 'Lee Leader',
      columns: { phone: '+44 7700 900111' },
    });
    const gone = await stage.traveller(visit, { status: 'withdrawn' });
    await talk(visit);
    const { body: split } = await stage.api<{ id: string; groups: { id: string }[] }>(
      'POST',
      `/visits/${visit.id}/itinerary/splits`,
      stage.staff,
      { name: 'Afternoon', groups: ['Bank', ''] },
    );
    await stage.api(
      'PUT',
      `/visits/${visit.id}/itinerary/splits/${split.id}/members`,
      { ...stage.staff, 'if-match': '"1"' },
      {
        members: [{ travellerId: ada.id, groupId: split.groups[0]?.id }],
      },
    );
    const groupIds = [split.groups[0]?.id];
    await talk(visit, { title: 'The bank', from: '14:00', until: '16:00', groupIds, stop: null });
    await stage.publish(visit.id, 1);
    const words = { words: 'We walk a lot.', bring: 'Good shoes' };
    const path = `/visits/${visit.id}/briefings/${visit.tomorrow}/words`;
    const saved = await stage.api('PUT', path, { ...stage.staff, 'if-match': '"0"' }, words);
    expect(saved.status).toBe(200);
    await stage.brief();
    await stage.brief();
    const [mail, ...more] = await stage.mails(ada);
    expect(more).toEqual([]);
    expect(mail?.kind).toBe('visit-links');
    expect(mail?.subject).toMatch(/^Tomorrow, .+: Emilia-Romagna$/);
    for (const text of [
      'Be at Town hall, Piazza Maggiore 6, Bologna by 8.45am: CADIAI',
      'We walk a lot.',
      'Good shoes',
      'Why it matters: they own it.',
      'The bank',
      'Lee Leader, Leads the visit, +44 7700 900111',
      'Sam Staff, Visits office, +44 161 496 0000',
      own(ada, visit.tomorrow),
    ]) {
      expect(mail?.text).toContain(text);
    }
    expect(mail?.text).not.toContain('No Number');
    const [other] = await stage.mails(bo);
    expect(other?.text).toContain('CADIAI');
    expect(other?.text).not.toContain('The bank');
    expect(await stage.mails(gone)).toEqual([]);
  });

  it('say what is reserved, for programs', async () => {
    const visit = await stage.afternoon();
    const ada = await stage.traveller(visit, { name: 'Ada “A” </script>' });
    await talk(visit);
    await talk(visit, { kind: 'free', title: 'Free', from: '16:00', until: '17:00' });
    await stage.publish(visit.id, 1);
    await stage.brief();
    const [mail] = await stage.mails(ada);
    const scripts = [
      ...(mail?.html ?? '').matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs),
    ];
    expect(scripts.map(([, json]) => JSON.parse(json ?? ''))).toMatchObject([
      {
        '@type': 'ReservationPackage',
        underName: { name: 'Ada “A” </script>' },
        subReservation: [
          {
            '@type': 'EventReservation',
            reservationFor: { name: 'CADIAI', location: { name: 'Town hall' } },
          },
        ],
      },
    ]);
  });

  it('are not mailed before their time, of a day without anything, of a visit that is off, or if staff say so', async () => {
    const early = await stage.afternoon({ sendAt: '23:00' });
    const off = await stage.afternoon({ status: 'cancelled' });
    const silent = await stage.afternoon();
    const empty = await stage.afternoon();
    const travellers = await Promise.all([early, off, silent, empty].map((visit) => stage.traveller(visit)));
    await stage.query('UPDATE briefing_settings SET is_sending = false WHERE visit_id = $1', [silent.id]);
    for (const visit of [early, silent]) {
      await talk(visit);
      await stage.publish(visit.id, 1);
    }
    await talk(empty, { title: 'Not published' });
    await stage.brief();
    expect(await Promise.all(travellers.map(stage.mails))).toEqual([[], [], [], []]);
  });

  it('say what is different from what they have not yet seen, and not what they have', async () => {
    const visit = await stage.afternoon({ sendAt: '23:00' });
    const [ada, bo] = [await stage.traveller(visit), await stage.traveller(visit)];
    const item = await talk(visit);
    await stage.publish(visit.id, 1);
    const put = await stage.api(
      'PUT',
      `/visits/${visit.id}/itinerary/items/${item.id}`,
      { ...stage.staff, 'if-match': '"1"' },
      { kind: 'visit', title: 'CADIAI', day: visit.tomorrow, from: '10:00', until: '11:00' },
    );
    expect(put.status).toBe(200);
    await stage.publish(visit.id, 2);
    await stage.send(`/visits/travellers/${bo.secret}/days`, { version: '2' }, {});
    await stage.query(`UPDATE briefing_settings SET send_at = '14:00' WHERE visit_id = $1`, [visit.id]);
    await stage.brief();
    const [[first], [second]] = [await stage.mails(ada), await stage.mails(bo)];
    expect(first?.text).toMatch(
      /What is different[^]*Changed: [^]*When: [^]*10am to 11am \(was [^]*9am to 11am\)/,
    );
    expect(second?.text).toContain('10am to 11am');
    expect(second?.text).not.toContain('What is different');
  });

  /** Has another process claim a traveller's day, and ours meet it there for certain. */
  const meeting = async (who: StagedTraveller, visit: AfternoonVisit, end: 'COMMIT' | 'ROLLBACK') => {
    const other = new pg.Client({ connectionString: stage.system.databaseUrl('study-visits') });
    await other.connect();
    try {
      await other.query('BEGIN');
      await other.query(
        'INSERT INTO briefing_mails (traveller_id, day, visit_id, number, sent_at) VALUES ($1, $2, $3, 1, now())',
        [who.id, visit.tomorrow, visit.id],
      );
      const ours = stage.brief();
      await until(async () => {
        const { rows } = await other.query(
          `SELECT FROM pg_locks l JOIN pg_stat_activity a USING (pid)
           WHERE NOT l.granted AND a.datname = current_database()`,
        );
        return rows.length > 0;
      });
      await other.query(end);
      await ours;
    } finally {
      await other.end();
    }
  };

  it.each([
    ['COMMIT', 0],
    ['ROLLBACK', 1],
  ] as const)(
    'are mailed by one of two processes that are at the same (the other: %s)',
    async (end, count) => {
      const visit = await stage.afternoon();
      const who = await stage.traveller(visit);
      await talk(visit);
      await stage.publish(visit.id, 1);
      await meeting(who, visit, end);
      expect(await stage.mails(who)).toHaveLength(count);
    },
  );

  it('are pages of their own, in versions, with what changed marked in words, and tagged PDFs', async () => {
    const visit = await stage.afternoon({ sendAt: '23:00' });
    const [ada, bo] = [await stage.traveller(visit), await stage.traveller(visit)];
    const item = await talk(visit);
    await stage.publish(visit.id, 1);
    const first = await stage.page(own(ada, visit.tomorrow));
    expect(first.status).toBe(200);
    expect(first.text).toContain('Version 1 of');
    expect(first.text).toContain('by 8.45am: CADIAI');
    // Looking again makes no other version.
    expect((await stage.page(own(ada, visit.tomorrow))).text).toContain('Version 1 of');
    await stage.api('POST', `/visits/${visit.id}/itinerary/items/${item.id}/cancellation`, stage.staff, {
      reason: 'The hall is closed.',
    });
    await talk(visit, { title: 'The university', from: '10:00', until: '11:00', bufferMinutes: 0 });
    await stage.publish(visit.id, 2);
    const second = await stage.page(own(ada, visit.tomorrow));
    expect(second.text).toContain('Version 2 of');
    expect(second.text).toMatch(/CADIAI[^]*Cancelled[^]*The hall is closed\./);
    expect(second.text).toMatch(/The university[^]*>\s*New\s*</);
    const answer = await fetch(stage.url + own(ada, visit.tomorrow, '/briefing.pdf'));
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    const pdf = await readPdf(Buffer.from(await answer.arrayBuffer()));
    expect([pdf.isMarked, pdf.showsTitle, pdf.language]).toEqual([true, true, 'en-GB']);
    expect(pdf.pages.flatMap(({ untagged }) => untagged)).toEqual([]);
    const outline = pdf.pages.flatMap(({ structure }) => outlineOf(structure)).join('\n');
    expect(outline).toMatch(/H1 Briefing for/);
    expect(outline).toMatch(/H3 10am to 11am[^\n]*The university/);
    const api = await stage.api<{ version: number; things: { mark: string }[] }>(
      'GET',
      `/traveller-links/${ada.secret}/briefings/${visit.tomorrow}`,
      {},
    );
    expect(api.body).toMatchObject({ version: 2, things: [{ mark: 'cancelled' }, { mark: 'new' }] });
    // Theirs is a paper of its own.
    expect((await stage.page(own(bo, visit.tomorrow))).text).toContain('Version 1 of');
  });

  it('are nobody else’s, of no other day, and of nobody who does not travel', async () => {
    const visit = await stage.afternoon();
    const gone = await stage.traveller(visit, { status: 'withdrawn' });
    const ada = await stage.traveller(visit);
    await talk(visit);
    await stage.publish(visit.id, 1);
    const status = async (path: string) => (await stage.page(path)).status;
    expect(await status(own({ ...ada, secret: 'x'.repeat(ada.secret.length) }, visit.tomorrow))).toBe(404);
    for (const day of ['2001-01-01', 'tomorrow', '2035-02-30']) expect(await status(own(ada, day))).toBe(404);
    expect((await stage.page(own(ada, visit.today))).text).toContain(
      'Nothing is planned for you on this day',
    );
    expect(await status(own(ada, visit.today, '/briefing.pdf'))).toBe(404);
    const empty = await stage.page(own(gone, visit.tomorrow));
    expect(empty.text).not.toContain('CADIAI');
    const papers = await stage.query(`SELECT FROM papers WHERE visit_id = $1 AND kind = 'briefing'`, [
      visit.id,
    ]);
    expect(papers).toEqual([]);
    expect(await status(`${visit.manage}/briefings`)).not.toBe(200);
  });

  it('tell staff all of a day: who hosts, who eats in numbers without names, and who was mailed it', async () => {
    const visit = await stage.afternoon();
    const [ada, bo] = [await stage.traveller(visit, { name: 'Ada Open' }), await stage.traveller(visit)];
    await stage.traveller(visit, { name: 'Nowhere Reached', email: null });
    const { body: host } = await stage.api<{ id: string }>('POST', '/hosts', stage.staff, {
      name: 'Coop Finta',
      kind: 'social-care',
      contacts: [{ name: 'Carla Finta', role: 'Visits', phone: '+39 051 000', email: null }],
    });
    await talk(visit, { hostId: host.id, needsInterpreter: true, notes: 'Bring a gift.' });
    await talk(visit, { kind: 'meal', title: 'Lunch', from: '12:00', until: '13:00' });
    await stage.publish(visit.id, 1);
    const tell = (who: StagedTraveller, body: object) =>
      stage.api('PUT', `/traveller-links/${who.secret}/readiness/dietary`, { 'if-match': '"0"' }, body);
    expect((await tell(ada, told.dietary)).status).toBe(200);
    expect((await tell(bo, { text: null, hasAgreed: false })).status).toBe(200);
    await stage.brief();
    const day = `${visit.manage}/briefings/${visit.tomorrow}`;
    const { text } = await stage.page(day, stage.staffPages);
    for (const words of ['Coop Finta', 'Carla Finta', 'tel:+39051000', 'Bring a gift.', 'Missing']) {
      expect(text).toContain(words);
    }
    const plain = text.replaceAll(/<[^>]+>/g, '').replaceAll(/\s+/g, ' ');
    expect(plain).toContain(
      '3 people eat there. 1 told us of something that they need, and 1 has not answered.',
    );
    expect(plain).toContain('2 travellers were mailed their own day');
    expect(plain).toContain('Nowhere Reached');
    expect(text).not.toContain(secrets.diet);
    expect(plain).not.toMatch(/Ada Open[^.]*need/);
    const { body } = await stage.api('GET', `/visits/${visit.id}/briefings/${visit.tomorrow}`, stage.staff);
    expect(body).toMatchObject({
      sent: 2,
      things: [{ host: 'Coop Finta' }, { diets: { eating: 3, told: 1, open: 1 } }],
    });
    expect(JSON.stringify(body)).not.toContain(secrets.diet);
    await talk(visit, { title: 'Later', from: '18:00', until: '19:00' });
    expect((await stage.page(day, stage.staffPages)).text).toContain('Not published');
    const list = (await stage.page(`${visit.manage}/briefings`, stage.staffPages)).text;
    expect(list).toContain('To 2 travellers');
  });

  it('have a word for the day and a time that staff choose, and keep what somebody else wrote meanwhile', async () => {
    const visit = await stage.afternoon();
    const words = `${visit.manage}/briefings/${visit.tomorrow}/words`;
    const save = (values: Record<string, string>) => stage.send(words, values);
    expect((await save({ version: '0', words: 'W'.repeat(2001), bring: '' })).status).toBe(422);
    expect((await save({ version: '0', words: 'Theirs', bring: '' })).status).toBe(303);
    // A second press.
    expect((await save({ version: '0', words: 'Theirs', bring: '' })).status).toBe(303);
    const late = await save({ version: '0', words: 'Mine', bring: 'Shoes' });
    expect(late.status).toBe(409);
    expect(late.text).toContain('What is there now: Theirs');
    expect(late.text).toContain('Mine');
    expect((await save({ version: '1', words: 'Mine', bring: 'Shoes' })).status).toBe(303);
    expect(
      (await stage.send(`${visit.manage}/briefings/2001-01-01/words`, { version: '0', words: 'x' })).status,
    ).toBe(404);
    const settings = `${visit.manage}/briefings/settings`;
    const choose = (values: Record<string, string>) => stage.send(settings, values);
    expect((await choose({ version: '1', isSending: 'yes', sendAt: '9am' })).text).toContain(
      'Enter a time from 12 noon on',
    );
    expect((await choose({ version: '1', isSending: 'no', sendAt: '7.30pm' })).status).toBe(303);
    expect((await choose({ version: '1', isSending: 'no', sendAt: '8pm' })).status).toBe(409);
    const api = (tag: string | null, body: object) =>
      stage.api(
        'PUT',
        `/visits/${visit.id}/briefing-settings`,
        { ...stage.staff, ...(tag !== null && { 'if-match': tag }) },
        body,
      );
    const body = { isSending: true, sendAt: '18:30' };
    expect((await api(null, body)).status).toBe(428);
    expect((await api('"1"', body)).status).toBe(412);
    expect((await api('"2"', { ...body, sendAt: 'later' })).status).toBe(422);
    expect((await api('"2"', body)).body).toEqual({ ...body, version: 3 });
    const history = (await stage.page(`${visit.manage}/history`, stage.staffPages)).text;
    expect(history).toContain('When briefings are sent changed');
    await stage.query(`UPDATE visits SET status = 'over' WHERE id = $1`, [visit.id]);
    expect((await save({ version: '2', words: 'Late', bring: '' })).status).toBe(409);
  });
});
