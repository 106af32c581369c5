import type { Face, Faces } from '../fonts/faces.js';
import type { Text } from '../model.js';
import { asSeen, drawnText, runsOf, shownText, type Run } from './runs.js';
import { styled, type Styled } from './styled.js';

/** How wide a text is in a face, in ems. */
export type Measure = (text: string, face: Face) => number;

/** Text in one face at its place in a line. */
export type Piece = {
  /** From the line's left edge, in ems. */
  readonly x: number;
  /** In ems. */
  readonly width: number;
  /** What the font is given. */
  readonly drawn: string;
  /** What is read out and copied. */
  readonly text: string;
  readonly face: Face;
  readonly href: string | null;
  /** True where `text` cannot be told from what is drawn, so that the file has to say it. */
  readonly told: boolean;
};

/** A line of text: its pieces in the order in which they are read, whatever their places. */
export type Line = { readonly pieces: readonly Piece[]; readonly width: number };

type Part = Omit<Piece, 'x'> & { readonly level: number };

type Cut = { readonly start: number; readonly end: number };

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * Where a line may end: after spaces, hyphens and strokes, and beside Chinese, Japanese and Korean characters. Simpler
 * than Unicode Standard Annex 14, and enough for names, addresses and sentences.
 */
const breakable =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}][\p{M}\u3001\u3002\uFF09\uFF0C]*[ ]*|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])[^ \-–—/])*[-–—/ ]*/gu;

/** One paragraph without line breaks, cut to lines. */
class Paragraph {
  private readonly runs: readonly Run[];

  constructor(
    private readonly content: Styled,
    faces: Faces,
    private readonly measure: Measure,
  ) {
    this.runs = runsOf(content, faces);
  }

  /** @param width in ems */
  lines(width: number): readonly Line[] {
    return this.cuts(width).map((cut) => this.line(cut));
  }

  private widthOf(start: number, end: number): number {
    return this.within(start, end).reduce((sum, piece) => sum + piece.width, 0);
  }

  /** What stands between two places, in the order of the text. */
  private within(start: number, end: number): readonly Part[] {
    return this.runs.flatMap((run) => {
      const text = this.content.text.slice(Math.max(start, run.start), Math.min(end, run.end));
      if (run.start >= end || run.end <= start) return [];
      const drawn = drawnText(text, run);
      if (drawn === '') return [];
      const { face, href, level, spelt } = run;
      const told = spelt || ((level % 2 === 1 || face.file.shaped) && drawn.trim() !== '');
      return [
        { width: this.measure(drawn, face), drawn, text: shownText(text, run), face, href, level, told },
      ];
    });
  }

  /** Where a word that is wider than a line has to be cut. */
  private *brokenWord(start: number, end: number, width: number): Generator<Cut> {
    let from = start;
    let used = 0;
    for (const { index, segment } of graphemes.segment(this.content.text.slice(start, end))) {
      const at = start + index;
      const wide = this.widthOf(at, at + segment.length);
      if (used + wide > width && at > from) {
        yield { start: from, end: at };
        from = at;
        used = 0;
      }
      used += wide;
    }
    yield { start: from, end };
  }

  /** What is not cut unless it has to be, each with the spaces after it. */
  private words(): readonly Cut[] {
    return Array.from(this.content.text.matchAll(breakable), (match) => ({
      start: match.index,
      end: match.index + match[0].length,
    })).filter(({ start, end }) => end > start);
  }

  private endOfWord({ start, end }: Cut): number {
    return start + this.content.text.slice(start, end).trimEnd().length;
  }

  private cuts(width: number): readonly Cut[] {
    const cuts: Cut[] = [];
    let line: Cut = { start: 0, end: 0 };
    let used = 0;
    for (const word of this.words()) {
      const wide = this.widthOf(word.start, this.endOfWord(word));
      if (used > 0 && used + wide > width) {
        cuts.push(line);
        line = { start: word.start, end: word.start };
        used = 0;
      }
      if (wide > width) {
        const parts = [...this.brokenWord(word.start, word.end, width)];
        const last = parts.pop() ?? word;
        cuts.push(...parts);
        line = last;
        used = this.widthOf(last.start, last.end);
      } else {
        line = { start: line.start, end: word.end };
        used += this.widthOf(word.start, word.end);
      }
    }
    return [...cuts, line];
  }

  private line(cut: Cut): Line {
    const end = this.endOfWord(cut);
    const parts = this.within(cut.start, end);
    const places = new Map<object, number>();
    let width = 0;
    for (const part of asSeen(parts)) {
      places.set(part, width);
      width += part.width;
    }
    const pieces = parts.map((part) => ({ ...part, x: places.get(part) ?? 0 }));
    // The space that the line ends at stays in the file, or the words on either side would be read as one.
    const space = end < cut.end ? this.within(end, end + 1) : [];
    return { pieces: [...pieces, ...space.map((part) => ({ ...part, x: width }))], width };
  }
}

export type Setting = { readonly faces: Faces; readonly measure: Measure };

/**
 * Sets a text in lines.
 *
 * @param width of a line, in ems
 * @returns at least one line; words wider than a line are cut between letters
 */
export function linesOf(
  text: Text,
  width: number,
  bold: boolean,
  { faces, measure }: Setting,
): readonly Line[] {
  return styled(text, bold).flatMap((content) => new Paragraph(content, faces, measure).lines(width));
}
