import type { ListColumn } from './list-columns.js';

/** What the columns of a list without headings are taken for. */
export interface GuessedColumns {
  readonly positions: ReadonlyMap<ListColumn, number>;
  /** How many columns nobody could tell the meaning of. */
  readonly leftOut: number;
}

const isAddress = (cell: string): boolean => cell.includes('@');

const isNumber = (cell: string): boolean => /^[+\d][\d\s().\-/]{6,}/.test(cell);

const isOneWord = (cell: string): boolean => /^[\p{L}\p{M}'’.-]+$/u.test(cell);

/** More columns than this no list of people has. */
const mostColumns = 50;

/** Addresses and telephone numbers show what they are; of the rest, names come first, then jobs, then organisations. */
export function guessColumns(rows: readonly (readonly string[])[]): GuessedColumns {
  const width = Math.min(
    mostColumns,
    rows.reduce((widest, row) => Math.max(widest, row.length), 0),
  );
  const columns = Array.from({ length: width }, (_, at) => ({
    at,
    cells: rows.map((row) => row[at]?.trim() ?? '').filter((cell) => cell !== ''),
  })).filter(({ cells }) => cells.length > 0);
  const positions = new Map<ListColumn, number>();
  const rest = new Set(columns);
  const take = (column: ListColumn, fits: (cell: string) => boolean) => {
    const found = [...rest].find(({ cells }) => 2 * cells.filter(fits).length > cells.length);
    if (found === undefined) return;
    positions.set(column, found.at);
    rest.delete(found);
  };
  take('email', isAddress);
  take('phone', isNumber);
  const [first, second, ...others] = rest;
  const inParts = [first, second].every((column) => column?.cells.every(isOneWord));
  const meanings: readonly ListColumn[] = inParts
    ? ['first name', 'surname', 'job title', 'organisation']
    : ['name', 'job title', 'organisation'];
  const inOrder = [first, second, ...others].filter((column) => column !== undefined);
  for (const [index, column] of meanings.entries()) {
    const at = inOrder[index]?.at;
    if (at !== undefined) positions.set(column, at);
  }
  return { positions, leftOut: Math.max(0, inOrder.length - meanings.length) };
}
