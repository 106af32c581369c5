import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readWithIcalJs, readWithNodeIcal, sorted } from '../../events-calendar/ical/readers.js';
import { strictCheck } from '../../events-calendar/ical/strict-check.js';
import { until } from '../../until.js';
import type { StagedTraveller } from '../stage.js';
import { flightInput, type LegBody } from '../travel/travel-stage.js';
import { startItineraries, type ItineraryStage, type SplitJson } from './itinerary-stage.js';

interface News {
  readonly unseen: readonly {
    readonly version: number;
    readonly changes: readonly { readonly what: string; readonly title: string }[];
  }[];
}

describe('a traveller’s own days', () => {
  let stage: ItineraryStage;

  beforeAll(async () => {
    stage = await startItineraries();
  });
  afterAll(async () => stage?.stop());

  /** Ada is in group A, Bo in B; lunch is for both, the co-op for A. */
  const stageParty = async () => {
    const visit = await stage.visit();
    const [ada, bo] = [
      await stage.traveller(visit, { name: 'Ada' }),
      await stage.traveller(visit, { name: 'Bo' }),
    ];
    const path = `/visits/${visit.id}/itinerary`;
    const { body: split } = await stage.api<SplitJson>('POST', `${path}/splits`, stage.staff, {
      name: 'Tuesday',
      groups: ['The co-op', ''],
    });
    const [a = '', b = ''] = split.groups.map(({ id }) => id);
    const groups = async (adas: string, bos: string) => {
      const { body } = await stage.api<SplitJson>('GET', `${path}/splits/${split.id}`, stage.staff);
      await stage.api(
        'PUT',
        `${path}/splits/${split.id}/members`,
        { ...stage.staff, 'if-match': `"${body.version}"` },
        {
          members: [
            { travellerId: ada.id, groupId: adas },
            { travellerId: bo.id, groupId: bos },
          ],
        },
      );
    };
    await groups(a, b);
    const lunch = await stage.add(visit.id);
    const coop = await stage.add(visit.id, {
      kind: 'visit',
      title: 'The co-op',
      day: '2035-03-13',
      from: '09:00',
      until: '11:00',
      groupIds: [a],
      stop: { name: 'Fagor', address: 'Arrasate', point: { lat: 43.0645, lon: -2.4897 } },
    });
    return { visit, ada, bo, a, b, groups, lunch, coop, path };
  };

  const unseen = async ({ secret }: StagedTraveller) =>
    (await stage.api<News>('GET', `/traveller-links/${secret}/days`, {})).body.unseen;

  const mailsTo = async ({ email }: StagedTraveller) =>
    stage.query<{ subject: string; text: string }>(
      `SELECT payload ->> 'subject' AS subject, payload ->> 'text' AS text FROM outbox
       WHERE type = 'study-visits.mail-requested.v1' AND payload -> 'to' ->> 'address' = $1 ORDER BY position`,
      [email],
    );

  const feedOf = async ({ secret }: StagedTraveller, known = 0) => {
    await stage.send(`/visits/travellers/${secret}/calendar`, { version: String(known) }, {});
    const { text } = await stage.page(`/visits/travellers/${secret}/calendar`);
    return /\/visits\/feeds\/[\w-]{43}\.ics/.exec(text)?.[0] ?? '';
  };

  it('are what was published for them, and nothing before', async () => {
    const { visit, ada, bo } = await stageParty();
    expect(await stage.days(ada)).toContain('Nothing is published yet');
    expect(await stage.publish(visit.id, 1)).toBe(2);
    const [adas, bos] = [await stage.days(ada), await stage.days(bo)];
    expect(adas).toContain('The co-op');
    expect(adas).toContain('Lunch');
    expect(bos).toContain('Lunch');
    expect(bos).not.toContain('The co-op');
    expect(bos).not.toContain('Ada');
    const day = await stage.page(`/visits/travellers/${ada.secret}/days/2035-03-13`);
    expect(day.text).toContain('9am to 11am');
    expect(day.text).toContain('London: 8am to 10am');
    expect(day.text).toContain(
      'https://www.openstreetmap.org/?mlat=43.0645&amp;mlon=-2.4897#map=17/43.0645/-2.4897',
    );
    expect((await stage.page(`/visits/travellers/${'x'.repeat(43)}/days`)).status).toBe(404);
  });

  it('are told again to those alone whose own days are different, once each', async () => {
    const { visit, ada, bo, coop, path } = await stageParty();
    await stage.publish(visit.id, 1);
    await stage.api('POST', `${path}/items/${coop.id}/cancellation`, stage.staff, {
      reason: 'The hall is closed.',
    });
    expect(await stage.publish(visit.id, 2)).toBe(1);
    expect((await mailsTo(ada)).map(({ subject }) => subject)).toEqual([
      'Your days: Mondragon',
      'Your days have changed: Mondragon',
    ]);
    expect((await mailsTo(ada)).at(-1)?.text).toContain('The hall is closed.');
    expect(await mailsTo(bo)).toHaveLength(1);
    const told = await stage.query<{ traveller: string; items: number }>(
      `SELECT payload ->> 'travellerId' AS traveller, jsonb_array_length(payload -> 'items') AS items FROM outbox
       WHERE type = 'study-visits.itinerary-changed.v1' AND payload ->> 'visitId' = $1 ORDER BY position`,
      [visit.id],
    );
    expect(told).toEqual([
      { traveller: ada.id, items: 2 },
      { traveller: bo.id, items: 1 },
      { traveller: ada.id, items: 1 },
    ]);
    const again = await stage.api('POST', `${path}/publications`, stage.staff, { version: 3 });
    expect(again).toMatchObject({ status: 409, body: { code: 'nothing-new' } });
    const late = await stage.api('POST', `${path}/publications`, stage.staff, { version: 2 });
    expect(late).toMatchObject({ status: 412, body: { code: 'edited-meanwhile' } });
  });

  it('are said to be seen by a press, up to what the page showed, and staff see who has not', async () => {
    const { visit, ada, bo, lunch, path } = await stageParty();
    await stage.publish(visit.id, 1);
    const form = /name="version" value="(\d+)"/.exec(await stage.days(ada))?.[1] ?? '';
    await stage.api('POST', `${path}/items/${lunch.id}/cancellation`, stage.staff, { reason: 'No cook.' });
    await stage.publish(visit.id, 2);
    // She presses what was made before the second publication.
    const pressed = await stage.send(`/visits/travellers/${ada.secret}/days`, { version: form }, {});
    expect(pressed.status).toBe(303);
    expect((await unseen(ada)).map(({ version }) => version)).toEqual([2]);
    await stage.send(`/visits/travellers/${ada.secret}/days`, { version: '2' }, {});
    expect(await unseen(ada)).toEqual([]);
    expect((await unseen(bo)).map(({ version }) => version)).toEqual([1, 2]);
    const { text } = await stage.page(`${visit.manage}/itinerary/seen`, stage.staffPages);
    expect(text).toContain('1 traveller has not yet seen the latest');
  });

  it('take out of the calendar what is for others now, and put it in again, each with a higher sequence', async () => {
    const { visit, ada, bo, a, b, groups } = await stageParty();
    await stage.publish(visit.id, 1);
    const [adas, bos] = [await feedOf(ada), await feedOf(bo)];
    const coop = async (feed: string) => {
      const { text } = await stage.page(feed);
      expect(strictCheck(text)).toEqual([]);
      const entry = text.split('BEGIN:VEVENT').find((each) => each.includes('The co-op'));
      return entry === undefined
        ? null
        : `${/STATUS:(\w+)/.exec(entry)?.[1]} ${/SEQUENCE:(\d+)/.exec(entry)?.[1]}`;
    };
    expect([await coop(adas), await coop(bos)]).toEqual(['CONFIRMED 0', null]);
    await groups(b, a);
    await stage.publish(visit.id, 2);
    expect([await coop(adas), await coop(bos)]).toEqual(['CANCELLED 1', 'CONFIRMED 0']);
    await groups(a, b);
    await stage.publish(visit.id, 3);
    expect([await coop(adas), await coop(bos)]).toEqual(['CONFIRMED 2', 'CANCELLED 1']);
  });

  it('are in a feed of the same bytes while nothing changes, at an address that can be given up', async () => {
    const { visit, ada } = await stageParty();
    await stage.publish(visit.id, 1);
    const first = await feedOf(ada);
    const get = (headers: Record<string, string> = {}) => fetch(stage.url + first, { headers });
    const answer = await get();
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    const text = await answer.text();
    expect(await (await get()).text()).toBe(text);
    expect((await get({ 'if-none-match': answer.headers.get('etag') ?? '' })).status).toBe(304);
    expect(text).toContain('REFRESH-INTERVAL;VALUE=DURATION:PT1H');
    expect(text).not.toContain('Ada');
    expect(text).not.toContain(ada.secret);
    // The link of the page opens no feed, and that of the feed no page.
    expect((await stage.page(`/visits/feeds/${ada.secret}.ics`)).status).toBe(404);
    const secret = /feeds\/([\w-]+)\.ics/.exec(first)?.[1] ?? '';
    expect((await stage.page(`/visits/travellers/${secret}/days`)).status).toBe(404);
    // A second press of the same button makes no third address.
    const second = await feedOf(ada, 1);
    expect(await feedOf(ada, 1)).toBe(second);
    expect((await stage.page(first)).status).toBe(404);
    expect((await stage.page(second)).status).toBe(200);
  });

  it('leave London in the night the clocks change and arrive in Bologna: feed and pages agree to the minute', async () => {
    const visit = await stage.visit({
      title: 'Emilia-Romagna',
      columns: { zone: 'Europe/Rome', country: 'IT', first_day: '2027-03-27', last_day: '2027-04-01' },
    });
    const ada = await stage.traveller(visit, { name: 'Ada' });
    await stage.add(visit.id, {
      kind: 'transfer',
      title: 'Through the night',
      day: '2027-03-28',
      from: '00:30',
      zone: 'Europe/London',
      until: '04:45',
      endZone: 'Europe/Rome',
    });
    await stage.add(visit.id, { title: 'Breakfast', day: '2027-03-28', from: '05:15', until: '06:00' });
    await stage.publish(visit.id, 1);
    const { text } = await stage.page(await feedOf(ada));
    expect(strictCheck(text)).toEqual([]);
    const seen = readWithIcalJs(text);
    // Two parsers that share no code; the way takes two hours and a quarter, across an hour that London leaves out.
    expect(sorted(readWithNodeIcal(text))).toEqual(seen);
    const timesOf = (title: string) =>
      seen.flatMap((one) => (one.title === title ? [one.start, one.end] : []));
    expect(timesOf('Breakfast')).toEqual(['2027-03-28T03:15:00.000Z', '2027-03-28T04:00:00.000Z']);
    expect(timesOf('Through the night')).toEqual(['2027-03-28T00:30:00.000Z', '2027-03-28T02:45:00.000Z']);
    const day = await stage.page(`/visits/travellers/${ada.secret}/days/2027-03-28`);
    const shown = [...day.text.matchAll(/<time datetime="([^"]+)">([^<]+)<\/time>/gi)].map(
      ([, at, words]) => [at, words],
    );
    expect(shown).toEqual([
      ['2027-03-28T00:30:00Z', '12.30am London time to 4.45am Rome time'],
      ['2027-03-28T03:15:00Z', '5.15am to 6am'],
    ]);
    // On London's clock, which is an hour on by then.
    expect(day.text).toContain('London: 12.30am to 3.45am');
    expect(day.text).toContain('London: 4.15am to 5am');
    const staff = await stage.page(`${visit.manage}/itinerary`, stage.staffPages);
    expect(staff.text).toContain('12.30am London time to 4.45am Rome time');
  });

  it('are in a feed that is made again after whatever another replica writes', async () => {
    const { visit, ada } = await stageParty();
    const legs = `/visits/${visit.id}/legs`;
    const { body: leg } = await stage.api<LegBody>('POST', legs, stage.staff, flightInput);
    await stage.api('PUT', `${legs}/${leg.id}/travellers/${ada.id}`, stage.staff, {});
    await stage.publish(visit.id, 1);
    const feed = await feedOf(ada);
    const read = async () => (await stage.page(feed)).text;
    let known = await read();
    for (const [statement, id] of [
      [
        `UPDATE own_items SET facts = facts || '{"title": "Supper"}', sequence = 9 WHERE traveller_id = $1`,
        ada.id,
      ],
      [`UPDATE legs SET title = 'By boat' WHERE id = $1`, leg.id],
      [`UPDATE leg_travellers SET seat = '77Z' WHERE traveller_id = $1`, ada.id],
      [`UPDATE visits SET title = 'Elsewhere' WHERE id = $1`, visit.id],
      [`UPDATE travellers SET status = 'withdrawn', withdrawn_at = now() WHERE id = $1`, ada.id],
      ['DELETE FROM itinerary_feeds WHERE traveller_id = $1', ada.id],
    ] as const) {
      expect(await read()).toBe(known);
      await stage.query(statement, [id]);
      await until(async () => (await read()) !== known);
      known = await read();
    }
  });

  it('hold nothing any more for whoever has withdrawn', async () => {
    const { visit, ada } = await stageParty();
    await stage.publish(visit.id, 1);
    const feed = await feedOf(ada);
    await stage.query(`UPDATE travellers SET status = 'withdrawn', withdrawn_at = now() WHERE id = $1`, [
      ada.id,
    ]);
    expect(await stage.days(ada)).toContain('You do not travel with this visit any more');
    expect(readWithIcalJs((await stage.page(feed)).text).every(({ isCancelled }) => isCancelled)).toBe(true);
  });
});
