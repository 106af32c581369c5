import { classNames, isContent, isPresent, type Attributes, type Content, type Maybe } from './content.js';
import { Tag, type TagColour } from './tag.js';

export interface TaskStatus {
  /** Words, quiet: for what is done. */
  readonly text?: Content;
  /** A tag, loud: for what still needs doing. */
  readonly tag?: {
    readonly text: Content;
    readonly colour?: TagColour;
    readonly classes?: string;
    readonly attributes?: Attributes;
  };
  readonly classes?: string;
}

export interface Task {
  readonly title: Content | { readonly text: Content; readonly classes?: string };
  readonly hint?: Content;
  readonly status: TaskStatus;
  /** Left out where the task cannot be begun yet. */
  readonly href?: string;
  readonly classes?: string;
}

export interface TaskListProps {
  readonly items: readonly Maybe<Task>[];
  /** Starts the ids of hints and statuses; give one where a page has two lists. */
  readonly idPrefix?: string;
  readonly classes?: string;
  readonly attributes?: Attributes;
}

/** What there is to do, and how far each thing has got. */
export function TaskList({ items, idPrefix = 'task-list', classes, attributes }: TaskListProps) {
  return (
    <ul class={classNames('govuk-task-list', classes)} {...attributes}>
      {items.map(
        (item, index) => isPresent(item) && <TaskItem task={item} id={`${idPrefix}-${index + 1}`} />,
      )}
    </ul>
  );
}

function TaskItem({ task, id }: { readonly task: Task; readonly id: string }) {
  const { hint, status, href } = task;
  const title = isContent(task.title) ? { text: task.title, classes: undefined } : task.title;
  const hintId = hint === undefined ? '' : `${id}-hint`;
  const statusId = `${id}-status`;
  return (
    <li class={classNames('govuk-task-list__item', href && 'govuk-task-list__item--with-link', task.classes)}>
      <div class="govuk-task-list__name-and-hint">
        {href ? (
          <a
            class={classNames('govuk-link govuk-task-list__link', title.classes)}
            href={href}
            aria-describedby={classNames(hintId, statusId)}
          >
            {title.text}
          </a>
        ) : (
          <div class={title.classes}>{title.text}</div>
        )}
        {hint !== undefined && (
          <div id={hintId} class="govuk-task-list__hint">
            {hint}
          </div>
        )}
      </div>
      <div class={classNames('govuk-task-list__status', status.classes)} id={statusId}>
        {status.tag ? <StatusTag {...status.tag} /> : status.text}
      </div>
    </li>
  );
}

function StatusTag({ text, ...tag }: NonNullable<TaskStatus['tag']>) {
  return <Tag {...tag}>{text}</Tag>;
}
