import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../../../apps/exhibition-stands/src/data-source.js';
import { stockOfPeople } from '../../../apps/exhibition-stands/src/stock/people.js';
import { startStands, type StandsStage } from '../stage.js';
import { stageItem, stagePlace } from './stock-stage.js';

describe('who moved and carries stock', () => {
  let stage: StandsStage;
  let dataSource: DataSource;

  beforeAll(async () => {
    stage = await startStands();
    dataSource = await createDataSource(stage.system.databaseUrl('exhibition-stands')).initialize();
  });
  afterAll(async () => {
    await dataSource?.destroy();
    await stage?.stop();
  });

  it('is forgotten, while no line of the ledger changes', async () => {
    const id = randomUUID();
    const [name, email] = ['Ann Traced', 'ann.traced@example.org'];
    const ann = await stage.headers({ id, name, roles: ['person', 'staff'], via: 'api' });
    const item = await stageItem(stage.query);
    const from = await stagePlace(stage.query, { name: 'Ann Traced’s car', kind: 'car' });
    const to = await stagePlace(stage.query);
    const received = await stage.api('POST', '/stock/movements', ann, {
      kind: 'receive',
      item,
      to: from.code,
      quantity: 9,
      note: 'Ann Traced counted twice',
    });
    expect(received.status).toBe(201);
    const planned = await stage.api<{ id: string }>('POST', '/stock/transports', ann, {
      from: from.code,
      to: to.code,
      carrierName: name,
      carrierEmail: email,
      plannedAt: '2035-09-22T06:30:00Z',
      items: [{ itemId: item, quantity: 4 }],
    });
    await stage.api('POST', `/stock/transports/${planned.body.id}/done`, ann);
    const ledger = () => stage.query('SELECT * FROM stock_movements ORDER BY id');
    const before = await ledger();

    const did = await dataSource.transaction((manager) => stockOfPeople.forget(manager, { id, name, email }));
    expect(did).toEqual([
      '2 names beside the ledger of the stock replaced',
      '1 name of who carries stock replaced',
      '3 notes about the stock changed',
    ]);
    await expect(ledger()).resolves.toEqual(before);
    const tables = ['stock_acts', 'stock_transports', 'stock_places', 'stock_movements'];
    for (const table of tables) {
      const rows = JSON.stringify(await stage.query(`SELECT * FROM ${table}`)).toLowerCase();
      expect([table, [id, 'ann traced', email].filter((trace) => rows.includes(trace))]).toEqual([table, []]);
    }
  });
});
