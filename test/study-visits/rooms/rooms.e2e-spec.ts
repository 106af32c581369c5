import { runDue } from '../../run-due.js';
import { until } from '../../until.js';
import { hotelFields, startRooms, type RoomsStage } from './rooms-stage.js';

/** One night: the day after is the last of the visit. */
const oneNight = { columns: { first_day: '2035-03-11', last_day: '2035-03-12' } };
const night = '2035-03-11';

describe('the rooms of a visit', () => {
  let stage: RoomsStage;

  beforeAll(async () => {
    stage = await startRooms();
  });
  afterAll(() => stage?.stop());

  it('are proposed: those share who both said so, and nobody else', async () => {
    const visit = await stage.visit(oneNight);
    const ann = await stage.traveller(visit, { name: 'Ann Ash' });
    const bo = await stage.traveller(visit, { name: 'Bo Birch' });
    await stage.traveller(visit, { name: 'Cy Cedar' });
    const di = await stage.traveller(visit, { name: 'Di Dogwood' });
    await stage.hotel(visit, 'Centrale', [
      { type: 'SG', rooms: 2 },
      { type: 'TW', rooms: 2, price: '120' },
      { type: 'DB', rooms: 2, price: '10' },
    ]);
    expect((await stage.wish(ann, { wish: 'twin', named: 'bo  BIRCH' })).status).toBe(303);
    expect((await stage.wish(bo, { wish: 'any', named: `${ann.email}\nCy Cedar` })).status).toBe(303);
    // Cy has not named anybody, and Di somebody who does not name her.
    expect((await stage.wish(di, { wish: 'double', named: 'Cy Cedar' })).status).toBe(303);
    await stage.propose(visit);
    expect(await stage.board(visit)).toEqual([
      `${night} DB-01: Cy Cedar`,
      `${night} DB-02: Di Dogwood`,
      `${night} TW-01: Ann Ash + Bo Birch`,
    ]);
    const { text } = await stage.staff(`${visit.manage}/rooms`);
    expect(text).toContain('proven to be the best');
    expect(text).toContain('£140.00');
  });

  it('shows a traveller with whom they share only when both said so, and no other names', async () => {
    const visit = await stage.visit(oneNight);
    const ann = await stage.traveller(visit, { name: 'Ann Ash' });
    const bo = await stage.traveller(visit, { name: 'Bo Birch' });
    await stage.traveller(visit, { name: 'Zoe Unnamed' });
    await stage.wish(ann, { wish: 'twin', named: 'Bo Birch' });
    const own = (secret: string) => stage.visitor(`/visits/travellers/${secret}/rooming`);
    expect((await own(ann.secret)).text).toContain('Nobody you named has said so of you yet');
    expect((await own(bo.secret)).text).not.toContain('Ann Ash');
    await stage.wish(bo, { wish: 'twin', named: 'ann ash' });
    expect((await own(bo.secret)).text).toContain('You both said that you would share: Ann Ash');
    expect((await own(ann.secret)).text).not.toContain('Zoe Unnamed');
  });

  it('are not found where there are too few: which are missing is said, and the rooms stay', async () => {
    const visit = await stage.visit(oneNight);
    const [ann, bo] = [
      await stage.traveller(visit, { name: 'Ann Ash' }),
      await stage.traveller(visit, { name: 'Bo Birch' }),
    ];
    const hotelId = await stage.hotel(visit, 'Centrale', [{ type: 'SG', rooms: 1 }]);
    const [kind] = await stage.query<{ id: string }>('SELECT id FROM room_kinds WHERE hotel_id = $1', [
      hotelId,
    ]);
    const path = `${visit.manage}/rooms/people/${bo.id}/move`;
    expect((await stage.staff(path, { nights: [night], room: kind?.id ?? '' })).status).toBe(303);
    await stage.propose(visit);
    const { text } = await stage.staff(`${visit.manage}/rooms`);
    expect(text).toContain('1 room short in the night of Sunday 11 March 2035: Single');
    expect(await stage.board(visit)).toEqual([`${night} SG-01: Bo Birch`]);
    expect(text).toContain(ann.name);
  });

  it('overwrites nothing where a wish was changed while it was searched', async () => {
    const visit = await stage.visit(oneNight);
    const ann = await stage.traveller(visit, { name: 'Ann Ash' });
    await stage.hotel(visit, 'Centrale', [{ type: 'SG', rooms: 1 }]);
    // As if it had been asked for before somebody said something: what is asked is not what is now.
    await stage.query(
      `INSERT INTO room_searches (id, visit_id, status, asked_at, seconds, problem, attempts)
       SELECT gen_random_uuid(), $1, 'waiting', now(), 10, $2, 0`,
      [
        visit.id,
        JSON.stringify({
          nights: [night],
          travellers: [{ id: ann.id, nights: [night], wish: { kind: 'single' }, accessible: true }],
          offers: [{ id: 'gone', hotel: 'h', type: 'SG', accessible: true, price: 1, rooms: { [night]: 1 } }],
          weights: { wish: 1, hotel: 1, room: 1, company: 1 },
        }),
      ],
    );
    await runDue(stage.system, 'study-visits', 'look-after-room-searches');
    await until(async () => {
      const [row] = await stage.query<{ status: string }>(
        'SELECT status FROM room_searches WHERE visit_id = $1',
        [visit.id],
      );
      return row?.status === 'done';
    });
    expect(await stage.board(visit)).toEqual([]);
    expect((await stage.staff(`${visit.manage}/rooms`)).text).toContain('had changed meanwhile');
  });

  it('are changed by hand; a hard rule that this would break is said beforehand and refuses it', async () => {
    const visit = await stage.visit(oneNight);
    const [ann, bo] = [
      await stage.traveller(visit, { name: 'Ann Ash' }),
      await stage.traveller(visit, { name: 'Bo Birch' }),
    ];
    const hotelId = await stage.hotel(visit, 'Centrale', [{ type: 'TW', rooms: 1 }]);
    const [kind] = await stage.query<{ id: string }>('SELECT id FROM room_kinds WHERE hotel_id = $1', [
      hotelId,
    ]);
    const path = (id: string) => `${visit.manage}/rooms/people/${id}/move`;
    const moving = { nights: [night], room: kind?.id ?? '' };
    expect((await stage.staff(path(ann.id), moving)).status).toBe(303);
    const before = await stage.staff(path(bo.id));
    expect(before.text).toContain('did not all state that they would share in this way');
    const refused = await stage.staff(path(bo.id), { ...moving, room: `${kind?.id} TW-01` });
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('Bo Birch would share');
    const tooMany = await stage.staff(path(bo.id), moving);
    expect([tooMany.status, tooMany.text.includes('has not so many rooms')]).toEqual([409, true]);
    expect(await stage.board(visit)).toEqual([`${night} TW-01: Ann Ash`]);
    await stage.wish(ann, { wish: 'twin', named: 'Bo Birch' });
    await stage.wish(bo, { wish: 'twin', named: 'Ann Ash' });
    expect((await stage.staff(path(bo.id), { ...moving, room: `${kind?.id} TW-01` })).status).toBe(303);
    expect(await stage.board(visit)).toEqual([`${night} TW-01: Ann Ash + Bo Birch`]);
    expect((await stage.staff(path(ann.id), { nights: [night], room: 'none' })).status).toBe(303);
    expect((await stage.staff(`${visit.manage}/rooms`)).text).toContain('1 person without a room');
  });

  it('of a hotel are said once a kind; numbers in single nights count', async () => {
    const visit = await stage.visit();
    const kinds = [
      { type: 'SG', rooms: 1 },
      { type: 'SG', rooms: 2 },
    ] as const;
    const twice = await stage.staff(`${visit.manage}/rooms/hotels/new`, hotelFields('Centrale', kinds));
    expect([twice.status, twice.text.includes('This kind of room is there already')]).toEqual([422, true]);
    const hotelId = await stage.hotel(visit, 'Centrale', [{ type: 'SG', rooms: 1 }]);
    await stage.traveller(visit, { name: 'Ann Ash' });
    const path = `${visit.manage}/rooms/hotels/${hotelId}/nights`;
    const page = (await stage.staff(path)).text;
    const names = [...page.matchAll(/name="([\w-]+\.2035-03-\d\d)"/g)].flatMap(([, name]) => name ?? []);
    expect(names).toHaveLength(5);
    const fields = Object.fromEntries(names.map((name) => [name, name.endsWith('13') ? '0' : '1']));
    expect((await stage.staff(path, { ...fields, version: '1' })).status).toBe(303);
    expect((await stage.staff(path, { ...fields, version: '1' })).status).toBe(409);
    await stage.propose(visit);
    expect((await stage.staff(`${visit.manage}/rooms`)).text).toContain(
      '1 room short in the night of Tuesday 13 March 2035: Single',
    );
  });

  it('add one hotel and one driver where a button is pressed twice', async () => {
    const visit = await stage.visit(oneNight);
    const once = '00000000-0000-7000-8000-00000000abcd';
    const hotel = { ...hotelFields('Centrale', []), once };
    const driver = {
      once: once.replace('abcd', 'abce'),
      forename: 'Gio',
      surname: 'Vanni',
      wish: 'single',
      nights: [night],
    };
    for (const _ of [1, 2]) {
      expect((await stage.staff(`${visit.manage}/rooms/hotels/new`, hotel)).status).toBe(303);
      expect((await stage.staff(`${visit.manage}/rooms/people/new`, driver)).status).toBe(303);
    }
    const people = (await stage.staff(`${visit.manage}/rooms/people`)).text;
    expect(people.match(/Gio Vanni/g)).toHaveLength(1);
    expect(await stage.query('SELECT id FROM hotels WHERE visit_id = $1', [visit.id])).toHaveLength(1);
  });

  it('keep what two say at once: the second is told, and saves again', async () => {
    const visit = await stage.visit(oneNight);
    const ann = await stage.traveller(visit, { name: 'Ann Ash' });
    await stage.wish(ann, { wish: 'single' });
    const path = `${visit.manage}/rooms/people/${ann.id}`;
    const stale = await stage.staff(path, { version: '0', wish: '', nights: [night], note: 'late' });
    expect([stale.status, stale.text.includes('This was changed after you opened it')]).toEqual([409, true]);
    expect(
      (await stage.staff(path, { version: '1', wish: 'single', nights: [night], note: 'x'.repeat(61) }))
        .status,
    ).toBe(422);
    expect(
      (await stage.staff(path, { version: '1', wish: 'single', nights: [night], note: 'late' })).status,
    ).toBe(303);
  });

  it('are nobody’s business who withdrew or has no such link, nor are staff’s pages a visitor’s', async () => {
    const visit = await stage.visit(oneNight);
    const gone = await stage.traveller(visit, { name: 'Gone Green', status: 'withdrawn' });
    expect((await stage.wish(gone, { wish: 'single' })).status).toBeGreaterThanOrEqual(404);
    expect((await stage.visitor('/visits/travellers/nobody/rooming')).status).toBe(404);
    for (const part of ['', '/people', '/hotels/new'])
      expect((await stage.visitor(`${visit.manage}/rooms${part}`)).status).toBe(403);
  });
});
