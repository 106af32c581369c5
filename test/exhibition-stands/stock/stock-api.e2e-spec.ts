import { randomUUID } from 'node:crypto';
import { apiPath, startStands, staffPerson, type StandsStage } from '../stage.js';
import { faultsOfLedger, stageItem, stagePlace } from './stock-stage.js';

interface Problem {
  readonly code: string;
  readonly errors?: readonly { readonly field: string; readonly code: string; readonly message: string }[];
}
interface Line extends Problem {
  readonly id: string;
  readonly quantity: number;
  readonly from: string | null;
  readonly to: string | null;
}

describe('the stock, for programs of staff', () => {
  let stage: StandsStage;
  let staff: Record<string, string>;

  beforeAll(async () => {
    stage = await startStands();
    staff = await stage.headers({ ...staffPerson, via: 'api' });
  });
  afterAll(() => stage?.stop());

  const post = <Body = Line>(path: string, body?: object, more: Record<string, string> = {}) =>
    stage.api<Body>('POST', path, { ...staff, ...more }, body ?? {});
  const get = <Body>(path: string) => stage.api<Body>('GET', path, staff);
  const record = (kind: string, item: string, ends: object, quantity: number) =>
    post('/stock/movements', { kind, item, quantity, ...ends });
  const quantityAt = async (item: string, placeId: string) =>
    (
      await stage.query<{ quantity: number }>(
        'SELECT quantity FROM stock_levels WHERE item_id = $1 AND place_id = $2',
        [item, placeId],
      )
    )[0]?.quantity ?? 0;

  it('is set up, received, moved, handed out, taken back, counted and corrected; the levels are the ledger’s', async () => {
    const added = await post<{ id: string; units: string }>('/stock/items', {
      name: `Pens ${randomUUID()}`,
      unit: 'pen',
      reorderLevel: 20,
    });
    expect([added.status, added.body.units]).toEqual([201, 'pens']);
    const item = added.body.id;
    const office = await post<{ code: string }>('/stock/places', {
      code: 'office 1',
      name: 'Office',
      kind: 'office',
    });
    expect([office.status, office.body.code]).toEqual([201, 'OFFICE-1']);
    const box = await stagePlace(stage.query);
    const from = 'OFFICE-1';
    expect((await record('receive', item, { to: from }, 100)).status).toBe(201);
    const moved = await record('move', item, { from, to: box.code }, 40);
    expect(moved.status).toBe(201);
    expect((await record('hand-out', item, { from: box.code }, 25)).status).toBe(201);
    expect((await record('return', item, { to: box.code }, 3)).status).toBe(201);
    expect(await quantityAt(item, box.id)).toBe(18);

    const count = await post<{ id: string; counts: object[] }>(`/stock/places/${box.code}/counts`, {
      counts: [{ itemId: item, counted: 15 }],
    });
    expect([count.status, count.body.counts]).toEqual([201, [{ itemId: item, known: 18, counted: 15 }]]);
    expect(await quantityAt(item, box.id)).toBe(15);

    // 30 moved, not 40: 10 go back, and the line itself stays.
    const corrected = await post(`/stock/movements/${moved.body.id}/corrections`, { quantity: 30 });
    expect([corrected.status, corrected.body]).toMatchObject([
      201,
      { quantity: 10, from: box.code, to: from, corrects: moved.body.id },
    ]);
    expect(await quantityAt(item, box.id)).toBe(5);
    const again = await post(`/stock/movements/${moved.body.id}/corrections`, { quantity: 30 });
    expect(again.body.errors?.[0]?.code).toBe('already-right');
    const tooMuch = await post(`/stock/movements/${moved.body.id}/corrections`, { quantity: 0 });
    expect(tooMuch.body.errors?.[0]).toMatchObject({ code: 'not-enough' });
    const ofCorrection = await post(`/stock/movements/${corrected.body.id}/corrections`, { quantity: 0 });
    expect([ofCorrection.status, ofCorrection.body.code]).toEqual([409, 'not-correctable']);

    const ledger = await get<{ items: Line[]; nextCursor: string | null }>(
      `/stock/movements?item=${item}&limit=4`,
    );
    expect(ledger.body.items).toHaveLength(4);
    const rest = await get<{ items: Line[] }>(
      `/stock/movements?item=${item}&cursor=${ledger.body.nextCursor}`,
    );
    expect(rest.body.items.map(({ quantity }) => quantity)).toEqual([40, 100]);
    const read = await get<{ remains: number; isLow: boolean }>(`/stock/items/${item}`);
    expect(read.body).toMatchObject({ remains: 75, isLow: false });
    await expect(faultsOfLedger(stage.query)).resolves.toEqual([]);
  });

  it('is written once for each Idempotency-Key', async () => {
    const item = await stageItem(stage.query);
    const { id, code } = await stagePlace(stage.query);
    const key = { 'idempotency-key': randomUUID() };
    const body = { kind: 'receive', item, to: code, quantity: 7 };
    const [one, other] = [
      await post('/stock/movements', body, key),
      await post('/stock/movements', body, key),
    ];
    expect(other).toEqual(one);
    expect(await quantityAt(item, id)).toBe(7);
    const reused = await post('/stock/movements', { ...body, quantity: 8 }, key);
    expect(reused.body.code).toBe('idempotency-key-reused');
  });

  it('refuses what cannot be, in words, and writes nothing', async () => {
    const item = await stageItem(stage.query);
    const box = await stagePlace(stage.query);
    const other = await stagePlace(stage.query);
    await record('receive', item, { to: box.code }, 12);
    const to = { to: box.code };
    const tried: readonly (readonly [object, string])[] = [
      [{ kind: 'receive', item, ...to, quantity: -1 }, 'too-small'],
      [{ kind: 'receive', item, ...to, quantity: 0 }, 'too-small'],
      [{ kind: 'receive', item, ...to, quantity: 1.5 }, 'not-a-whole-number'],
      [{ kind: 'receive', item, ...to, quantity: 1e9 }, 'too-large'],
      [{ kind: 'receive', item: randomUUID(), ...to, quantity: 1 }, 'unknown-item'],
      [{ kind: 'receive', item: 'pens', ...to, quantity: 1 }, 'unknown-item'],
      [{ kind: 'receive', item, to: 'NOWHERE', quantity: 1 }, 'unknown-place'],
      [{ kind: 'receive', item, from: other.code, ...to, quantity: 1 }, 'no-place-here'],
      [{ kind: 'move', item, from: box.code, to: box.code, quantity: 1 }, 'same-place'],
      [{ kind: 'move', item, from: box.code, quantity: 1 }, 'missing'],
      [{ kind: 'move', item, from: box.code, to: other.code, quantity: 13 }, 'not-enough'],
      [{ kind: 'hand-out', item, from: other.code, quantity: 1 }, 'not-enough'],
    ];
    for (const [body, code] of tried) {
      const { status, body: problem } = await post('/stock/movements', body);
      expect([body, status, problem.errors?.[0]?.code]).toEqual([body, 422, code]);
    }
    const tooMany = await record('move', item, { from: box.code, to: other.code }, 13);
    expect(tooMany.body.errors?.[0]?.message).toBe(
      `There are only 12 packs in Box ${box.code}. Enter 12 or fewer, or count what is there.`,
    );
    const count = (counts: object[]) => post<Problem>(`/stock/places/${box.code}/counts`, { counts });
    expect((await count([])).body.errors?.[0]?.code).toBe('nothing-counted');
    expect((await count([{ itemId: item, counted: -1 }])).body.errors?.[0]?.code).toBe('too-small');
    expect((await count([{ itemId: randomUUID(), counted: 1 }])).body.errors?.[0]?.code).toBe('unknown-item');
    const twice = { itemId: item, counted: 1 };
    expect((await count([twice, twice])).body.errors?.[0]?.code).toBe('counted-twice');
    expect(await quantityAt(item, box.id)).toBe(12);
    const taken = { code: box.code.toLowerCase(), name: 'Another', kind: 'box' };
    expect((await post<Problem>('/stock/places', taken)).body.errors?.[0]?.code).toBe('code-taken');
    const noStand = { code: randomUUID().slice(0, 8), name: 'Stand', kind: 'stand' };
    expect((await post<Problem>('/stock/places', noStand)).body.errors?.[0]).toMatchObject({
      field: 'exhibitionId',
      code: 'missing',
    });
    await expect(faultsOfLedger(stage.query)).resolves.toEqual([]);
  });

  it('keeps its ledger from everybody, and its levels from being negative', async () => {
    const item = await stageItem(stage.query);
    const box = await stagePlace(stage.query);
    await record('receive', item, { to: box.code }, 1);
    await post(`/stock/places/${box.code}/counts`, { counts: [{ itemId: item, counted: 1 }] });
    for (const change of [
      'UPDATE stock_movements SET quantity = 2',
      'DELETE FROM stock_movements',
      'TRUNCATE stock_movements CASCADE',
      'UPDATE stock_counts SET counted = 2',
      'DELETE FROM stock_counts',
    ]) {
      await expect(stage.query(change)).rejects.toThrow('the ledger of the stock is only added to');
    }
    await expect(stage.query('UPDATE stock_levels SET quantity = -1')).rejects.toThrow(
      'stock_levels_quantity_check',
    );
  });

  it('is carried by somebody, and moves when it has arrived; pressed twice it moves once', async () => {
    const item = await stageItem(stage.query);
    const [from, to] = [await stagePlace(stage.query), await stagePlace(stage.query)];
    const exhibition = await stage.exhibition();
    const elsewhere = await stagePlace(stage.query, { exhibition_id: (await stage.exhibition()).id });
    const plan = {
      from: from.code,
      to: to.code,
      carrierName: 'Robin Example',
      carrierEmail: 'robin@example.org',
      plannedAt: '2035-09-22T07:30:00+01:00',
      exhibitionId: exhibition.id,
      items: [{ itemId: item, quantity: 5 }],
    };
    const wrong = await post<Problem>('/stock/transports', { ...plan, to: elsewhere.code });
    expect(wrong.body.errors?.[0]?.code).toBe('another-exhibition');
    const { body: planned } = await post<{ id: string; plannedAt: string }>('/stock/transports', plan);
    expect(planned.plannedAt).toBe('2035-09-22T06:30:00Z');
    const done = () => post<{ status: string } & Problem>(`/stock/transports/${planned.id}/done`);
    expect((await done()).body.errors?.[0]?.code).toBe('not-enough');
    await record('receive', item, { to: from.code }, 8);
    expect((await Promise.all([done(), done()])).map(({ body }) => body.status)).toEqual(['done', 'done']);
    expect([await quantityAt(item, from.id), await quantityAt(item, to.id)]).toEqual([3, 5]);
    const off = await post<Problem>(`/stock/transports/${planned.id}/call-off`);
    expect([off.status, off.body.code]).toEqual([409, 'done']);
  });

  it('is packed for the next exhibition from what the last one used', async () => {
    const [packs, banner] = [
      await stageItem(stage.query),
      await stageItem(stage.query, { name: `Banner ${randomUUID()}` }),
    ];
    const office = await stagePlace(stage.query);
    const last = await stage.exhibition({ days: ['2026-09-27'], title: 'Last year' });
    const next = await stage.exhibition({ title: 'Next year' });
    const stand = await stagePlace(stage.query, { kind: 'stand', exhibition_id: last.id });
    await record('receive', packs, { to: office.code }, 100);
    await record('receive', banner, { to: office.code }, 2);
    await record('move', packs, { from: office.code, to: stand.code }, 60);
    await record('move', banner, { from: office.code, to: stand.code }, 2);
    await record('hand-out', packs, { from: stand.code }, 30);
    await post(`/stock/places/${stand.code}/counts`, { counts: [{ itemId: packs, counted: 25 }] });
    await record('move', packs, { from: stand.code, to: office.code }, 25);
    await record('move', banner, { from: stand.code, to: office.code }, 2);

    const box = await stagePlace(stage.query);
    const path = `/exhibitions/${next.id}/packing`;
    const copied = await post<{ items: { id: string; itemId: string; quantity: number; from: string }[] }>(
      `${path}/copy`,
      { exhibition: last.id, into: box.code },
    );
    expect(copied.status).toBe(201);
    expect(new Map(copied.body.items.map((line) => [line.itemId, [line.quantity, line.from]]))).toEqual(
      new Map([
        [packs, [35, office.code]],
        [banner, [2, office.code]],
      ]),
    );
    const line = copied.body.items.find(({ itemId }) => itemId === packs)?.id ?? '';
    await Promise.all([post(`${path}/${line}/pack`), post(`${path}/${line}/pack`)]);
    expect([await quantityAt(packs, box.id), await quantityAt(packs, office.id)]).toEqual([35, 30]);
    const gone = await stage.api<Problem>('DELETE', `${path}/${line}`, staff);
    expect([gone.status, gone.body.code]).toEqual([409, 'packed']);
    const wrong = await post<Problem>(path, {
      item: packs,
      quantity: 1,
      from: office.code,
      into: stand.code,
    });
    expect(wrong.body.errors?.[0]).toMatchObject({ field: 'into', code: 'another-exhibition' });
  });

  it('says how long it lasts at the pace of the open days so far', async () => {
    const item = await stageItem(stage.query);
    const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    const around = (days: number) => ({ day: day(days), opens: '00:00', closes: '00:00' });
    // Open day and night, so that it is open now: a day and some of today have passed.
    const exhibition = await stage.exhibition({
      days: [around(-1), around(0), around(1), around(2), around(3)],
    });
    const stand = await stagePlace(stage.query, { kind: 'stand', exhibition_id: exhibition.id });
    await record('receive', item, { to: stand.code }, 110);
    await record('hand-out', item, { from: stand.code }, 55);
    const read = await get<{
      items: { used: number; remains: number; runsOutAt: string; forecast: string }[];
    }>(`/exhibitions/${exhibition.slug}/stock`);
    const [stock] = read.body.items;
    expect(stock).toMatchObject({ used: 55, remains: 55 });
    expect(stock?.forecast).toMatch(/^At this pace the packs last until \w+day /);
    expect(Date.parse(stock?.runsOutAt ?? '')).toBeGreaterThan(Date.now());
  });

  it('has staff told what to order from the level on, by what remains in all places', async () => {
    const name = `Pens ${randomUUID()}`;
    const item = await stageItem(stage.query, { name, reorder_level: 20 });
    const [one, other] = [await stagePlace(stage.query), await stagePlace(stage.query)];
    const alert = async () => {
      const page = await fetch(`${stage.url}/stands/stock`, { headers: await stage.headers(staffPerson) });
      const said = new RegExp(`Order more of “${name}”: [^<]*`).exec(await page.text());
      return said?.[0].slice(-'20 packs remain.'.length) ?? null;
    };
    await record('receive', item, { to: one.code }, 11);
    await record('receive', item, { to: other.code }, 10);
    await expect(alert()).resolves.toBeNull();
    await record('hand-out', item, { from: one.code }, 1);
    await expect(alert()).resolves.toBe('20 packs remain.');
  });

  it('is handed out and counted by a volunteer’s own link, on their stand alone and without being told how many', async () => {
    const visitor = { 'sec-fetch-site': 'same-origin' };
    const item = await stageItem(stage.query);
    const [here, there] = [await stage.exhibition(), await stage.exhibition()];
    const own = await stagePlace(stage.query, { kind: 'stand', exhibition_id: here.id });
    const other = await stagePlace(stage.query, { kind: 'stand', exhibition_id: there.id });
    for (const { code } of [own, other]) await record('receive', item, { to: code }, 10);
    const [ada, bo] = [await stage.teamMember(here), await stage.teamMember(here)];
    const path = (secret: string, part = '') => `/team-links/${secret}/stock${part}`;
    const ask = <Body>(part: string, body: object, more: Record<string, string> = {}) =>
      stage.api<Body>('POST', path(ada.secret, part), { ...visitor, ...more }, body);

    const seen = await stage.api<{ places: object[] }>('GET', path(ada.secret), {});
    expect(seen.body).toEqual({
      places: [
        {
          code: own.code,
          name: expect.any(String),
          items: [{ id: item, name: expect.any(String), units: 'packs' }],
        },
      ],
    });
    const key = { 'idempotency-key': randomUUID() };
    const three = { item, from: own.code, quantity: 3 };
    const [first, again] = [await ask('/hand-outs', three, key), await ask('/hand-outs', three, key)];
    expect(first).toMatchObject({ status: 201, body: { kind: 'hand-out', quantity: 3, from: own.code } });
    expect(again).toEqual(first);
    expect(await quantityAt(item, own.id)).toBe(7);
    const counted = await ask<{ id: string; counts: object[] }>('/counts', {
      place: own.code,
      counts: [{ itemId: item, counted: 5 }],
    });
    expect(counted).toMatchObject({ status: 201, body: { counts: [{ known: 7, counted: 5 }] } });
    const count = (secret: string) =>
      stage.api('GET', path(secret, `/counts/${counted.body.id}`), {}).then(({ status }) => status);
    expect([await count(ada.secret), await count(bo.secret)]).toEqual([200, 404]);
    const refused = [
      await ask('/hand-outs', { ...three, from: other.code }),
      await ask('/counts', { place: other.code, counts: [{ itemId: item, counted: 0 }] }),
      await ask('/hand-outs', three, { 'sec-fetch-site': 'cross-site' }),
      await ask('/hand-outs', { ...three, quantity: 100 }),
    ];
    expect(refused.map(({ status }) => status)).toEqual([404, 404, 403, 422]);
    expect([await quantityAt(item, own.id), await quantityAt(item, other.id)]).toEqual([5, 10]);
  });

  it('is described, and is for staff alone', async () => {
    const document = (await (await fetch(`${stage.url}${apiPath}/openapi.json`)).json()) as {
      paths: Record<string, object>;
    };
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining([`${apiPath}/stock/movements`, `${apiPath}/exhibitions/{id}/packing/copy`]),
    );
    const person = await stage.headers({ id: 'pat', name: 'Pat Example', roles: ['person'], via: 'api' });
    expect((await stage.api('GET', '/stock/items', person)).status).toBe(403);
  });
});
