import bidiOf, { type Bidi } from 'bidi-js';
import { byFace } from '../fonts/by-face.js';
import type { Face, Faces } from '../fonts/faces.js';
import type { Span, Styled } from './styled.js';

// The types of bidi-js speak of CommonJS; what is imported is the function itself.
const bidi = (bidiOf as unknown as () => Bidi)();

/** A stretch of a paragraph in one face, one direction and one look. */
export type Run = {
  readonly start: number;
  readonly end: number;
  readonly face: Face;
  /** Even where it runs left to right, odd where right to left (Unicode Standard Annex 9). */
  readonly level: number;
  readonly href: string | null;
  /** True where no font has the characters: their numbers are shown instead. */
  readonly spelt: boolean;
};

/** Stretches of the same level within a stretch. */
function* byLevel(levels: Uint8Array, start: number, end: number): Generator<readonly [number, number]> {
  let from = start;
  for (let at = start + 1; at <= end; at += 1) {
    if (at === end || levels[at] !== levels[from]) {
      yield [from, at];
      from = at;
    }
  }
}

function runsOfSpan(text: string, span: Span, levels: Uint8Array, faces: Faces): Run[] {
  const asked = span.bold ? faces.bold : faces.regular;
  const [latin] = asked;
  if (!latin) throw new Error('There is no font.');
  return byFace(text.slice(span.start, span.end), asked).flatMap((part) =>
    Array.from(byLevel(levels, span.start + part.start, span.start + part.end), ([start, end]) => ({
      start,
      end,
      face: part.face ?? latin,
      level: levels[start] ?? 0,
      href: span.href,
      spelt: part.face === null,
    })),
  );
}

/** Letters that run right to left (those of Unicode's blocks for them), and marks that turn a text round. */
const turns =
  /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF\u200E\u200F\u202A-\u202E\u2066-\u2069\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/** The runs of a paragraph in the order of its text; the paragraph as a whole runs left to right. */
export function runsOf({ text, spans }: Styled, faces: Faces): readonly Run[] {
  const levels = turns.test(text) ? bidi.getEmbeddingLevels(text, 'ltr').levels : new Uint8Array(text.length);
  return spans.flatMap((span) => runsOfSpan(text, span, levels, faces));
}

/**
 * Puts what stands on one line into the order in which it is seen, from the left (Unicode Standard Annex 9, rule L2).
 *
 * @param runs in the order of the text
 */
export function asSeen<T extends { readonly level: number }>(runs: readonly T[]): readonly T[] {
  const seen = [...runs];
  const highest = Math.max(0, ...runs.map(({ level }) => level));
  for (let level = highest; level > 0; level -= 1) {
    for (let start = 0; start < seen.length; start += 1) {
      let end = start;
      while (end < seen.length && (seen[end]?.level ?? 0) >= level) end += 1;
      if (end > start) seen.splice(start, end - start, ...seen.slice(start, end).toReversed());
      start = end;
    }
  }
  return seen;
}

const letters = new Intl.Segmenter('en', { granularity: 'grapheme' });
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/** Right to left without a letter that says so, such as brackets: the font leaves those as they are. */
function turnedRound(text: string): string {
  if (rightToLeft.test(text)) return text;
  return Array.from(letters.segment(text), ({ segment }) => segment)
    .toReversed()
    .join('');
}

const numberOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** A stretch of a run without the characters that only steer what stands beside them. */
export function shownText(text: string, run: Run): string {
  return run.face.file.shaped
    ? text.replace(/(?![\u200C\u200D])\p{Default_Ignorable_Code_Point}/gu, '')
    : text.replace(/\p{Default_Ignorable_Code_Point}/gu, '');
}

/** What is given to the font for a stretch of a run, so that it looks right; empty where nothing is to be seen. */
export function drawnText(text: string, run: Run): string {
  const shown = shownText(text, run);
  if (shown === '') return '';
  if (run.spelt) return `[${Array.from(shown, numberOf).join(' ')}]`;
  if (run.level % 2 === 0) return shown;
  return turnedRound(
    Array.from(shown, (character) => bidi.getMirroredCharacter(character) ?? character).join(''),
  );
}
