import type { DataSource } from 'typeorm';
import { z } from 'zod';

/** Where a service tells `members` what it holds on a person. Internal: the shell hands nothing on to it. */
export const heldDataPath = '/internal/held-on/:personId';

const value = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** A kind of data that is held on a person: a table that people can read and programs too. */
export const heldSectionSchema = z.object({
  /** For programs: `signIns`. */
  key: z.string().regex(/^[a-z][A-Za-z]*$/),
  /** For people: "Sign-ins". */
  title: z.string().min(1),
  /** In order; `key` names the value in a row. */
  columns: z.array(z.object({ key: z.string(), label: z.string() })).min(1),
  rows: z.array(z.record(z.string(), value)),
});

export const heldSectionsSchema = z.array(heldSectionSchema);

export type HeldSection = z.infer<typeof heldSectionSchema>;

/** A {@link HeldSection} as it is found. */
export interface HeldKind {
  readonly key: string;
  readonly title: string;
  /** Names of values and what people call them, in order. */
  readonly columns: Readonly<Record<string, string>>;
  /** `$1` is the person's id; columns are named as in `columns`. */
  readonly query: string;
}

/** Reads what a service holds on a person, kind by kind. */
export async function readHeld(
  dataSource: DataSource,
  kinds: readonly HeldKind[],
  personId: string,
): Promise<HeldSection[]> {
  const sections: HeldSection[] = [];
  for (const { key, title, columns, query } of kinds) {
    const rows: Record<string, unknown>[] = await dataSource.query(query, [personId]);
    sections.push(heldSection(key, title, columns, rows));
  }
  return sections;
}

/**
 * @param columns names of values and what people call them, in order
 * @param rows as a query gives them; instants become ISO 8601 text, what is no column is left out
 */
export function heldSection(
  key: string,
  title: string,
  columns: Readonly<Record<string, string>>,
  rows: readonly Readonly<Record<string, unknown>>[],
): HeldSection {
  return {
    key,
    title,
    columns: Object.entries(columns).map(([name, label]) => ({ key: name, label })),
    rows: rows.map((row) => Object.fromEntries(Object.keys(columns).map((name) => [name, plain(row[name])]))),
  };
}

function plain(given: unknown): z.infer<typeof value> {
  if (given instanceof Date) return given.toISOString();
  if (given === undefined || given === null) return null;
  const known = value.safeParse(given);
  return known.success ? known.data : JSON.stringify(given);
}
