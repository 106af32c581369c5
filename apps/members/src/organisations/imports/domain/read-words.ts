import { categories, statuses, type Category, type Status } from '../../domain/organisation.js';

const lettersOf = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

/** "Full", "full member", "Associates", "Affiliate membership"; null: none of the categories. */
export function readCategory(cell: string): Category | null {
  const word = lettersOf(cell).replace(/(?:members?|membership)$/u, '');
  const singular = word.replace(/s$/u, '');
  return (
    categories.find((category) => category === singular) ??
    categories.find((category) => category === singular.replace(/d$/u, '')) ??
    null
  );
}

const statusWords = new Map<string, Status>([
  ['current', 'member'],
  ['currentmember', 'member'],
  ['active', 'member'],
  ['activemember', 'member'],
  ['members', 'member'],
  ['applicant', 'applied'],
  ['applying', 'applied'],
  ['rejected', 'declined'],
  ['refused', 'declined'],
  ['noticegiven', 'leaving'],
  ['former', 'left'],
  ['formermember', 'left'],
  ['exmember', 'left'],
  ['withdrawn', 'left'],
  ['retainedinspecialcircumstances', 'retained'],
  ['keptinspecialcircumstances', 'retained'],
]);

/** "Member", "current", "former member"; null: none of the statuses. */
export function readStatus(cell: string): Status | null {
  const word = lettersOf(cell);
  return statuses.find((status) => status === word) ?? statusWords.get(word) ?? null;
}

const yes = new Set(['yes', 'y', 'true', '1', 'x', 'required', '✓']);
const no = new Set(['no', 'n', 'false', '0', '-', 'notrequired']);

/** null: neither yes nor no. */
export function readYesNo(cell: string): boolean | null {
  const word = cell.toLowerCase().replaceAll(' ', '');
  if (yes.has(word)) return true;
  return no.has(word) ? false : null;
}

/** "25", "25 %", "25.0%" as 25; null: no number. */
export function readPercent(cell: string): number | null {
  const [, number] = /^(\d{1,3}(?:\.\d{1,4})?) ?%?$/u.exec(cell) ?? [];
  return number === undefined ? null : Number(number);
}
