import {
  accepted,
  checkChoice,
  checkOptionalText,
  checkPlausibleDay,
  checkText,
  problemsOf,
  refuse,
  refused,
  type Checked,
} from '#checks';

export const taskKinds = ['booking', 'artwork', 'passes', 'deliveries', 'other'] as const;

/** Which of the host's deadlines it is about. */
export type TaskKind = (typeof taskKinds)[number];

/** What staff write of a task. */
export interface TaskDetails {
  readonly kind: TaskKind;
  readonly title: string;
  /** ISO. */
  readonly dueOn: string;
  readonly ownerName: string | null;
  readonly note: string;
}

/** The same as a form or a program gives it. */
export interface TaskInput {
  readonly kind: string;
  readonly title: string;
  readonly dueOn: Checked<string | null>;
  readonly ownerName: string | null;
  readonly note: string;
}

/** @returns the task, or all that is wrong with it, each at its field */
export function checkTask(input: TaskInput): Checked<TaskDetails> {
  const title = checkText(input.title, 'title', {
    longest: 200,
    missing: { code: 'missing', message: 'Say what is to be done.' },
  });
  const kind = checkChoice<TaskKind>(input.kind, taskKinds, 'kind', 'Say what it is about.');
  const dueOn = checkDue(input.dueOn);
  const ownerName = checkOptionalText(input.ownerName, 'ownerName', { longest: 200 });
  const note = checkOptionalText(input.note, 'note', { longest: 2000, manyLines: true });
  if (!title.ok || !kind.ok || !dueOn.ok || !ownerName.ok || !note.ok) {
    return refused(...problemsOf(title, kind, dueOn, ownerName, note));
  }
  return accepted({
    kind: kind.value,
    title: title.value,
    dueOn: dueOn.value,
    ownerName: ownerName.value,
    note: note.value ?? '',
  });
}

function checkDue(given: Checked<string | null>): Checked<string> {
  const day = checkPlausibleDay(given, 'dueOn');
  if (!day.ok) return day;
  return day.value === null
    ? refuse('dueOn', 'date-missing', 'Enter the day by which it is to be done.')
    : accepted(day.value);
}

interface Dated {
  readonly dueOn: string;
  readonly isDone: boolean;
}

/** Whether its day has passed without its being done. @param today ISO */
export const isOverdue = ({ dueOn, isDone }: Dated, today: string): boolean => !isDone && dueOn < today;

/** What is still to be done, the most overdue first; then what is done, the latest first. */
export const tasksInOrder = <Task extends Dated>(tasks: readonly Task[]): readonly Task[] =>
  tasks.toSorted((one, other) => {
    if (one.isDone !== other.isDone) return one.isDone ? 1 : -1;
    const byDay = one.dueOn.localeCompare(other.dueOn);
    return one.isDone ? -byDay : byDay;
  });
