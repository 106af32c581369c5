import { Button, field, HiddenFields, momentInWords, Textarea, type Form } from '#ui';
import { staffBookingPath } from '../../addresses.js';
import type { BookingNoteRow } from '../booking-note.entity.js';

export interface NotesPartProps {
  readonly reference: string;
  readonly notes: readonly BookingNoteRow[];
  readonly form: Form;
  readonly token: string;
  readonly zone: string;
}

/** What staff noted about a booking, and where they note more. */
export function NotesPart({ reference, notes, form, token, zone }: NotesPartProps) {
  return (
    <section aria-labelledby="notes">
      <h2 class="govuk-heading-m" id="notes">
        Notes
      </h2>
      {notes.length === 0 && <p class="govuk-body">Nobody has noted anything yet.</p>}
      {notes.map(({ id, at, text, personName }) => (
        <div key={id} class="govuk-inset-text">
          {text.split('\n').map((line) => (
            <>
              <bdi>{line}</bdi>
              <br />
            </>
          ))}
          <span class="cn-quiet">
            {personName}, {momentInWords(at, zone)}
          </span>
        </div>
      ))}
      <form method="post" action={`${staffBookingPath(reference)}/notes`} novalidate>
        <HiddenFields values={{ once: token }} />
        <Textarea
          {...field(form, 'text')}
          label={{ text: 'A new note', classes: 'govuk-label--s' }}
          hint="Staff alone see it, and the person it is about if they ask for what we hold on them."
          rows={3}
        />
        <Button classes="govuk-button--secondary" preventDoubleClick>
          Keep the note
        </Button>
      </form>
    </section>
  );
}
