/** A content line, whole again. */
export interface UnfoldedLine {
  /** The number of its first line in the text, from 1. */
  readonly line: number;
  readonly content: string;
}

/**
 * Undoes folding (RFC 5545 §3.1). Any line break will do, and empty lines are passed over; a line break within a
 * character's bytes has been put right before.
 */
export function unfoldLines(text: string): readonly UnfoldedLine[] {
  const unfolded: { line: number; content: string }[] = [];
  for (const [index, piece] of text.split(/\r\n|\n|\r/u).entries()) {
    const last = unfolded.at(-1);
    if (/^[ \t]/u.test(piece) && last !== undefined) last.content += piece.slice(1);
    else if (piece.trim() !== '') unfolded.push({ line: index + 1, content: piece });
  }
  return unfolded;
}
