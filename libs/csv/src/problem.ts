/** Something that is wrong with a file that is read, or worth knowing about it. */
export interface FileProblem {
  /** The row of a CSV file, as a spreadsheet counts; the line of another file. null: the file as a whole. */
  readonly line: number | null;
  /** The column, or the property (`DTSTART`). null: all of the row, or of the file. */
  readonly column: string | null;
  /** A sentence for people: what is wrong and what to do. */
  readonly message: string;
}
