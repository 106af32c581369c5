import type { EntityManager } from 'typeorm';
import { numberedSlug } from '#checks';
import { unprocessable } from '../errors/problem.js';

/** Any number that nothing else locks in the database, which all apps share; each table's names are locked apart. */
const slugLock = 5_741_300;

/** What is named, in whose table. */
export interface Named {
  /** With the columns `id` and `slug`; a name in code, never one that somebody sent. */
  readonly table: string;
  /** "exhibition" */
  readonly thing: string;
  /** What another name might be: "one with the year in it". */
  readonly suchAs: string;
}

/**
 * The name in addresses for a thing, which nothing else can take before the transaction ends.
 *
 * @param asked as staff wrote it; `null`: the suggested one, with `-2`, `-3` … where it is taken
 * @param own the thing's own id, whose name is not taken; `null` for a new one
 * @throws Problem 422 where another one has the name that was asked for
 */
export async function takeFreeSlug(
  manager: EntityManager,
  { table, thing, suchAs }: Named,
  asked: string | null,
  { suggested, own }: { readonly suggested: string; readonly own: string | null },
): Promise<string> {
  await manager.query(`SELECT pg_advisory_xact_lock($1, '${table}'::regclass::oid::integer)`, [slugLock]);
  const rows: { slug: string }[] = await manager.query(
    `SELECT slug FROM ${table} WHERE starts_with(slug, $1) AND id IS DISTINCT FROM $2`,
    [asked ?? suggested, own],
  );
  const taken = new Set(rows.map(({ slug }) => slug));
  if (asked === null) return numberedSlug(suggested, (slug) => taken.has(slug));
  if (!taken.has(asked)) return asked;
  throw unprocessable([
    {
      field: 'slug',
      code: 'slug-taken',
      message: `Another ${thing} has the address “${asked}”. Choose another, such as ${suchAs}.`,
    },
  ]);
}
