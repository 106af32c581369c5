import {
  DateInput,
  dateField,
  dateNames,
  dayBoxes,
  field,
  Input,
  readDay,
  Select,
  Textarea,
  textIn,
  type Form,
  type SubmittedValues,
} from '#ui';
import { taskKinds, type TaskDetails, type TaskInput } from '../domain/task.js';
import { kindWords } from '../in-words.js';

/** The controls of a task, in the order of the page. */
export const taskNames: readonly string[] = ['title', 'kind', ...dateNames('dueOn'), 'ownerName', 'note'];

export const fillTask = (task: TaskDetails): SubmittedValues => ({
  title: task.title,
  kind: task.kind,
  ...dayBoxes('dueOn', task.dueOn),
  ownerName: task.ownerName ?? '',
  note: task.note,
});

export const readTask = (values: SubmittedValues): TaskInput => ({
  title: textIn(values, 'title'),
  kind: textIn(values, 'kind'),
  dueOn: readDay(values, 'dueOn', 'the day by which it is to be done'),
  ownerName: textIn(values, 'ownerName'),
  note: textIn(values, 'note'),
});

/** @param props.staff whose names are offered */
export function TaskFields({ form, staff }: { readonly form: Form; readonly staff: readonly string[] }) {
  return (
    <>
      <Input {...field(form, 'title')} label="What is to be done" hint="For example, Send the artwork." />
      <Select
        {...field(form, 'kind')}
        label="What it is about"
        items={taskKinds.map((kind) => ({ value: kind, text: kindWords[kind] }))}
      />
      <DateInput
        {...dateField(form, 'dueOn')}
        fieldset={{ legend: 'By when' }}
        hint="For example, 30 6 2027."
      />
      <Input
        {...field(form, 'ownerName')}
        label="Who does it (optional)"
        classes="govuk-input--width-20"
        attributes={{ list: 'staff' }}
      />
      <datalist id="staff">
        {staff.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <Textarea {...field(form, 'note')} label="Note (optional)" rows={3} />
    </>
  );
}
