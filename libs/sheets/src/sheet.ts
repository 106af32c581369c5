import type { Temporal } from 'temporal-polyfill';

/** What stands in the cells of a column, by the column's kind. */
interface ValueOf {
  readonly text: string;
  /** ISO 8601: `2027-03-09`. */
  readonly date: string | Temporal.PlainDate;
  readonly instant: Date | Temporal.Instant;
  /** Whole pence. */
  readonly pence: number;
  readonly number: number;
  readonly 'yes-no': boolean;
}

export type CellKind = keyof ValueOf;

/** A value of any kind; `null` leaves its cell empty. */
export type CellValue = ValueOf[CellKind] | null;

export interface SheetColumn {
  /** Where a row has it. */
  readonly key: string;
  /** Heads the column. */
  readonly title: string;
  readonly kind: CellKind;
  /** IANA zone in whose time instants are told, the network's own unless given. */
  readonly zone?: string;
}

/** A row: under each column's key a value of its kind. */
export type SheetRow<Columns extends readonly SheetColumn[]> = {
  readonly [Each in Columns[number] as Each['key']]: ValueOf[Each['kind']] | null;
};

/** A table to be downloaded. Its rows are taken as they are written, so there may be many. */
export interface Sheet<Columns extends readonly SheetColumn[] = readonly SheetColumn[]> {
  /** Names the file and the sheet in it: "Delegates, 9 March 2027". */
  readonly name: string;
  readonly columns: Columns;
  readonly rows: AsyncIterable<SheetRow<Columns>> | Iterable<SheetRow<Columns>>;
}

/** A sheet whose rows are checked against its columns as it is written down. */
export const sheetOf = <const Columns extends readonly SheetColumn[]>(
  sheet: Sheet<Columns>,
): Sheet<Columns> => sheet;

/** How a format writes a value of each kind. */
export type CellWriters<Written> = {
  readonly [Kind in CellKind]: (value: ValueOf[Kind], column: SheetColumn) => Written;
};

/**
 * A row's cells in the order of the columns.
 * @param empty what stands where there is no value
 * @throws RangeError, TypeError where a value is not of its column's kind
 */
export function cellsOf<Written>(
  row: SheetRow<readonly SheetColumn[]>,
  columns: readonly SheetColumn[],
  writers: CellWriters<Written>,
  empty: Written,
): Written[] {
  return columns.map((column) => {
    const value = row[column.key] ?? null;
    // A sheet's rows have been checked against its columns; here the two are told apart no more.
    const write = writers[column.kind] as (value: CellValue, column: SheetColumn) => Written;
    return value === null ? empty : write(value, column);
  });
}
