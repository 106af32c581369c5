import { field, Input, Select, Textarea, textIn, type Form, type SubmittedValues } from '#ui';
import { noteKinds, type NoteDetails, type NoteInput } from '../domain/note.js';
import { noteKindWords } from '../in-words.js';

/** The controls of a note, in the order of the page. */
export const noteNames: readonly string[] = ['kind', 'text', 'ownerName'];

export const fillNote = ({ kind, text, ownerName }: NoteDetails): SubmittedValues => ({
  kind,
  text,
  ownerName: ownerName ?? '',
});

export const readNote = (values: SubmittedValues): NoteInput => ({
  kind: textIn(values, 'kind'),
  text: textIn(values, 'text'),
  ownerName: textIn(values, 'ownerName'),
});

/** @param props.staff whose names are offered */
export function NoteFields({ form, staff }: { readonly form: Form; readonly staff: readonly string[] }) {
  return (
    <>
      <Select
        {...field(form, 'kind')}
        label="What kind of note it is"
        hint="Keep what went well, change what did not, buy something, or whom to turn to."
        items={noteKinds.map((kind) => ({ value: kind, text: noteKindWords[kind] }))}
      />
      <Textarea
        {...field(form, 'text')}
        label="What is to be carried to next year"
        hint="For example, Book the corner again: twice as many people stopped."
        rows={4}
      />
      <Input
        {...field(form, 'ownerName')}
        label="Who looks after it (optional)"
        classes="govuk-input--width-20"
        attributes={{ list: 'staff' }}
      />
      <datalist id="staff">
        {staff.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  );
}
