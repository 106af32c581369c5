/**
 * What Excel and others would take for a formula, and what is written for it (OWASP, "CSV injection"): with an apostrophe
 * before it. Numbers are no danger, and coordinates have to stay numbers.
 */
const formula = /^'*[=+\-@\t\r\uFF0B\uFF0D\uFF1D\uFF20]/u;
const plainNumber = /^-?\d+(?:\.\d+)?$/u;

export function guardCell(text: string): string {
  return formula.test(text) && !plainNumber.test(text) ? `'${text}` : text;
}

/** The text that {@link guardCell} was given. */
export function unguardCell(cell: string): string {
  return cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell;
}

/** Several words in a cell: `housing; social care`. A `;` `,` or `\` in one of them has a `\` before it. */
export function joinWords(words: readonly string[]): string {
  return words.map((word) => word.replaceAll(/[\\;,]/gu, '\\$&')).join('; ');
}

/** Already far too many; a cell of megabytes is not looked at word by word. */
const mostWords = 1000;

/** The words of a cell, which may also be separated by commas. */
export function splitWords(cell: string): string[] {
  const words = cell.match(/(?:\\.|[^\\;,]+)+/gsu) ?? [];
  return words
    .slice(0, mostWords)
    .map((word) => word.replaceAll(/\\(.)/gsu, '$1').trim())
    .filter((word) => word !== '');
}
