import type { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '#launcher';
import { postgresDataSource } from '#platform';

describe('statements that come again', () => {
  let database: TestDatabase;
  let dataSource: DataSource;

  beforeAll(async () => {
    database = await createTestDatabase();
    const url = database.url('events-calendar');
    const schema = 'events_calendar';
    dataSource = postgresDataSource({ url, schema, entities: [], migrations: [], poolSize: 1 });
    await dataSource.initialize();
    await dataSource.query('CREATE TABLE notes (id integer PRIMARY KEY, text text, day date)');
  });
  afterAll(async () => {
    await dataSource?.destroy();
    await database?.drop();
  });

  const prepared = async () => {
    const rows: { statement: string }[] = await dataSource.query(
      'SELECT statement FROM pg_prepared_statements ORDER BY prepare_time',
    );
    return rows.map(({ statement }) => statement);
  };

  it('are prepared by the connection once, and give what they gave', async () => {
    const insert = 'INSERT INTO notes (id, text, day) VALUES ($1, $2, $3)';
    for (let id = 1; id <= 5; id += 1) await dataSource.query(insert, [id, `“${id}”`, '2027-07-08']);
    const select = 'SELECT id, text, day FROM notes WHERE id = $1';
    for (let id = 1; id <= 5; id += 1) {
      await expect(dataSource.query(select, [id])).resolves.toEqual([
        { id, text: `“${id}”`, day: '2027-07-08' },
      ]);
    }
    await expect(prepared()).resolves.toEqual([insert, select]);
  });

  it('are not, where they come once or twice, or have no values', async () => {
    await dataSource.query('SELECT $1::int AS once', [1]);
    for (let time = 0; time < 5; time += 1) await dataSource.query('SELECT 1 AS bare');
    const all = (await prepared()).join('\n');
    expect(all).not.toContain('AS once');
    expect(all).not.toContain('AS bare');
  });

  it('tell of errors as others do, and go on working after them', async () => {
    const insert = 'INSERT INTO notes (id, text, day) VALUES ($1, $2, $3)';
    await expect(dataSource.query(insert, [1, 'again', null])).rejects.toMatchObject({ code: '23505' });
    await expect(dataSource.query(insert, [6, 'six', null])).resolves.toEqual([]);
  });

  it('go on working when their table gets a further column', async () => {
    const select = 'SELECT id, text, day FROM notes WHERE id = $1';
    await dataSource.query('ALTER TABLE notes ADD COLUMN more text');
    await expect(dataSource.query(select, [6])).resolves.toEqual([{ id: 6, text: 'six', day: null }]);
  });
});
