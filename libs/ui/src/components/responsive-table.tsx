import { classNames, isPresent, type Content, type Maybe } from './content.js';
import { nextSort, type Sort } from './sort.js';

export interface Column {
  /** Names the column in a sort. */
  readonly key: string;
  /** Heads the column, and names its cells where a row is a card. */
  readonly heading: string;
  /** Aligns figures to the right. */
  readonly format?: 'numeric';
  /** Makes the heading a link that sorts. */
  readonly sortable?: boolean;
}

export interface ResponsiveTableProps {
  readonly caption: string;
  readonly captionClasses?: string;
  readonly columns: readonly Column[];
  /** Cells in the order of the columns; the first of a row is its heading. */
  readonly rows: readonly Maybe<readonly (Content | undefined)[]>[];
  /** On a phone rows are short entries of a list whose cells explain themselves, without the columns' headings. */
  readonly isBrief?: boolean;
  /** It has more columns than a tablet has room for, so its rows are cards there, too. */
  readonly isWide?: boolean;
  readonly sort?: Sort;
  /** The address of the same page sorted another way; needed where a column is sortable. */
  readonly sortHref?: (sort: Sort) => string;
}

/**
 * A table whose rows become cards on a phone. The roles repeat what the elements are, since some browsers forget it
 * once styles make blocks of them. As cards have no header in view, links above them sort there.
 */
export function ResponsiveTable(props: ResponsiveTableProps) {
  const sortable = props.sortHref ? props.columns.filter((column) => column.sortable) : [];
  return (
    <>
      {sortable.length > 0 && <SortLinks {...props} columns={sortable} />}
      <table
        class={classNames(
          'govuk-table cn-table',
          props.isBrief && 'cn-table--brief',
          props.isWide && 'cn-table--wide',
        )}
        role="table"
      >
        <caption class={classNames('govuk-table__caption', props.captionClasses)}>
          {props.caption}
          {sortable.length > 0 && (
            <span class="govuk-visually-hidden"> (links in the column headings sort the table)</span>
          )}
        </caption>
        <thead class="govuk-table__head" role="rowgroup">
          <tr class="govuk-table__row" role="row">
            {props.columns.map((column) => (
              <ColumnHeading column={column} sort={props.sort} sortHref={props.sortHref} />
            ))}
          </tr>
        </thead>
        <tbody class="govuk-table__body" role="rowgroup">
          {props.rows.filter(isPresent).map((cells) => (
            <tr class="govuk-table__row" role="row">
              {props.columns.map((column, index) => (
                <Cell column={column} content={cells[index]} isHeading={index === 0} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

type ColumnHeadingProps = Pick<ResponsiveTableProps, 'sort' | 'sortHref'> & { readonly column: Column };

/** A column's heading: a link that sorts by it, if it can be sorted. */
function ColumnHeading({ column, sort, sortHref }: ColumnHeadingProps) {
  const { key, heading, format, sortable } = column;
  return (
    <th
      scope="col"
      role="columnheader"
      class={classNames('govuk-table__header', format && `govuk-table__header--${format}`)}
      aria-sort={sort?.key === key ? sort.direction : undefined}
    >
      {sortable && sortHref ? <a href={sortHref(nextSort(key, sort))}>{heading}</a> : heading}
    </th>
  );
}

interface CellProps {
  readonly column: Column;
  readonly content: Content | undefined;
  readonly isHeading: boolean;
}

function Cell({ column, content, isHeading }: CellProps) {
  if (isHeading) {
    return (
      <th scope="row" role="rowheader" class="govuk-table__header">
        {content}
      </th>
    );
  }
  return (
    <td
      role="cell"
      class={classNames('govuk-table__cell', column.format && `govuk-table__cell--${column.format}`)}
      data-label={column.heading}
    >
      {content}
    </td>
  );
}

function SortLinks({ caption, columns, sort, sortHref }: ResponsiveTableProps) {
  return (
    <nav class="cn-sort" aria-label={`Sort: ${caption}`}>
      <ul class="cn-choices">
        {columns.map(({ key, heading }) => {
          const next = nextSort(key, sort);
          const isSorted = sort?.key === key;
          return (
            <li>
              <a href={sortHref?.(next)} aria-current={isSorted ? 'true' : undefined}>
                {heading}
                {isSorted && <span class="govuk-visually-hidden">, sorted {sort.direction}</span>}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
