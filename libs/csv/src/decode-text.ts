/** `mixed`: some lines in UTF-8, others in Windows-1252. */
export type Encoding = 'UTF-8' | 'UTF-16' | 'Windows-1252' | 'mixed';

/** A file's bytes as text, or why they are none. */
export type Decoded =
  | {
      readonly ok: true;
      readonly text: string;
      readonly encoding: Encoding;
      readonly notes: readonly string[];
    }
  | { readonly ok: false; readonly problem: string };

/** What other kinds of file begin with, and what they are. */
const otherKinds: readonly {
  readonly begins: string;
  readonly is: string;
  readonly next: 'save' | 'choose';
}[] = [
  { begins: 'PK\u0003\u0004', is: 'an Excel workbook or a zip file', next: 'save' },
  { begins: '\u00d0\u00cf\u0011\u00e0', is: 'an older Excel workbook', next: 'save' },
  { begins: '%PDF', is: 'a PDF document', next: 'choose' },
];

/**
 * The text of an uploaded file. UTF-8 and UTF-16 as they say themselves to be; lines that are no UTF-8 are taken for
 * Windows-1252, in which Excel saves CSV in Britain: each line for itself, as files are put together from pieces. The byte
 * order mark is left out.
 *
 * @param wanted what to choose instead: "a CSV file"
 */
export function decodeText(bytes: Uint8Array, wanted: string): Decoded {
  if (bytes.length === 0) return { ok: false, problem: 'The file is empty. Choose another one.' };
  const begin = Array.from(bytes.subarray(0, 4), (byte) => String.fromCodePoint(byte)).join('');
  const other = otherKinds.find(({ begins }) => begin.startsWith(begins));
  if (other !== undefined) {
    const advice =
      other.next === 'save' ? 'Save it as “CSV UTF-8” and choose that file.' : `Choose ${wanted}.`;
    return { ok: false, problem: `This is ${other.is}. ${advice}` };
  }
  const decoded = decode(bytes, begin);
  if (!decoded.text.includes('\0')) return decoded;
  return { ok: false, problem: `This is not a text file. Choose ${wanted}, saved as UTF-8.` };
}

type Text = Extract<Decoded, { ok: true }>;

function decode(bytes: Uint8Array, begin: string): Text {
  if (begin.startsWith('\u00ff\u00fe')) return utf16(new TextDecoder('utf-16le').decode(bytes));
  if (begin.startsWith('\u00fe\u00ff')) return utf16(new TextDecoder('utf-16be').decode(bytes));
  const text = asUtf8(bytes);
  return text === null ? decodeLines(bytes) : { ok: true, text, encoding: 'UTF-8', notes: [] };
}

const utf16 = (text: string): Text => ({ ok: true, text, encoding: 'UTF-16', notes: [] });

const strict = new TextDecoder('utf-8', { fatal: true });
const lenient = new TextDecoder('utf-8');
const windows = new TextDecoder('windows-1252');

function asUtf8(bytes: Uint8Array): string | null {
  try {
    return strict.decode(bytes);
  } catch {
    return null;
  }
}

const newLine = 0x0a;

/** A line feed is the same byte in both encodings, and no part of any other character. */
function decodeLines(bytes: Uint8Array): Text {
  const lines: string[] = [];
  const inWindows: number[] = [];
  let inUtf8 = 0;
  let unreadable = 0;
  for (let from = 0; from < bytes.length;) {
    const end = bytes.indexOf(newLine, from);
    const line = bytes.subarray(from, end === -1 ? bytes.length : end + 1);
    from += line.length;
    const text = asUtf8(line) ?? damagedUtf8(line);
    lines.push(text ?? windows.decode(line));
    if (text === null) inWindows.push(lines.length);
    else {
      unreadable += countUnreadable(text);
      if (/\P{ASCII}/u.test(text)) inUtf8 += 1;
    }
  }
  const isMixed = inUtf8 > 0 && inWindows.length > 0;
  return {
    ok: true,
    text: lines.join(''),
    encoding: isMixed ? 'mixed' : inWindows.length > 0 ? 'Windows-1252' : 'UTF-8',
    notes: [
      ...(unreadable > 0 ? [damageInWords(unreadable)] : []),
      ...(isMixed ? [mixtureInWords(inWindows)] : []),
      ...(!isMixed && inWindows.length > 0 ? [allWindows] : []),
    ],
  };
}

/**
 * In Windows-1252 hardly ever do two accented letters stand side by side as they would in UTF-8. So a line that is UTF-8
 * for the greater part is damaged UTF-8. null: it is not.
 */
function damagedUtf8(line: Uint8Array): string | null {
  const text = lenient.decode(line);
  const readable = text.match(/(?!\uFFFD)[^\p{ASCII}]/gu)?.length ?? 0;
  return readable > countUnreadable(text) ? text : null;
}

const countUnreadable = (text: string): number => text.match(/\uFFFD/gu)?.length ?? 0;

const allWindows =
  'The file was not saved as UTF-8. It was read as Windows-1252, in which Excel saves; check the accented letters.';

function damageInWords(count: number): string {
  const characters = count === 1 ? '1 character' : `${count} characters`;
  return `The file is damaged: ${characters} could not be read and ${count === 1 ? 'is' : 'are'} shown as \uFFFD.`;
}

/** Of so many lines the numbers are told. */
const mostNamed = 5;

function mixtureInWords(lines: readonly number[]): string {
  const [first = 0] = lines;
  const named =
    lines.length === 1
      ? `Line ${first} was`
      : lines.length <= mostNamed
        ? `Lines ${lines.slice(0, -1).join(', ')} and ${lines.at(-1)} were`
        : `${lines.length.toLocaleString('en-GB')} lines, from line ${first} on, were`;
  return `The file is in two encodings. ${named} read as Windows-1252, the others as UTF-8; check the accented letters.`;
}
