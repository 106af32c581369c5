import { heldSectionsSchema } from '#platform';
import type { PersonPart } from '#people';
import type { Telling } from '../events-calendar/read-model/telling.js';

type Query = Telling['query'];

/**
 * Rows of an app in which somebody’s id, name or address still stands, in order; what was sent and handled aside.
 *
 * @param schema of the app's tables
 */
export async function tracesOf(query: Query, schema: string, traces: readonly string[]): Promise<string[]> {
  const tables = await query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = $1 AND table_name NOT IN ('outbox', 'erased_people')`,
    [schema],
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await query<{ row: string }>(`SELECT t::text AS row FROM ${name} t`);
    for (const { row } of rows) {
      if (traces.some((trace) => row.toLowerCase().includes(trace.toLowerCase()))) {
        found.push(`${name}: ${row}`);
      }
    }
  }
  return found.toSorted();
}

/** How many rows of each kind an app says that it holds on a person. */
export async function heldOn(
  url: string,
  id: string,
  headers: Readonly<Record<string, string>>,
): Promise<Record<string, number>> {
  const answer = await fetch(`${url}/internal/held-on/${id}`, { headers });
  const sections = heldSectionsSchema.parse(await answer.json());
  return Object.fromEntries(sections.map(({ key, rows }) => [key, rows.length]));
}

/**
 * The columns of an app that hold ids of people, by their names.
 *
 * @param ends how the names of such columns end
 */
export async function personColumnsIn(
  query: Query,
  schema: string,
  ends: readonly string[] = ['person_id', 'actor_id', '_by_id'],
): Promise<string[]> {
  const found = await query<{ column: string }>(
    `SELECT table_name || '.' || column_name AS column FROM information_schema.columns
     WHERE table_schema = $1 AND data_type = 'text'
       AND column_name ~ $2 AND table_name <> 'affiliations'`,
    [schema, `(${ends.join('|')})$`],
  );
  return found.map(({ column }) => column).toSorted();
}

/** The columns that the features of an app name as theirs. */
export const columnsOf = (parts: readonly PersonPart[]): string[] =>
  parts.flatMap(({ columns }) => columns.map(({ table, column }) => `${table}.${column}`)).toSorted();
