import { unguardCell } from '#csv';

/** What looks like a blank or like nothing at all, and is neither to a computer. */
const blanks = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/gu;
const nothings = /[\u00AD\u200B-\u200D\u2060\uFEFF]/gu;

/** A cell as its writer sees it: without what cannot be seen, composed (NFC), without blanks around. */
export function cleanCell(cell: string): string {
  const seen = unguardCell(cell).replaceAll(nothings, '').replaceAll(blanks, ' ').normalize('NFC');
  return seen
    .split(/\r\n?|\n/u)
    .map((line) => line.replaceAll(/[ \t]+/gu, ' ').trim())
    .join('\n')
    .trim();
}
