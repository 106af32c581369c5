import type { EntityManager } from 'typeorm';
import { erasedText } from './erased-text.js';
import { erasedName } from './person-part.js';

/** A column of free text or JSON, and the columns by which its rows are found again. */
export interface TextColumn {
  readonly table: string;
  readonly column: string;
  readonly key: readonly string[];
  /** SQL for the rows that are looked through; `$1` is {@link of}. */
  readonly where: string;
}

/**
 * Puts another name wherever one of somebody's names or addresses stands in a column, in the rows that are named.
 *
 * @param of ids, for the column's `where`
 * @param marks names and addresses of the person
 * @returns how many rows named them
 */
export async function eraseNames(
  manager: EntityManager,
  { table, column, key, where }: TextColumn,
  of: readonly string[],
  marks: readonly string[],
): Promise<number> {
  const rows: Record<string, unknown>[] = await manager.query(
    `SELECT ${[...key, column].join(', ')} FROM ${table} WHERE ${where}`,
    [of],
  );
  let named = 0;
  for (const row of rows) {
    const cleared = erasedText(row[column], marks, erasedName);
    if (JSON.stringify(cleared) === JSON.stringify(row[column])) continue;
    named += 1;
    await manager.query(
      `UPDATE ${table} SET ${column} = $1 WHERE ${key.map((name, at) => `${name} = $${at + 2}`).join(' AND ')}`,
      [typeof cleared === 'string' ? cleared : JSON.stringify(cleared), ...key.map((name) => row[name])],
    );
  }
  return named;
}
