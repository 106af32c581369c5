import { Button, EmptyState, momentInWords, ResponsiveTable } from '#ui';
import { manageExhibitionPath } from '../../exhibitions/addresses.js';
import type { Exhibition } from '../../exhibitions/domain/exhibition.js';
import { thingPath } from '../../plans/addresses.js';
import { afterwardsPath } from '../addresses.js';
import { titleOf } from '../domain/note.js';
import { noteKindWords } from '../in-words.js';
import type { NoteRow } from '../notes/note.entity.js';
import type { LeftBehind } from '../summary/read-left-behind.js';
import { AfterwardsFrame } from './afterwards-frame.js';
import { BringHome } from './bring-home.js';

export interface NotesViewProps {
  readonly exhibition: Exhibition;
  /** In order. */
  readonly notes: readonly NoteRow[];
  readonly left: readonly LeftBehind[];
}

export function NotesView({ exhibition, notes, left }: NotesViewProps) {
  const open = notes.filter(({ doneAt }) => doneAt === null);
  const done = notes.filter(({ doneAt }) => doneAt !== null);
  return (
    <AfterwardsFrame exhibition={exhibition} heading="For next year" part="notes">
      <p class="govuk-body">
        Open notes come along when the exhibition is{' '}
        <a class="govuk-link" href={manageExhibitionPath(exhibition.id, 'copy')}>
          copied
        </a>
        , and can become tasks there or here.
      </p>
      <Button href={afterwardsPath(exhibition.id, 'notes/new')}>Add a note</Button>
      {open.length === 0 ? (
        <EmptyState titleText={done.length === 0 ? 'No notes yet' : 'All is settled'}>
          <p class="govuk-body">
            Write down what to keep, what to change, what to buy and whom to turn to, while it is fresh.
          </p>
        </EmptyState>
      ) : (
        <ResponsiveTable
          caption="Open"
          columns={[
            { key: 'note', heading: 'Note' },
            { key: 'kind', heading: 'Kind' },
            { key: 'owner', heading: 'Who' },
            { key: 'task', heading: 'Task' },
            { key: 'done', heading: 'Settled' },
          ]}
          rows={open.map((note) => [
            <Words note={note} />,
            noteKindWords[note.kind],
            note.ownerName === null ? <span class="cn-quiet">Nobody yet</span> : <bdi>{note.ownerName}</bdi>,
            <a class="govuk-link" href={thingPath(exhibition.id, 'afterwards/notes', note.id, 'task')}>
              Make it a task<span class="govuk-visually-hidden">: {titleOf(note.text, 80)}</span>
            </a>,
            <Press note={note} verb="Settled" isDone />,
          ])}
        />
      )}
      {done.length > 0 && (
        <ResponsiveTable
          caption="Settled"
          columns={[
            { key: 'note', heading: 'Note' },
            { key: 'how', heading: 'How' },
            { key: 'undo', heading: 'Undo' },
          ]}
          rows={done.map((note) => [
            <Words note={note} />,
            <How note={note} />,
            <Press note={note} verb="Open again" isDone={false} />,
          ])}
        />
      )}
      <BringHome left={left} />
    </AfterwardsFrame>
  );
}

function Words({ note }: { readonly note: NoteRow }) {
  const [first = '', ...more] = note.text.split('\n');
  return (
    <>
      <a class="govuk-link" href={thingPath(note.exhibitionId, 'afterwards/notes', note.id, 'edit')}>
        <bdi>{first}</bdi>
      </a>
      {more.map((line) => (
        <p class="cn-quiet cn-flush">
          <bdi>{line}</bdi>
        </p>
      ))}
      {note.carriedFrom !== null && <p class="cn-quiet cn-flush">From the exhibition before</p>}
      {note.feedbackId !== null && <p class="cn-quiet cn-flush">From what somebody of the team said</p>}
    </>
  );
}

function How({ note: { doneAt, doneByName, taskId, exhibitionId } }: { readonly note: NoteRow }) {
  if (doneAt === null) return null;
  return (
    <>
      {momentInWords(doneAt)}
      {doneByName === null ? '' : ` by ${doneByName}`}
      {taskId !== null && (
        <>
          {': '}
          <a class="govuk-link" href={thingPath(exhibitionId, 'tasks', taskId, 'edit')}>
            it became a task
          </a>
        </>
      )}
    </>
  );
}

interface PressProps {
  readonly note: NoteRow;
  readonly verb: string;
  readonly isDone: boolean;
}

function Press({ note, verb, isDone }: PressProps) {
  return (
    <form method="post" action={thingPath(note.exhibitionId, 'afterwards/notes', note.id, 'done')}>
      <input type="hidden" name="done" value={isDone ? 'yes' : 'no'} />
      <Button classes="govuk-button--secondary cn-flush" preventDoubleClick>
        {verb}
        <span class="govuk-visually-hidden">: {titleOf(note.text, 80)}</span>
      </Button>
    </form>
  );
}
