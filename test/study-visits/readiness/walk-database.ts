import pg from 'pg';

/** Where something was found: `table.column`. */
export interface Found {
  readonly place: string;
  readonly text: string;
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/**
 * Looks through every column of every table of a database, whatever its schema and type: what it would be in a dump, and bytes
 * as the text that they may be. Views are left out, as they show tables.
 *
 * @param marks texts that must stand nowhere; matched without regard to case
 * @returns each place in which one of them stands
 */
export async function walkDatabase(adminUrl: string, marks: readonly string[]): Promise<readonly Found[]> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rows: columns } = await client.query<{
      schema: string;
      name: string;
      column: string;
      type: string;
    }>(
      `SELECT n.nspname AS schema, c.relname AS name, a.attname AS column, t.typname AS type
       FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
         JOIN pg_type t ON t.oid = a.atttypid
       WHERE c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped
         AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
       ORDER BY 1, 2, a.attnum`,
    );
    const found: Found[] = [];
    for (const { schema, name, column, type } of columns) {
      const value = quoted(column);
      // Bytes as they are dumped, and as the text that they would be if they were not sealed.
      const texts =
        type === 'bytea' ? [`encode(${value}, 'escape')`, `encode(${value}, 'hex')`] : [`${value}::text`];
      for (const text of texts) {
        for (const mark of marks) {
          const wanted = text.endsWith(`'hex')`) ? Buffer.from(mark).toString('hex') : mark;
          const { rows } = await client.query<{ text: string }>(
            `SELECT ${text} AS text FROM ${quoted(schema)}.${quoted(name)}
             WHERE strpos(lower(${text}), lower($1)) > 0 LIMIT 1`,
            [wanted],
          );
          for (const row of rows) found.push({ place: `${schema}.${name}.${column}`, text: row.text });
        }
      }
    }
    return found;
  } finally {
    await client.end();
  }
}
