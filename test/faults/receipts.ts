import { readFileSync } from 'node:fs';

/** One mail that the mail server has taken: it said so only once this was on the disk. */
export interface Receipt {
  /** When, in milliseconds since 1970. */
  readonly at: number;
  readonly messageId: string;
  /** Whom the envelope names. */
  readonly to: string;
  readonly subject: string;
  /** SEQUENCE of the calendar part; `null`: there is none. */
  readonly sequence: number | null;
}

/** The text up to the last line that is whole: a server that is killed may leave half of one. */
export function wholeLines(text: string): string {
  return text.slice(0, text.lastIndexOf('\n') + 1);
}

/** What the mail server has written down, in the order of arrival. */
export function readReceipts(file: string): Receipt[] {
  return wholeLines(readFileSync(file, 'utf8'))
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Receipt);
}
