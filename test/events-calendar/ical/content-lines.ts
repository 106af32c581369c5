/** One thing that breaks RFC 5545, with the number of its line (the first is 1) and a name for the rule. */
export interface Finding {
  readonly line: number;
  readonly rule: string;
  readonly text: string;
}

/** A content line taken apart (RFC 5545 §3.1). */
export interface ContentLine {
  readonly line: number;
  readonly name: string;
  readonly parameters: ReadonlyMap<string, readonly string[]>;
  readonly value: string;
}

export interface Lines {
  readonly lines: readonly ContentLine[];
  readonly findings: readonly Finding[];
}

/** Octets to unfolded content lines: encoding, line ends, lengths, folding, control characters, grammar. */
export function readLines(octets: Uint8Array): Lines {
  const findings: Finding[] = [];
  const text = decode(octets, findings);
  if (!text.endsWith('\r\n'))
    findings.push({ line: countLines(text), rule: 'last-line', text: 'does not end with CRLF' });
  const lines: ContentLine[] = [];
  for (const { line, content } of unfold(text, findings)) {
    const read = readLine(line, content);
    if (read === null)
      findings.push({ line, rule: 'grammar', text: `is no content line: ${content.slice(0, 60)}` });
    else lines.push(read);
  }
  return { lines, findings };
}

function decode(octets: Uint8Array, findings: Finding[]): string {
  if (octets[0] === 0xef && octets[1] === 0xbb && octets[2] === 0xbf) {
    findings.push({ line: 1, rule: 'byte-order-mark', text: 'begins with a byte order mark' });
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(octets);
  } catch {
    findings.push({ line: 1, rule: 'utf-8', text: 'is not UTF-8 throughout' });
    return new TextDecoder('utf-8').decode(octets);
  }
}

const countLines = (text: string) => text.split('\n').length;

function unfold(text: string, findings: Finding[]): { line: number; content: string }[] {
  const unfolded: { line: number; content: string }[] = [];
  const physical = text.split('\r\n');
  if (physical.at(-1) === '') physical.pop();
  for (const [index, piece] of physical.entries()) {
    const line = index + 1;
    checkPiece(line, piece, findings);
    const last = unfolded.at(-1);
    if (!/^[ \t]/u.test(piece)) unfolded.push({ line, content: piece });
    else if (last === undefined) findings.push({ line, rule: 'folding', text: 'continues no line' });
    else last.content += piece.slice(1);
  }
  return unfolded;
}

function checkPiece(line: number, piece: string, findings: Finding[]): void {
  const octets = new TextEncoder().encode(piece).length;
  if (octets > 75) findings.push({ line, rule: 'line-length', text: `has ${octets} octets` });
  if (piece === '') findings.push({ line, rule: 'empty-line', text: 'is empty' });
  if (/^[ \t]$/u.test(piece)) findings.push({ line, rule: 'folding', text: 'continues a line with nothing' });
  if (/[\r\n]/u.test(piece)) findings.push({ line, rule: 'line-end', text: 'has a CR or LF by itself' });
  if (/(?![\t\r\n])\p{Cc}/u.test(piece))
    findings.push({ line, rule: 'control', text: 'has a control character' });
}

const paramValue = /"[^"]*"|[^",;:]*/uy;

/** contentline = name *(";" param ) ":" value CRLF; null when it is not of that form. */
function readLine(line: number, content: string): ContentLine | null {
  const name = /^[A-Za-z0-9-]+/u.exec(content)?.[0];
  if (name === undefined) return null;
  const parameters = new Map<string, string[]>();
  let at = name.length;
  while (content[at] === ';') {
    const param = /^[A-Za-z0-9-]+(?==)/u.exec(content.slice(at + 1))?.[0];
    if (param === undefined) return null;
    const values: string[] = [];
    at += param.length + 1;
    do {
      paramValue.lastIndex = at + 1;
      const value = paramValue.exec(content)?.[0];
      if (value === undefined) return null;
      values.push(value.replace(/^"(.*)"$/u, '$1'));
      at = paramValue.lastIndex;
    } while (content[at] === ',');
    if (parameters.has(param.toUpperCase())) return null;
    parameters.set(param.toUpperCase(), values);
  }
  if (content[at] !== ':') return null;
  return { line, name: name.toUpperCase(), parameters, value: content.slice(at + 1) };
}
