import type { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '#launcher';
import { onAnotherConnection, postgresDataSource } from '#platform';

const forbidden = 'Within a transaction all is asked and written with its own manager';

describe('a transaction', () => {
  let database: TestDatabase;
  let dataSource: DataSource;

  beforeAll(async () => {
    database = await createTestDatabase();
    const url = database.url('events-calendar');
    const schema = 'events_calendar';
    dataSource = postgresDataSource({ url, schema, entities: [], migrations: [], poolSize: 2 });
    await dataSource.initialize();
    await dataSource.query('CREATE TABLE notes (text text)');
  });
  afterAll(async () => {
    await dataSource?.destroy();
    await database?.drop();
  });
  beforeEach(() => dataSource.query('DELETE FROM notes'));

  const kept = async () => {
    const rows: { text: string }[] = await dataSource.query('SELECT text FROM notes');
    return rows.map(({ text }) => text);
  };

  it('takes no second connection, whoever of those it calls asks for one, and has then done nothing', async () => {
    const askElsewhere = () => dataSource.query('SELECT 1');
    await expect(
      dataSource.transaction(async (manager) => {
        await manager.query(`INSERT INTO notes VALUES ('lost')`);
        await Promise.resolve().then(askElsewhere);
      }),
    ).rejects.toThrow(forbidden);
    await expect(kept()).resolves.toEqual([]);
  });

  it('begins no transaction beside it', async () => {
    await expect(
      dataSource.transaction(() => dataSource.transaction(() => Promise.resolve())),
    ).rejects.toThrow(forbidden);
    await expect(
      dataSource.transaction('SERIALIZABLE', () => dataSource.transaction(() => Promise.resolve())),
    ).rejects.toThrow(forbidden);
  });

  it('has savepoints of its own manager', async () => {
    await dataSource.transaction(async (manager) => {
      await manager.query(`INSERT INTO notes VALUES ('outer')`);
      const failing = manager.transaction(async (inner) => {
        await inner.query(`INSERT INTO notes VALUES ('inner')`);
        throw new Error('no more');
      });
      await expect(failing).rejects.toThrow('no more');
    });
    await expect(kept()).resolves.toEqual(['outer']);
  });

  it('leaves others their own, also those that go on beside it', async () => {
    let open = () => {};
    const isOpen = new Promise<void>((resolve) => (open = resolve));
    let end = () => {};
    const ends = new Promise<void>((resolve) => (end = resolve));
    const one = dataSource.transaction(async () => {
      open();
      await ends;
    });
    await isOpen;
    await expect(dataSource.transaction((manager) => manager.query('SELECT 1 AS one'))).resolves.toEqual([
      { one: 1 },
    ]);
    end();
    await one;
  });

  it('binds nothing that it began and that goes on once it is over', async () => {
    let end = () => {};
    const ends = new Promise<void>((resolve) => (end = resolve));
    const after: Promise<unknown>[] = [];
    await dataSource.transaction(async () => {
      after.push(ends.then(() => dataSource.query('SELECT 1 AS one')));
      await Promise.resolve();
    });
    end();
    await expect(Promise.all(after)).resolves.toEqual([[{ one: 1 }]]);
  });

  it('takes another one where that is meant: others see it while it still runs', async () => {
    await dataSource.transaction(async (manager) => {
      await onAnotherConnection(() => dataSource.query(`INSERT INTO notes VALUES ('at once')`));
      await manager.query(`INSERT INTO notes VALUES ('later')`);
      await expect(onAnotherConnection(kept)).resolves.toEqual(['at once']);
    });
    await expect(kept()).resolves.toEqual(['at once', 'later']);
  });
});
