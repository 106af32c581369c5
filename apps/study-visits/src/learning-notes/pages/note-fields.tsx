import { Checkboxes, field, Input, Radios, Textarea, textIn, type Form, type SubmittedValues } from '#ui';
import { signings, type LearningNote, type LearningNoteInput } from '../domain/learning-note.js';
import { signedWords } from '../in-words.js';

/** The controls, in the order of the page. */
export const noteNames = ['title', 'text', 'consent', 'signed'] as const;

export const readNote = (values: SubmittedValues, isHandedIn: boolean): LearningNoteInput => ({
  title: textIn(values, 'title'),
  text: textIn(values, 'text'),
  hasConsented: textIn(values, 'consent') === 'yes',
  signed: textIn(values, 'signed'),
  isHandedIn,
});

export const fillNote = (note: LearningNote): SubmittedValues => ({
  title: note.title,
  text: note.text,
  consent: note.hasConsented ? 'yes' : '',
  signed: note.signed,
});

const legend = (text: string) => ({ legend: { text, classes: 'govuk-fieldset__legend--m' } });

export function NoteFields({ form }: { readonly form: Form }) {
  return (
    <>
      <Input
        {...field(form, 'title')}
        label="Heading"
        hint="For example, What a consortium does for small firms."
      />
      <Textarea
        {...field(form, 'text')}
        label="What you learned"
        hint="What surprised you, what your place could do, whom to ask. You can use **bold**, lists with a hyphen, and ## for headings within."
        rows={16}
      />
      <Checkboxes
        {...field(form, 'consent')}
        fieldset={legend('May everybody read it?')}
        hint="You can take it back at any time, and it is off the page at once."
        items={[{ value: 'yes', text: 'I agree that it is published on the visit’s page' }]}
      />
      <Radios
        {...field(form, 'signed')}
        fieldset={legend('What stands under it there')}
        items={signings.map((each) => ({ value: each, text: signedWords[each] }))}
      />
    </>
  );
}
