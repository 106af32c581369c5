import { randomUUID } from 'node:crypto';
import { until } from '../../until.js';
import { apiPath } from '../stage.js';
import { startRooms, type RoomsStage } from './rooms-stage.js';

const columns = { first_day: '2035-03-11', last_day: '2035-03-13' };
const nights = ['2035-03-11', '2035-03-12'];

interface HotelBody {
  readonly id: string;
  readonly version: number;
  readonly kinds: readonly { readonly id: string }[];
}

interface RoomsBody {
  readonly people: readonly { readonly id: string; readonly version: number; readonly wish: string | null }[];
  readonly stays: readonly { readonly sleeperId: string; readonly key: string }[];
  readonly costPence: number;
  readonly broken: readonly { readonly rule: string }[];
  readonly lastSearch: {
    readonly id: string;
    readonly status: string;
    readonly quality: string | null;
  } | null;
}

describe('rooms for programs', () => {
  let stage: RoomsStage;
  let staff: Record<string, string>;

  beforeAll(async () => {
    stage = await startRooms();
    staff = await stage.headers({ id: 'sam', roles: ['person', 'staff'], via: 'api' });
  });
  afterAll(() => stage?.stop());

  const kinds = [
    { type: 'SG', rooms: 1, pricePence: 8000 },
    { type: 'TW', rooms: 1, pricePence: 11_000 },
  ];

  it('are set up, wished for, searched and changed, each version once', async () => {
    const visit = await stage.visit({ columns });
    const ann = await stage.traveller(visit, { name: 'Ann Ash' });
    const bo = await stage.traveller(visit, { name: 'Bo Birch' });
    const root = `/visits/${visit.id}/rooms`;
    const key = { ...staff, 'idempotency-key': randomUUID() };
    const added = await stage.api<HotelBody>('POST', `${root}/hotels`, key, { name: 'Centrale', kinds });
    expect(added).toMatchObject({
      status: 201,
      body: { version: 1, kinds: [{ type: 'SG' }, { type: 'TW' }] },
    });
    const again = await stage.api<HotelBody>('POST', `${root}/hotels`, key, { name: 'Centrale', kinds });
    expect(again.body.id).toBe(added.body.id);
    const hotel = `${root}/hotels/${added.body.id}`;
    const blind = await stage.api('PUT', hotel, staff, { name: 'Centrale', kinds });
    expect(blind).toMatchObject({ status: 428, body: { code: 'version-missing' } });
    const match = (version: number) => ({ ...staff, 'if-match': `"${version}"` });
    expect((await stage.api('PUT', hotel, match(1), { name: 'Nuevo', kinds })).status).toBe(200);
    const late = await stage.api('PUT', hotel, match(1), { name: 'Viejo', kinds });
    expect(late.status).toBe(412);

    const own = `/traveller-links/${ann.secret}/rooming`;
    const read = await fetch(`${stage.url}${apiPath}${own}`);
    expect([read.status, read.headers.get('etag')]).toEqual([200, '"1"']);
    const say = (version: string) =>
      stage.api('PUT', own, { 'if-match': version }, { wish: 'twin', named: ['Bo Birch'] });
    expect(await say('"1"')).toMatchObject({ status: 200, body: { version: 2, sharesWith: [] } });
    expect((await say('"1"')).status).toBe(412);
    const bothSaid = await stage.api('PUT', `${root}/people/${bo.id}`, match(1), {
      wish: 'twin',
      with: [ann.id],
    });
    expect(bothSaid).toMatchObject({ status: 200, body: { wish: 'twin', with: [ann.id] } });

    const asked = await stage.api<{ id: string }>('POST', `${root}/searches`, staff);
    expect(asked.status).toBe(201);
    const rooms = async () => (await stage.api<RoomsBody>('GET', root, staff)).body;
    await until(async () => (await rooms()).lastSearch?.status === 'done');
    const found = await rooms();
    expect(found).toMatchObject({
      costPence: 22_000,
      broken: [],
      lastSearch: { quality: 'proven', isUsed: true },
    });
    expect(new Set(found.stays.map(({ key: room }) => room))).toEqual(new Set(['TW-01']));

    const place = `${root}/people/${bo.id}/stays`;
    const [single, twin] = added.body.kinds;
    const alone = await stage.api('PUT', place, staff, { nights, to: { kindId: single?.id } });
    expect(alone.status).toBe(200);
    const more = await stage.api('PUT', `${root}/people/${ann.id}/stays`, staff, {
      nights,
      to: { kindId: single?.id },
    });
    expect(more).toMatchObject({ status: 409, body: { code: 'breaks-rules' } });
    const back = { nights, to: { kindId: twin?.id, key: 'TW-01' } };
    expect((await stage.api('PUT', place, staff, back)).status).toBe(200);

    const list = await stage.api('POST', `${hotel}/lists`, staff, { sentTo: 'desk', last: 0 });
    expect(list).toMatchObject({ status: 200, body: { sent: [{ number: 1, sentTo: 'desk' }] } });
    const driver = await stage.api<{ id: string }>('POST', `${root}/people`, staff, {
      forename: 'Gio',
      surname: 'Vanni',
      wish: 'single',
    });
    expect(driver.status).toBe(201);
    expect((await rooms()).broken).toEqual([
      expect.objectContaining({ rule: 'no-room' }),
      expect.objectContaining({ rule: 'no-room' }),
    ]);
    expect((await stage.api('DELETE', `${root}/people/${driver.body.id}`, staff)).status).toBe(204);
    expect((await stage.api('DELETE', `${root}/people/${ann.id}`, staff)).status).toBe(404);
    expect((await stage.api('DELETE', hotel, staff)).status).toBe(204);
    expect((await rooms()).stays).toEqual([]);
  });

  it('refuse what is no room, nobody’s wish, and a search without hotels', async () => {
    const visit = await stage.visit({ columns });
    const ann = await stage.traveller(visit, { name: 'Ann Ash' });
    const root = `/visits/${visit.id}/rooms`;
    expect(await stage.api('POST', `${root}/searches`, staff)).toMatchObject({
      status: 409,
      body: { code: 'no-hotels' },
    });
    await stage.query(`UPDATE visits SET status = 'over' WHERE id = $1`, [visit.id]);
    expect(await stage.api('POST', `${root}/searches`, staff)).toMatchObject({
      status: 409,
      body: { code: 'visit-ended' },
    });
    await stage.query(`UPDATE visits SET status = 'confirmed' WHERE id = $1`, [visit.id]);
    const twice = [kinds[0], kinds[0]];
    expect((await stage.api('POST', `${root}/hotels`, staff, { name: 'A', kinds: twice })).status).toBe(422);
    const wish = (body: object) =>
      stage.api('PUT', `${root}/people/${ann.id}`, { ...staff, 'if-match': '"1"' }, body);
    for (const body of [
      { wish: 'twin' },
      { wish: 'twin', named: ['Bo', 'Cy'] },
      { wish: 'any', with: [randomUUID()] },
      { wish: 'single', nights: ['2035-03-13'] },
      { wish: 'single', note: 'x'.repeat(61) },
    ])
      expect([body, (await wish(body)).status]).toEqual([body, 422]);
    expect((await stage.api('GET', '/traveller-links/nobody/rooming', {})).status).toBe(404);
    expect((await stage.api('GET', root, {})).status).toBe(403);
  });
});
