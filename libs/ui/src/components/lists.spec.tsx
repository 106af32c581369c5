import { Button, type ButtonProps } from './button.js';
import type { Maybe } from './content.js';
import type { SummaryAction, SummaryCardOptions } from './summary-card.js';
import { SummaryList, type SummaryListProps, type SummaryListRow } from './summary-list.js';
import { Table, type TableCell, type TableProps } from './table.js';
import { TaskList, type Task, type TaskListProps, type TaskStatus } from './task-list.js';
import {
  content,
  describeFixtures,
  withContent,
  withContentIfAny,
  type TextOrHtml,
} from './testing/fixtures.js';

type Styled = TextOrHtml & { readonly classes?: string };
type GivenAction = Omit<SummaryAction, 'text'> & TextOrHtml;
interface GivenActions {
  readonly items?: readonly GivenAction[];
  readonly classes?: string;
}

describeFixtures('button', (options: Omit<ButtonProps, 'children'> & TextOrHtml) => (
  <Button {...options}>{content(options)}</Button>
));

function actions(given: GivenActions | undefined) {
  return given && { ...given, items: given.items?.map(withContent) };
}

type GivenRow = Omit<SummaryListRow, 'key' | 'value' | 'actions'> & {
  readonly key: Styled;
  readonly value: Styled;
  readonly actions?: GivenActions;
};
type GivenCard = Omit<SummaryCardOptions, 'title' | 'actions'> & {
  readonly title?: Styled & { readonly headingLevel?: 1 | 2 | 3 | 4 | 5 | 6 };
  readonly actions?: GivenActions;
};
type SummaryListOptions = Omit<SummaryListProps, 'rows' | 'card'> & {
  readonly rows: readonly Maybe<GivenRow>[];
  readonly card?: GivenCard;
};
describeFixtures('summary-list', ({ rows, card, ...options }: SummaryListOptions) => (
  <SummaryList
    {...options}
    rows={rows.map(
      (row) =>
        row && {
          ...row,
          key: withContent(row.key),
          value: withContent(row.value),
          actions: actions(row.actions),
        },
    )}
    card={card && { ...card, title: withContentIfAny(card.title), actions: actions(card.actions) }}
  />
));

type GivenCell = Omit<TableCell, 'text'> & TextOrHtml;
type TableOptions = Omit<TableProps, 'head' | 'rows'> & {
  readonly head?: readonly GivenCell[];
  readonly rows: readonly Maybe<readonly GivenCell[]>[];
};
describeFixtures('table', (options: TableOptions) => (
  <Table
    {...options}
    head={options.head?.map(withContent)}
    rows={options.rows.map((row) => row && row.map(withContent))}
  />
));

type GivenStatus = Omit<TaskStatus, 'text' | 'tag'> & Styled & { readonly tag?: Styled };
type GivenTask = Omit<Task, 'title' | 'hint' | 'status'> & {
  readonly title: Styled;
  readonly hint?: TextOrHtml;
  readonly status: GivenStatus;
};
type TaskListOptions = Omit<TaskListProps, 'items'> & { readonly items: readonly Maybe<GivenTask>[] };
describeFixtures('task-list', ({ items, ...options }: TaskListOptions) => (
  <TaskList
    {...options}
    items={items.map(
      (task) =>
        task && {
          ...task,
          title: withContent(task.title),
          hint: task.hint && content(task.hint),
          status: { ...withContent(task.status), tag: withContentIfAny(task.status.tag) },
        },
    )}
  />
));
