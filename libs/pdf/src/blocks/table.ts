import type { Table } from '../model.js';
import { colours, styles } from '../page/looks.js';
import type { Element, SetText } from '../page/pen.js';
import type { Frame, Sheet } from '../page/sheet.js';
import { columnsOf } from './columns.js';
import type { Prepared } from './prepared.js';

const padding = { top: 4, bottom: 4 } as const;

/** So many lines of a row that is higher than a page have to be where it begins. */
const leastLines = 4;

type Cell = { readonly set: SetText; readonly x: number; readonly namesRow: boolean };
type Row = { readonly cells: readonly Cell[]; readonly lines: number };

class Rows {
  private readonly columns: readonly Frame[];
  private readonly head: Row;
  readonly rows: readonly Row[];

  constructor(
    private readonly sheet: Sheet,
    private readonly block: Table,
    private readonly frame: Frame,
  ) {
    this.columns = columnsOf(sheet, block, frame);
    this.head = this.row(
      block.columns.map(({ header }) => header),
      styles.header,
    );
    this.rows = block.rows.map((row) => this.row(row, styles.cell));
  }

  heightOf(row: Row): number {
    return row.lines * styles.cell.leading + padding.top + padding.bottom;
  }

  get headHeight(): number {
    return this.heightOf(this.head);
  }

  write(parent: Element, after: number): void {
    const { pen } = this.sheet;
    const table = pen.element(parent, 'Table');
    const head = pen.element(pen.element(table, 'THead'), 'TR');
    const headers = this.head.cells.map(() => pen.element(head, 'TH', 'Column'));
    this.lines(this.head, headers, 'TH', 0, this.head.lines);
    this.underline(1, colours.brand);
    const body = pen.element(table, 'TBody');
    for (const [index, row] of this.rows.entries()) {
      this.writeRow(body, row, index === this.rows.length - 1 ? after : 0);
    }
  }

  private row(texts: Table['rows'][number], style: SetText['style']): Row {
    const cells = this.columns.map(({ x, width }, index) => {
      const column = this.block.columns[index];
      const set = this.sheet.set(texts[index] ?? '', style, width, column?.align);
      return { set, x, namesRow: column?.namesRow === true };
    });
    return { cells, lines: Math.max(1, ...cells.map(({ set }) => set.lines.length)) };
  }

  /** Turns the page and repeats the headings there, for the eye only: whoever is read to has been told. */
  private turn(): void {
    const { sheet } = this;
    sheet.turn();
    for (const { set, x } of this.head.cells) sheet.pen.artifact('Pagination', set, x, sheet.y + padding.top);
    sheet.y += this.headHeight;
    this.underline(1, colours.brand);
  }

  private writeRow(body: Element, row: Row, after: number): void {
    const { sheet } = this;
    const element = sheet.pen.element(body, 'TR');
    const cells = row.cells.map(({ namesRow }) =>
      namesRow ? sheet.pen.element(element, 'TH', 'Row') : sheet.pen.element(element, 'TD'),
    );
    const height = this.heightOf(row) + after;
    const fitsOnNext = height <= sheet.wholePage - this.headHeight;
    if (height > sheet.room && (fitsOnNext || sheet.room < leastLines * styles.cell.leading)) this.turn();
    let done = 0;
    // Only a row that is higher than a page goes on on the next.
    while (done < row.lines) {
      const space = (sheet.room - padding.top - padding.bottom) / styles.cell.leading;
      const here = Math.max(1, Math.min(row.lines - done, Math.floor(space + 0.001)));
      this.lines(row, cells, null, done, done + here);
      done += here;
      if (done < row.lines) this.turn();
    }
    this.underline(0.5, colours.rule);
  }

  /** @param tag null for each cell's own */
  private lines(row: Row, elements: readonly Element[], tag: string | null, from: number, to: number): void {
    const { sheet } = this;
    for (const [index, { set, x, namesRow }] of row.cells.entries()) {
      const element = elements[index];
      const part = { ...set, lines: set.lines.slice(from, to) };
      if (element) sheet.pen.text(element, tag ?? (namesRow ? 'TH' : 'TD'), part, x, sheet.y + padding.top);
    }
    sheet.y += (to - from) * styles.cell.leading + padding.top + padding.bottom;
  }

  private underline(thickness: number, colour: string): void {
    this.sheet.pen.rule(this.frame.x, this.sheet.y - thickness, this.frame.width, thickness, colour);
  }
}

export function prepareTable(sheet: Sheet, block: Table, frame: Frame): Prepared {
  const rows = new Rows(sheet, block, frame);
  const heights = rows.rows.map((row) => rows.heightOf(row));
  return {
    height: heights.reduce((sum, height) => sum + height, rows.headHeight),
    least: rows.headHeight + Math.min(heights[0] ?? 0, leastLines * styles.cell.leading),
    leads: false,
    closes: false,
    write: (parent, after) => rows.write(parent, after),
  };
}
