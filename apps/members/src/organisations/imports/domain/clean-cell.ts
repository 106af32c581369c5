import { unguardCell } from '#csv';

/** What looks like a blank or like nothing at all, and is neither to a computer. */
const blanks = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000\t]/gu;
const nothings = /[\u00AD\u200B-\u200D\u2060\uFEFF]/gu;

/** A text as its reader sees it: without what cannot be seen, composed (NFC), no blanks at the ends of lines. */
export function tidy(text: string): string {
  return text
    .replaceAll(nothings, '')
    .replaceAll(blanks, ' ')
    .normalize('NFC')
    .split(/\r\n?|\n/u)
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();
}

/** The same on one line, with single blanks. */
export const tidyLine = (text: string): string => tidy(text).replaceAll(/\s+/gu, ' ');

/** A cell as it was meant. */
export const cleanCell = (cell: string): string => tidy(unguardCell(cell));
