import { Temporal } from 'temporal-polyfill';
import {
  Button,
  dateInWords,
  EmptyState,
  momentInWords,
  plural,
  relativeDayInWords,
  ResponsiveTable,
  Tag,
} from '#ui';
import { manageExhibitionPath } from '../../exhibitions/addresses.js';
import type { Exhibition } from '../../exhibitions/domain/exhibition.js';
import { ExhibitionFrame } from '../../exhibitions/pages/exhibition-frame.js';
import { thingPath } from '../../plans/addresses.js';
import { isOverdue } from '../domain/task.js';
import { kindWords } from '../in-words.js';
import type { TaskRow } from '../task.entity.js';

export interface TasksViewProps {
  readonly exhibition: Exhibition;
  /** In order. */
  readonly tasks: readonly TaskRow[];
  /** ISO. */
  readonly today: string;
}

export function TasksView({ exhibition, tasks, today }: TasksViewProps) {
  const open = tasks.filter(({ doneAt }) => doneAt === null);
  const done = tasks.filter(({ doneAt }) => doneAt !== null);
  const overdue = open.filter(({ dueOn }) => isOverdue({ dueOn, isDone: false }, today));
  return (
    <ExhibitionFrame exhibition={exhibition} heading="Tasks" current="tasks">
      {overdue.length > 0 && (
        <p class="govuk-body">
          <strong>{plural(overdue.length, 'task')} overdue.</strong>
        </p>
      )}
      <Button href={manageExhibitionPath(exhibition.id, 'tasks/new')}>Add a task</Button>
      {open.length === 0 ? (
        <EmptyState titleText={done.length === 0 ? 'No tasks yet' : 'All is done'}>
          <p class="govuk-body">
            Add what has to be done by when: booking the stand, artwork, passes, deliveries.
          </p>
        </EmptyState>
      ) : (
        <ResponsiveTable
          caption="To do, the most overdue first"
          columns={[
            { key: 'title', heading: 'Task' },
            { key: 'due', heading: 'By' },
            { key: 'kind', heading: 'About' },
            { key: 'owner', heading: 'Who' },
            { key: 'done', heading: 'Done' },
          ]}
          rows={open.map((task) => [
            <Title task={task} exhibition={exhibition} />,
            <Due task={task} today={today} />,
            kindWords[task.kind],
            task.ownerName ?? <span class="cn-quiet">Nobody yet</span>,
            <Press task={task} verb="Done" isDone />,
          ])}
        />
      )}
      {done.length > 0 && (
        <ResponsiveTable
          caption="Done"
          columns={[
            { key: 'title', heading: 'Task' },
            { key: 'done', heading: 'Done' },
            { key: 'undo', heading: 'Undo' },
          ]}
          rows={done.map((task) => [
            <Title task={task} exhibition={exhibition} />,
            task.doneAt === null
              ? ''
              : `${momentInWords(task.doneAt)}${task.doneByName === null ? '' : ` by ${task.doneByName}`}`,
            <Press task={task} verb="Undo" isDone={false} />,
          ])}
        />
      )}
    </ExhibitionFrame>
  );
}

function Title({ task, exhibition }: { readonly task: TaskRow; readonly exhibition: Exhibition }) {
  return (
    <>
      <a class="govuk-link" href={thingPath(exhibition.id, 'tasks', task.id, 'edit')}>
        {task.title}
      </a>
      {task.note !== '' && <p class="cn-quiet cn-flush">{task.note}</p>}
    </>
  );
}

function Due({ task, today }: { readonly task: TaskRow; readonly today: string }) {
  const day = Temporal.PlainDate.from(task.dueOn);
  return (
    <>
      {dateInWords(day, { weekday: false })}{' '}
      {isOverdue({ dueOn: task.dueOn, isDone: false }, today) ? (
        <Tag colour="red">Overdue</Tag>
      ) : (
        <span class="cn-quiet">({relativeDayInWords(day, Temporal.PlainDate.from(today))})</span>
      )}
    </>
  );
}

interface PressProps {
  readonly task: TaskRow;
  readonly verb: string;
  readonly isDone: boolean;
}

/** One press says that it is done, or is not. */
function Press({ task, verb, isDone }: PressProps) {
  return (
    <form method="post" action={thingPath(task.exhibitionId, 'tasks', task.id, 'done')}>
      <input type="hidden" name="done" value={isDone ? 'yes' : 'no'} />
      <Button classes="govuk-button--secondary cn-flush" preventDoubleClick>
        {verb}
        <span class="govuk-visually-hidden">: {task.title}</span>
      </Button>
    </form>
  );
}
