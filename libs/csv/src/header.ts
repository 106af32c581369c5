import type { FileProblem } from './problem.js';

/** Which columns a kind of file may have. */
export interface Columns<Column extends string> {
  /** Every column that is known, in the order in which it is written. */
  readonly known: readonly Column[];
  /** Without these nothing can be read. */
  readonly needed: readonly Column[];
  /** Other names that people use: `since` for `joined`. */
  readonly alsoCalled: Readonly<Record<string, Column>>;
  /** Who knows them, to begin a sentence with: "The calendar". */
  readonly owner: string;
}

/** What the first row says. */
export interface Header<Column extends string> {
  /** Where each column stands, from 0. */
  readonly positions: ReadonlyMap<Column, number>;
  readonly width: number;
  readonly problems: readonly FileProblem[];
  /** Of columns that are passed over. */
  readonly notes: readonly FileProblem[];
}

const lettersOf = (name: string) => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

/** The first row: capitals, spaces and underscores do not matter, nor does the order. */
export function readHeader<Column extends string>(
  cells: readonly string[],
  { known, needed, alsoCalled, owner }: Columns<Column>,
): Header<Column> {
  const byLetters = new Map<string, Column>([
    ...known.map((column) => [lettersOf(column), column] as const),
    ...Object.entries(alsoCalled).map(([name, column]) => [lettersOf(name), column] as const),
  ]);
  const positions = new Map<Column, number>();
  const problems: FileProblem[] = [];
  const unknown: string[] = [];
  for (const [position, cell] of cells.entries()) {
    const column = byLetters.get(lettersOf(cell));
    if (column === undefined) {
      if (cell.trim() !== '') unknown.push(cell.trim());
    } else if (positions.has(column)) {
      problems.push(inHeader(column, `There are two columns called ${column}. Rename or delete one.`));
    } else positions.set(column, position);
  }
  for (const column of needed) {
    if (!positions.has(column)) {
      problems.push(
        inHeader(column, `There is no column called ${column}. The first row must name the columns.`),
      );
    }
  }
  const notes = unknown.map((name) =>
    inHeader(name, `${owner} has no column called “${name}”, so it is left out.`),
  );
  return { positions, width: cells.length, problems, notes };
}

const inHeader = (column: string, message: string): FileProblem => ({ line: 1, column, message });
