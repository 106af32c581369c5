export type Encoding = 'UTF-8' | 'UTF-16' | 'Windows-1252';

/** A file's bytes as text, or why they are none. */
export type Decoded =
  | {
      readonly ok: true;
      readonly text: string;
      readonly encoding: Encoding;
      readonly notes: readonly string[];
    }
  | { readonly ok: false; readonly problem: string };

/** What other kinds of file begin with. */
const otherKinds: readonly { readonly begins: string; readonly problem: string }[] = [
  {
    begins: 'PK\u0003\u0004',
    problem: 'This is an Excel workbook or a zip file. Save it as “CSV UTF-8” and choose that file.',
  },
  {
    begins: '\u00d0\u00cf\u0011\u00e0',
    problem: 'This is an older Excel workbook. Save it as “CSV UTF-8” and choose that file.',
  },
  { begins: '%PDF', problem: 'This is a PDF document. Choose a CSV file or a calendar file (.ics).' },
];

/**
 * The text of an uploaded file. UTF-8 and UTF-16 as they say themselves to be; everything else that is no UTF-8 is taken
 * for Windows-1252, in which Excel saves CSV in Britain. The byte order mark is left out.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) return { ok: false, problem: 'The file is empty. Choose another one.' };
  const begin = Array.from(bytes.subarray(0, 4), (byte) => String.fromCodePoint(byte)).join('');
  const other = otherKinds.find(({ begins }) => begin.startsWith(begins));
  if (other !== undefined) return { ok: false, problem: other.problem };
  if (begin.startsWith('\u00ff\u00fe')) return decoded('UTF-16', new TextDecoder('utf-16le').decode(bytes));
  if (begin.startsWith('\u00fe\u00ff')) return decoded('UTF-16', new TextDecoder('utf-16be').decode(bytes));
  try {
    return decoded('UTF-8', new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return decodeOther(bytes);
  }
}

/**
 * In Windows-1252 hardly ever do two accented letters stand side by side as they would in UTF-8. So bytes that are UTF-8
 * for the greater part are a damaged file in UTF-8.
 */
function decodeOther(bytes: Uint8Array): Decoded {
  const asUtf8 = new TextDecoder('utf-8').decode(bytes);
  const unreadable = asUtf8.match(/\uFFFD/gu)?.length ?? 0;
  const readable = asUtf8.match(/(?!\uFFFD)[^\p{ASCII}]/gu)?.length ?? 0;
  if (readable > unreadable) {
    const characters = unreadable === 1 ? '1 character' : `${unreadable} characters`;
    return decoded('UTF-8', asUtf8, [
      `The file is damaged: ${characters} could not be read and ${unreadable === 1 ? 'is' : 'are'} shown as \uFFFD.`,
    ]);
  }
  return decoded('Windows-1252', new TextDecoder('windows-1252').decode(bytes), [
    'The file was not saved as UTF-8. It was read as Windows-1252, in which Excel saves; check the accented letters.',
  ]);
}

function decoded(encoding: Encoding, text: string, notes: readonly string[] = []): Decoded {
  if (!text.includes('\0')) return { ok: true, text, encoding, notes };
  return {
    ok: false,
    problem: 'This is not a text file. Choose a CSV file or a calendar file (.ics), saved as UTF-8.',
  };
}
