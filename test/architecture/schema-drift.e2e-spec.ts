import pg from 'pg';
import type { DataSource } from 'typeorm';
import { apps, createTestDatabase, type TestDatabase } from '#launcher';

type DataSourceModule = { readonly createDataSource: (url: string) => DataSource };

/** What would have to be done to the database for it to be as the entities say. */
async function drift(app: string, url: string): Promise<string[]> {
  const { createDataSource } = (await import(`../../apps/${app}/src/data-source.js`)) as DataSourceModule;
  const dataSource = await createDataSource(url).initialize();
  try {
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    return upQueries.map(({ query }) => query);
  } finally {
    await dataSource.destroy();
  }
}

describe.each(apps.filter(({ schema }) => schema !== null))('the tables of $name', ({ name, schema }) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  it('are as the entities say', async () => {
    await expect(drift(name, database.url(name))).resolves.toEqual([]);
  });

  it('would be found out if they were not', async () => {
    const admin = new pg.Client({ connectionString: database.adminUrl });
    await admin.connect();
    try {
      const { rows } = await admin.query<{ table_name: string; column_name: string }>(
        `SELECT c.table_name, c.column_name FROM information_schema.columns c
         WHERE c.table_schema = $1 AND c.is_nullable = 'YES' AND c.table_name NOT IN ('migrations', 'idempotency_keys')
         ORDER BY 1, 2 LIMIT 1`,
        [schema],
      );
      const [column] = rows;
      await admin.query(
        `ALTER TABLE ${schema}.${column?.table_name} ALTER ${column?.column_name} SET NOT NULL`,
      );
    } finally {
      await admin.end();
    }
    await expect(drift(name, database.url(name))).resolves.not.toEqual([]);
  });
});
