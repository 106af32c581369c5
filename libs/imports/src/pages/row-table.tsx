import type { ComponentChildren } from 'preact';
import { Pages, plural, ResponsiveTable, type Content } from '#ui';
import type { Import } from '../import-record.js';
import { RowChoices, rowsAddress, rowsOnPage, type RowChoicesProps } from './row-choices.js';

export interface RowTableProps<Row> extends Omit<RowChoicesProps, 'chosen'> {
  readonly of: Import;
  readonly shown: ShownRows<Row>;
  /** What a row is: "Event". */
  readonly heading: string;
  /** What its place is called: "Row" or "Line". */
  readonly place: string;
  readonly cells: {
    name(this: void, row: Row): Content;
    outcome(this: void, row: Row): string;
    told(this: void, row: Row): Content;
  };
  /** Put around the table. */
  around?(this: void, table: ComponentChildren): ComponentChildren;
}

/** A page of some of an import's rows. */
export interface ShownRows<Row, Choice extends string = string> {
  readonly choice: Choice;
  /** From 1. */
  readonly page: number;
  readonly rows: readonly Row[];
}

/** The rows of an import, each problem beside its row and column. */
export function RowTable<Row extends { readonly line: number }>(props: RowTableProps<Row>) {
  const { of, shown, choices, path, heading, place, cells, around = (table) => table } = props;
  const { choice, page, rows } = shown;
  const total = choices.find(({ name }) => name === choice)?.count ?? 0;
  return (
    <>
      <h2 class="govuk-heading-m" id="rows">
        Row by row
      </h2>
      <RowChoices choices={choices} chosen={choice} path={path} />
      {around(
        <ResponsiveTable
          isWide
          caption={`${plural(total, 'row')}${total > rowsOnPage ? `, page ${page}` : ''}`}
          captionClasses="govuk-table__caption--s"
          columns={[
            { key: 'name', heading },
            { key: 'line', heading: place },
            { key: 'outcome', heading: of.state === 'done' ? 'What was done' : 'What would be done' },
            { key: 'told', heading: 'Problems and changes' },
          ]}
          rows={rows.map((row) => [cells.name(row), String(row.line), cells.outcome(row), cells.told(row)])}
        />,
      )}
      <Pages
        current={page}
        total={Math.ceil(total / rowsOnPage)}
        href={(next) => rowsAddress(path, choice, next)}
        landmarkLabel="Pages of rows"
      />
    </>
  );
}
