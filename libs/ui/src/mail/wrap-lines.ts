/** The longest line, in characters: RFC 5322, section 2.1.1, asks for at most 78, and quoting adds some. */
const longest = 72;

/**
 * Breaks a paragraph into lines of at most 72 characters, between words. A word that is longer, such as an address, stays
 * whole on a line of its own.
 */
export function wrapLines(paragraph: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of paragraph.split(' ').filter((each) => each !== '')) {
    if (line === '') line = word;
    else if (line.length + 1 + word.length <= longest) line += ` ${word}`;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line].join('\n');
}
