import type { EntityMetadata } from 'typeorm';

/** A row as `to_jsonb` gives it. */
export type JsonRow = Readonly<Record<string, unknown>>;

/**
 * Rows that came as JSON, several tables' in one round trip, as TypeORM would have read them.
 *
 * @param metadata of the entity whose table they are of
 */
export function rowsOfJson<Row extends object>(metadata: EntityMetadata, rows: readonly JsonRow[]): Row[] {
  return rows.map((row) => {
    const values = metadata.columns.map(({ propertyName, databaseName, type }) => [
      propertyName,
      valueOf(row[databaseName], type),
    ]);
    return Object.fromEntries(values) as Row;
  });
}

function valueOf(value: unknown, type: unknown): unknown {
  if (typeof value !== 'string') return value;
  if (type === 'timestamptz') return new Date(value);
  // PostgreSQL writes bytes in JSON as it does in text: `\x` and two digits for each.
  return type === 'bytea' ? Buffer.from(value.slice(2), 'hex') : value;
}
