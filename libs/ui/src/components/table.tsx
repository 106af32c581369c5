import { classNames, isPresent, type Attributes, type Content, type Maybe } from './content.js';

export interface TableCell {
  readonly text?: Content;
  /** `numeric` aligns figures to the right. */
  readonly format?: string;
  readonly colspan?: number;
  readonly rowspan?: number;
  readonly classes?: string;
  readonly attributes?: Attributes;
}

export interface TableProps {
  readonly caption?: string;
  readonly captionClasses?: string;
  readonly head?: readonly TableCell[];
  readonly rows: readonly Maybe<readonly TableCell[]>[];
  /** Makes the first cell of each row its heading. */
  readonly firstCellIsHeader?: boolean;
  readonly classes?: string;
  readonly attributes?: Attributes;
}

/** Data in rows and columns. */
export function Table(props: TableProps) {
  return (
    <table class={classNames('govuk-table', props.classes)} {...props.attributes}>
      {props.caption && (
        <caption class={classNames('govuk-table__caption', props.captionClasses)}>{props.caption}</caption>
      )}
      {props.head && (
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            {props.head.map((cell) => (
              <th
                scope="col"
                class={classNames(
                  'govuk-table__header',
                  cell.format && `govuk-table__header--${cell.format}`,
                  cell.classes,
                )}
                {...spans(cell)}
                {...cell.attributes}
              >
                {cell.text}
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody class="govuk-table__body">
        {props.rows.filter(isPresent).map((row) => (
          <tr class="govuk-table__row">
            {row.map((cell, index) =>
              index === 0 && props.firstCellIsHeader ? (
                <th
                  scope="row"
                  class={classNames('govuk-table__header', cell.classes)}
                  {...spans(cell)}
                  {...cell.attributes}
                >
                  {cell.text}
                </th>
              ) : (
                <td
                  class={classNames(
                    'govuk-table__cell',
                    cell.format && `govuk-table__cell--${cell.format}`,
                    cell.classes,
                  )}
                  {...spans(cell)}
                  {...cell.attributes}
                >
                  {cell.text}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function spans({ colspan, rowspan }: TableCell) {
  return { colspan, rowspan };
}
