import { Button, FormErrors, InsetText, type Form } from '#ui';
import { ownNotePath } from '../addresses.js';
import { noteStatusWords } from '../in-words.js';
import type { OwnNote } from '../own-note.js';
import { NoteFields } from './note-fields.js';

export interface OwnNoteViewProps {
  readonly own: OwnNote;
  readonly form: Form;
  /** That saving would replace. */
  readonly version: number;
  readonly secret: string;
}

/** What a traveller has written, and the ways to go on. */
export function OwnNoteView({ own, form: shown, version, secret }: OwnNoteViewProps) {
  const { visit, note, isOpen } = own;
  return (
    <>
      <FormErrors form={shown} />
      <span class="govuk-caption-xl">{visit.title}</span>
      <h1 class="govuk-heading-xl">What you learned</h1>
      {!isOpen && (
        <InsetText>You can write down what you learned from the first day of the visit on.</InsetText>
      )}
      {note !== null && (
        <InsetText>
          <strong>{noteStatusWords[note.status]}.</strong>
          {note.status === 'published' &&
            ' If you change it, it goes off the page until staff have read it again.'}
        </InsetText>
      )}
      {note !== null && note.consentAt !== null && (
        <form method="post" action={ownNotePath(secret, 'take-back')}>
          <Button classes="govuk-button--secondary" preventDoubleClick>
            Take back that everybody may read it
          </Button>
        </form>
      )}
      {isOpen && (
        <form method="post" action={ownNotePath(secret)} novalidate>
          <input type="hidden" name="version" value={String(version)} />
          <NoteFields form={shown} />
          <div class="govuk-button-group">
            <Button name="step" value="hand-in" preventDoubleClick>
              Hand it in
            </Button>
            <Button name="step" value="save" classes="govuk-button--secondary" preventDoubleClick>
              Save it as a draft
            </Button>
          </div>
        </form>
      )}
    </>
  );
}
