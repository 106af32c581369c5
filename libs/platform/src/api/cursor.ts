import { Problem } from '../errors/problem.js';

/**
 * An opaque place in a list: the sort keys of the last row that was sent, so that rows added or removed meanwhile
 * neither repeat nor hide others.
 */
export function encodeCursor(keys: readonly string[]): string {
  return Buffer.from(JSON.stringify(keys), 'utf8').toString('base64url');
}

/** 400 for a cursor that the list it is given to did not make. */
export const badCursor = (): Problem =>
  new Problem({
    status: 400,
    code: 'bad-cursor',
    title: 'We could not read that',
    detail: 'The cursor was not made by this list. Start again without one.',
  });

/**
 * The sort keys in a cursor. What each of them may look like is for the list to check: a cursor can be forged.
 *
 * @param patterns one for each key, in their order
 * @throws Problem 400 `bad-cursor` for anything that {@link encodeCursor} did not make of such keys
 */
export function decodeCursor<Patterns extends readonly RegExp[]>(
  cursor: string,
  patterns: Patterns,
): { [Index in keyof Patterns]: string } {
  const keys = parsed(cursor);
  const isOurs =
    Array.isArray(keys) &&
    keys.length === patterns.length &&
    patterns.every((pattern, index) => {
      const key: unknown = keys[index];
      return typeof key === 'string' && pattern.test(key);
    });
  if (!isOurs) throw badCursor();
  return keys as { [Index in keyof Patterns]: string };
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}

/** A page of a list, cut from rows of which one more was fetched than the page holds. */
export interface CursorPage<Row> {
  readonly items: readonly Row[];
  /** Where the next page begins; `null` at the end of the list. */
  readonly nextCursor: string | null;
}

/**
 * @param rows in the list's order, up to `limit + 1` of them
 * @param keysOf a row's sort keys
 */
export function cursorPage<Row>(
  rows: readonly Row[],
  limit: number,
  keysOf: (row: Row) => readonly string[],
): CursorPage<Row> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const isEnd = rows.length <= limit || last === undefined;
  return { items, nextCursor: isEnd ? null : encodeCursor(keysOf(last)) };
}
