import type { Inline, Text } from '../model.js';
import { plainText } from './plain-text.js';

/** A paragraph as one string, and how each stretch of it looks. */
export type Styled = {
  readonly text: string;
  readonly spans: readonly Span[];
};

export type Span = {
  readonly start: number;
  readonly end: number;
  readonly bold: boolean;
  readonly href: string | null;
};

type Part = { readonly text: string; readonly bold: boolean; readonly href: string | null };

function partOf(inline: Inline, bold: boolean): Part {
  if (typeof inline === 'string') return { text: plainText(inline), bold, href: null };
  const text = plainText(inline.text);
  return 'href' in inline ? { text, bold, href: inline.href } : { text, bold: true, href: null };
}

/** Parts of one line: those before, at and after the line breaks in them. */
function linesOf(parts: readonly Part[]): readonly (readonly Part[])[] {
  const lines: Part[][] = [[]];
  for (const part of parts) {
    for (const [index, text] of part.text.split('\n').entries()) {
      if (index > 0) lines.push([]);
      if (text !== '') lines.at(-1)?.push({ ...part, text });
    }
  }
  return lines;
}

function styledOf(parts: readonly Part[]): Styled {
  let text = '';
  const spans: Span[] = [];
  for (const { text: more, bold, href } of parts) {
    spans.push({ start: text.length, end: text.length + more.length, bold, href });
    text += more;
  }
  return { text, spans };
}

/** A text cut at its line breaks, each line with what it looks like. */
export function styled(text: Text, bold: boolean): readonly Styled[] {
  const parts = (typeof text === 'string' ? [text] : text).map((inline) => partOf(inline, bold));
  return linesOf(parts).map(styledOf);
}

/** The words of a text without their looks. */
export function wordsOf(text: Text): string {
  return (typeof text === 'string' ? [text] : text)
    .map((inline) => plainText(typeof inline === 'string' ? inline : inline.text))
    .join('');
}
