import {
  accepted,
  checkChoice,
  checkOptionalText,
  checkText,
  problemsOf,
  refused,
  type Checked,
} from '#checks';

export const noteKinds = ['keep', 'change', 'buy', 'contact', 'other'] as const;

/** What is to be carried to next year: what went well, what did not, what to get, whom to turn to. */
export type NoteKind = (typeof noteKinds)[number];

export const longestNote = 2000;

/** What staff write of it. */
export interface NoteDetails {
  readonly kind: NoteKind;
  readonly text: string;
  readonly ownerName: string | null;
}

/** The same as a form or a program gives it. */
export interface NoteInput {
  readonly kind: string;
  readonly text: string;
  readonly ownerName: string | null;
}

/** @returns the note, or all that is wrong with it, each at its field */
export function checkNote(input: NoteInput): Checked<NoteDetails> {
  const kind: Checked<NoteKind> = checkChoice<NoteKind>(
    input.kind,
    noteKinds,
    'kind',
    'Say what kind of note it is.',
  );
  const text = checkText(input.text, 'text', {
    longest: longestNote,
    missing: { code: 'missing', message: 'Write what is to be carried to next year.' },
    manyLines: true,
  });
  const ownerName = checkOptionalText(input.ownerName, 'ownerName', { longest: 200 });
  if (!kind.ok || !text.ok || !ownerName.ok) return refused(...problemsOf(kind, text, ownerName));
  return accepted({ kind: kind.value, text: text.value, ownerName: ownerName.value });
}

/** The first line of a note, as what is called after it: a task, a page. */
export function titleOf(text: string, longest = 200): string {
  const line = text.split('\n', 1)[0] ?? '';
  const letters = Array.from(line);
  return letters.length > longest ? `${letters.slice(0, longest - 1).join('')}…` : line;
}
