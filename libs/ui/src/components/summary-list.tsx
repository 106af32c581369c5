import { classNames, isContent, isPresent, type Attributes, type Content, type Maybe } from './content.js';
import {
  SummaryActionLink,
  SummaryCard,
  type SummaryAction,
  type SummaryCardOptions,
} from './summary-card.js';

export type { SummaryAction, SummaryCardOptions } from './summary-card.js';

interface SummaryText {
  readonly text: Content;
  readonly classes?: string;
}

export interface SummaryListRow {
  readonly key: Content | SummaryText;
  readonly value: Content | SummaryText;
  readonly actions?: { readonly items?: readonly SummaryAction[]; readonly classes?: string };
  readonly classes?: string;
}

export interface SummaryListProps {
  readonly rows: readonly Maybe<SummaryListRow>[];
  /** Puts the list in a card with a title and actions of its own. */
  readonly card?: SummaryCardOptions;
  readonly classes?: string;
  readonly attributes?: Attributes;
}

/** Names and values, each with what can be done about it: an event's details, answers to check. */
export function SummaryList({ rows, card, classes, attributes }: SummaryListProps) {
  const present = rows.filter(isPresent);
  const anyActions = present.some((row) => row.actions?.items?.length);
  const list = (
    <dl class={classNames('govuk-summary-list', classes)} {...attributes}>
      {present.map((row) => (
        <Row row={row} card={card} anyActions={anyActions} />
      ))}
    </dl>
  );
  return card ? <SummaryCard {...card}>{list}</SummaryCard> : list;
}

interface RowProps {
  readonly row: SummaryListRow;
  readonly card: SummaryCardOptions | undefined;
  readonly anyActions: boolean;
}

function Row({ row, card, anyActions }: RowProps) {
  const key: SummaryText = isContent(row.key) ? { text: row.key } : row.key;
  const value: SummaryText = isContent(row.value) ? { text: row.value } : row.value;
  const actions = row.actions?.items ?? [];
  return (
    <div
      class={classNames(
        'govuk-summary-list__row',
        anyActions && !row.actions?.items && 'govuk-summary-list__row--no-actions',
        row.classes,
      )}
    >
      <dt class={classNames('govuk-summary-list__key', key.classes)}>{key.text}</dt>
      <dd class={classNames('govuk-summary-list__value', value.classes)}>{value.text}</dd>
      {actions.length > 0 && (
        <dd class={classNames('govuk-summary-list__actions', row.actions?.classes)}>
          {actions.length === 1 ? (
            actions.map((action) => <SummaryActionLink action={action} cardTitle={card?.title} />)
          ) : (
            <ul class="govuk-summary-list__actions-list">
              {actions.map((action) => (
                <li class="govuk-summary-list__actions-list-item">
                  <SummaryActionLink action={action} cardTitle={card?.title} />
                </li>
              ))}
            </ul>
          )}
        </dd>
      )}
    </div>
  );
}
