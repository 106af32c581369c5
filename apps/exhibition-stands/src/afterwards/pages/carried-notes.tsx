import { plural } from '#ui';
import { thingPath } from '../../plans/addresses.js';
import { afterwardsPath } from '../addresses.js';
import { titleOf } from '../domain/note.js';
import { noteKindWords } from '../in-words.js';
import type { NoteRow } from '../notes/note.entity.js';

export interface CarriedNotesProps {
  readonly exhibitionId: string;
  /** Open ones that came from the exhibition before. */
  readonly notes: readonly NoteRow[];
}

/** What the exhibition before left to be thought of, on the overview of the one that was copied of it. */
export function CarriedNotes({ exhibitionId, notes }: CarriedNotesProps) {
  if (notes.length === 0) return null;
  return (
    <section class="cn-status cn-status--postponed" aria-labelledby="carried">
      <h2 class="cn-status__title" id="carried">
        Carried from the exhibition before
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {notes.map(({ id, kind, text }) => (
          <li key={id}>
            {noteKindWords[kind]}: <bdi>{titleOf(text)}</bdi>{' '}
            <a class="govuk-link" href={thingPath(exhibitionId, 'afterwards/notes', id, 'task')}>
              Make it a task<span class="govuk-visually-hidden">: {titleOf(text, 80)}</span>
            </a>
          </li>
        ))}
      </ul>
      <p>
        <a class="govuk-link" href={afterwardsPath(exhibitionId, 'notes')}>
          {plural(notes.length, 'open note')}
        </a>
      </p>
    </section>
  );
}
