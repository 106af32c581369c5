/** Excel takes 32,767 (UTF-16) characters to a cell, and spills the rest of a longer one into others; a guard needs one more. */
export const longestCell = 32_766;

const cutOff = '… (cut off)';

/** What XML 1.0 (§2.2) cannot hold, nor a person see. */
const unwritable = /[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/**
 * Text as a cell can hold it, the same in all formats: line ends as `\n`, `\uFFFD` for what nobody can write down (control
 * characters, halves of a character), cut where it is too long for a cell.
 */
export function cellText(text: string): string {
  // What will be cut off anyway need not be looked at.
  const lines = text.slice(0, 2 * longestCell).replaceAll(/\r\n?/g, '\n');
  const isCut = text.length > 2 * longestCell || lines.length > longestCell;
  const kept = isCut ? lines.slice(0, longestCell - cutOff.length) + cutOff : lines;
  return kept.toWellFormed().replaceAll(unwritable, '\uFFFD');
}
