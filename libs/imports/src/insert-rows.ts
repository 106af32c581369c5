import type { EntityManager } from 'typeorm';

/** Rows in one statement. */
const chunk = 500;

/**
 * Writes many rows into a table in few statements.
 *
 * @param rows by the names of the table's columns; a column that a row lacks becomes NULL
 */
export async function insertRows(
  manager: EntityManager,
  table: string,
  rows: readonly object[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += chunk) {
    await manager.query(`INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(NULL::${table}, $1)`, [
      JSON.stringify(rows.slice(from, from + chunk), wellFormed),
    ]);
  }
}

/** The database keeps no halves of a character; they become U+FFFD. */
const wellFormed = (_: string, value: unknown): unknown =>
  typeof value === 'string' ? value.toWellFormed() : value;
