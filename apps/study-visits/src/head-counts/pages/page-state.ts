import type { CountedThing, SaidMark } from '../counts.js';
import type { Mark } from '../domain/mark.js';
import { saidWords } from '../in-words.js';
import type { LiveCount } from '../read-counts.js';

/** A mark as the page's script has it: with what is said of it. */
export interface PageMark extends Mark {
  readonly words: string;
}

/** What the page's script is told of a count: with the page, after it sent marks, and when others did. */
export interface PageState {
  readonly version: number;
  readonly isClosed: boolean;
  readonly marks: readonly PageMark[];
}

export const pageStateOf = (
  { version, isClosed, marks }: LiveCount,
  span: CountedThing['span'],
): PageState => ({
  version,
  isClosed,
  marks: marks.map((mark) => pageMarkOf(mark, span)),
});

const pageMarkOf = (mark: SaidMark, span: CountedThing['span']): PageMark => {
  const { id, travellerId, kind, leave, over } = mark;
  return { id, travellerId, kind, leave, over, words: saidWords(mark, span) };
};
