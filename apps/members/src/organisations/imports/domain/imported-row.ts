import type { FileProblem } from '#csv';
import type { OrganisationColumn } from './organisation-columns.js';

/** More organisations than this in one file are refused. */
export const mostRows = 10_000;

/**
 * What a row says, by column: tidied texts, dates in ISO form, categories and statuses as the network names them, `yes` or
 * `no`. A column that the file does not have is left out; '' is an empty cell.
 */
export type Cells = Partial<Readonly<Record<OrganisationColumn, string>>>;

/** An organisation of a file. */
export interface ImportedRow {
  /** Its row in a spreadsheet. */
  readonly line: number;
  readonly cells: Cells;
  readonly problems: readonly FileProblem[];
  /** What was read in another way than it was written. */
  readonly notes: readonly FileProblem[];
}

/** A file's rows, or why there are none. */
export interface ImportedFile {
  readonly rows: readonly ImportedRow[];
  /** What makes the file as a whole unreadable; then there are no rows. */
  readonly problems: readonly FileProblem[];
  readonly notes: readonly FileProblem[];
}
