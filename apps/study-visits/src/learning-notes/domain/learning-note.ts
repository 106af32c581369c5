import {
  accepted,
  checkChoice,
  checkOptionalText,
  checkText,
  problemsOf,
  refuse,
  refused,
  type Checked,
} from '#checks';

/** A draft is its writer's alone; what is handed in, staff read; what is published, everybody. */
export const noteStatuses = ['draft', 'handed-in', 'published'] as const;
export type NoteStatus = (typeof noteStatuses)[number];

export const signings = ['name', 'organisation', 'nobody'] as const;
/** What stands under it where it is published. */
export type Signed = (typeof signings)[number];

export const longestNote = 20_000;

/** So many months after the visit drafts that were never handed in are deleted. */
export const draftsKeptForMonths = 12;

/** What a traveller writes. */
export interface LearningNote {
  readonly title: string;
  /** Markdown. */
  readonly text: string;
  readonly signed: Signed;
  readonly hasConsented: boolean;
  readonly isHandedIn: boolean;
}

/** The same as a form or a program gives it. */
export interface LearningNoteInput {
  readonly title: string;
  readonly text: string;
  readonly signed: string;
  /** That everybody may read it. */
  readonly hasConsented: boolean;
  /** Whether staff are to read it now; a draft may be left unfinished. */
  readonly isHandedIn: boolean;
}

/** @returns the note, or all that is wrong with it, each at its field */
export function checkLearningNote(input: LearningNoteInput): Checked<LearningNote> {
  const { isHandedIn, hasConsented } = input;
  const missing = (message: string) => ({ code: 'missing', message });
  const title = isHandedIn
    ? checkText<string>(input.title, 'title', { longest: 200, missing: missing('Give it a heading.') })
    : checkOptionalText(input.title, 'title', { longest: 200 });
  const words = { longest: longestNote, manyLines: true };
  const text = isHandedIn
    ? checkText<string>(input.text, 'text', { ...words, missing: missing('Write down what you learned.') })
    : checkOptionalText(input.text, 'text', words);
  const signed =
    input.signed.trim() === '' && !(isHandedIn && hasConsented)
      ? accepted<Signed>('nobody')
      : checkChoice<Signed>(input.signed, signings, 'signed', 'Say what is to stand under it.');
  if (!title.ok || !text.ok || !signed.ok)
    return refused(...problemsOf<{ field: string; code: string; message: string }>(title, text, signed));
  if (!isHandedIn && title.value === null && text.value === null) {
    return refuse('text', 'missing', 'Write something first, then save it.');
  }
  return accepted({
    title: title.value ?? '',
    text: text.value ?? '',
    signed: signed.value,
    hasConsented,
    isHandedIn,
  });
}

/** Whether two say the same. */
export const isSameNote = (one: LearningNote, other: LearningNote): boolean =>
  one.title === other.title &&
  one.text === other.text &&
  one.signed === other.signed &&
  one.hasConsented === other.hasConsented &&
  one.isHandedIn === other.isHandedIn;
