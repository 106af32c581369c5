import { randomUUID } from 'node:crypto';
import { outlineOf, readPdf } from '../../../libs/pdf/src/testing/read-pdf.js';
import { person, startTelling, type Telling } from '../../events-calendar/read-model/telling.js';
import { heldOn, tracesOf } from '../../members/traces.js';
import { secrets, told } from '../readiness/told.js';
import { staffPerson } from '../stage.js';
import { startRooms, type RoomsStage } from './rooms-stage.js';

const columns = { first_day: '2035-03-11', last_day: '2035-03-13' };

describe('rooming lists', () => {
  let stage: RoomsStage;
  let telling: Telling;

  beforeAll(async () => {
    stage = await startRooms({ apps: ['study-visits', 'members'] });
    telling = await startTelling(stage.system, 'study-visits');
  });
  afterAll(async () => {
    await telling?.stop();
    await stage?.stop();
  });

  /** Two who share a twin, in a hotel. */
  const staged = async (email = `${randomUUID()}@example.org`) => {
    const visit = await stage.visit({ columns });
    const ann = await stage.traveller(visit, { name: 'Ann Ash', email });
    const bo = await stage.traveller(visit, { name: 'Bo Birch', part: 'leader' });
    const hotelId = await stage.hotel(visit, 'Centrale', [{ type: 'TW', rooms: 2 }]);
    await stage.wish(ann, {
      wish: 'twin',
      named: 'Bo Birch',
      title: 'Ms',
      forename: 'Annabel',
      surname: 'Ash-Élan',
      note: '=late arrival',
    });
    await stage.wish(bo, { wish: 'twin', named: 'Ann Ash' });
    await stage.propose(visit);
    return { visit, ann, bo, hotelId, list: `${visit.manage}/rooms/hotels/${hotelId}/list` };
  };
  const lines = async (path: string) =>
    (await stage.staff(`${path}.csv`)).text.replace('\uFEFF', '').trim().split('\r\n');

  it('have the columns that hotels take, and mark what changed since the last that was sent', async () => {
    const { visit, bo, list } = await staged();
    expect(await lines(list)).toEqual([
      'RoomKey,RoomType,Title,Forename,Surname,PaxType,BirthDate,PassportNumber,Notes,Arrives,Leaves,Change',
      "TW-01,TW,Ms,Annabel,Ash-Élan,Delegate,,,'=late arrival,2035-03-11,2035-03-13,",
      'TW-01,TW,,,Bo Birch,Leader,,,,2035-03-11,2035-03-13,',
    ]);
    expect((await stage.staff(list, { last: '0', sentTo: ' ' })).status).toBe(422);
    for (const _ of [1, 2])
      expect((await stage.staff(list, { last: '0', sentTo: 'desk@hotel.example' })).status).toBe(303);
    const page = await stage.staff(list);
    expect(page.text.match(/List \d, sent on/g)).toEqual(['List 1, sent on']);
    await stage.staff(`${visit.manage}/rooms/people/${bo.id}/move`, { nights: ['2035-03-12'], room: 'none' });
    expect((await lines(list)).at(-1)).toBe(
      'TW-01,TW,,,Bo Birch,Leader,,,,2035-03-11,2035-03-12,Changed: leaves on was 2035-03-13',
    );
    await stage.query(`UPDATE travellers SET status = 'withdrawn', withdrawn_at = now() WHERE id = $1`, [
      bo.id,
    ]);
    expect((await lines(list)).at(-1)).toMatch(/Bo Birch,.*No longer$/);
  });

  it('have passports’ numbers for a hotel that has to report its guests, and each look is recorded', async () => {
    const { visit, ann, list, hotelId } = await staged();
    const said = await stage.api(
      'PUT',
      `/traveller-links/${ann.secret}/readiness/passport`,
      { 'if-match': '"0"' },
      told.passport,
    );
    expect(said.status).toBe(200);
    const looks = () =>
      stage.query<{ why: string; person: string }>(
        'SELECT why, person_name AS person FROM sensitive_looks WHERE visit_id = $1',
        [visit.id],
      );
    expect((await lines(list)).join('\n')).not.toContain(secrets.number);
    const before = await looks();
    await stage.query('UPDATE hotels SET needs_passports = true WHERE id = $1', [hotelId]);
    expect((await lines(list))[1]).toContain(`,Delegate,${secrets.bornOn},${secrets.number},`);
    expect(await looks()).toEqual([
      ...before,
      { why: 'Rooming list for Centrale', person: staffPerson.name },
    ]);
    // The page itself shows none, and what is kept as sent has none.
    const page = (await stage.staff(list)).text;
    expect(page).not.toContain(secrets.number);
    expect(page).not.toContain(secrets.bornOn);
    await stage.staff(list, { last: '0', sentTo: 'desk@hotel.example' });
    expect(
      await stage.query('SELECT FROM rooming_lists WHERE lines::text LIKE $1 OR lines::text LIKE $2', [
        `%${secrets.number}%`,
        `%${secrets.bornOn}%`,
      ]),
    ).toEqual([]);
  });

  it('are tagged PDFs', async () => {
    const { list } = await staged();
    const response = await fetch(`${stage.url}${list}.pdf`, { headers: await stage.headers(staffPerson) });
    expect(response.headers.get('content-type')).toBe('application/pdf');
    const pdf = await readPdf(Buffer.from(await response.arrayBuffer()));
    expect([pdf.isMarked, pdf.showsTitle, pdf.title, pdf.language]).toEqual([
      true,
      true,
      'Rooming list: Centrale',
      'en-GB',
    ]);
    expect(pdf.pages.flatMap(({ untagged }) => untagged)).toEqual([]);
    const outline = pdf.pages.flatMap(({ structure }) => outlineOf(structure)).join('\n');
    expect(outline).toContain('H1 Rooming list: Centrale');
    expect(outline).toMatch(/TH TW-01/);
    expect(outline).toContain('Ms Annabel Ash-Élan');
  });

  it('and all that rooms hold of somebody is told to them, and goes when they are forgotten', async () => {
    const email = `${randomUUID()}@example.org`;
    const who = person({ name: 'Ann Ash', email });
    await telling.tell('members.person-changed.v1', 1, who);
    const { list, visit, ann } = await staged(email);
    await stage.staff(list, { last: '0', sentTo: 'desk@hotel.example' });
    const held = () =>
      heldOn(stage.url, who.id, { authorization: `Bearer ${stage.system.secrets.internal}` });
    await expect(held()).resolves.toMatchObject({ rooms: 1 });
    await telling.tell('members.person-erased.v1', 2, { id: who.id, erasureId: randomUUID() });
    const rest = await stage.query<{ surname: string; wish: string | null }>(
      'SELECT surname, wish FROM sleepers WHERE id = $1',
      [ann.id],
    );
    expect(rest).toEqual([{ surname: '', wish: null }]);
    const [kept] = await stage.query<{ lines: string }>(
      'SELECT lines::text FROM rooming_lists WHERE visit_id = $1',
      [visit.id],
    );
    expect(kept?.lines).not.toContain('Annabel');
    expect(kept?.lines).toContain('Bo Birch');
    const [other] = await stage.query<{ named: string }>(
      `SELECT string_agg(array_to_string(wish_named, ','), '') AS named FROM sleepers WHERE visit_id = $1`,
      [visit.id],
    );
    expect(other?.named).not.toContain('Ann Ash');
    const traces = await tracesOf(telling.query, 'study_visits', ['Annabel', 'Ash-Élan']);
    expect(traces.filter((row) => row.includes(visit.id))).toEqual([]);
  });
});
