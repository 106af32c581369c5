const longest = 75;

/**
 * Folds content lines to 75 octets of UTF-8 each, not counting CRLF (RFC 5545 §3.1), and cuts between characters only.
 * ical-generator's own folding does the same character by character, which took a third of the time of a feed.
 */
export function foldLines(lines: string): string {
  return lines.split('\r\n').map(foldLine).join('\r\n');
}

function foldLine(line: string): string {
  // No UTF-16 unit takes more than three octets.
  if (line.length * 3 <= longest) return line;
  return /[^ -~\t]/u.test(line) ? foldByOctets(line) : foldAscii(line);
}

function foldAscii(line: string): string {
  if (line.length <= longest) return line;
  let folded = line.slice(0, longest);
  for (let at = longest; at < line.length; at += longest - 1)
    folded += `\r\n ${line.slice(at, at + longest - 1)}`;
  return folded;
}

function foldByOctets(line: string): string {
  const pieces: string[] = [];
  let octets = 0;
  let begin = 0;
  let at = 0;
  for (const character of line) {
    const size = octetsOf(character.codePointAt(0) ?? 0);
    if (octets + size > longest) {
      pieces.push(line.slice(begin, at));
      begin = at;
      octets = 1;
    }
    octets += size;
    at += character.length;
  }
  return [...pieces, line.slice(begin)].join('\r\n ');
}

function octetsOf(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x1_00_00 ? 3 : 4;
}
