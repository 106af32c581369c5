import { Temporal } from 'temporal-polyfill';

/** A day as a cell has it. */
export type ReadDate =
  | { readonly ok: true; readonly date: string; readonly isReordered: boolean }
  | { readonly ok: false; readonly message: string };

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** A row of a file in which a date can only have the month first, as in America; null where none has. */
export type MonthFirst = number | null;

/** Whether the date can only have the month first: 03/28/2019. */
export function hasMonthFirst(cell: string): boolean {
  const [, first, second] = inNumbers.exec(cell) ?? [];
  return Number(first) <= 12 && Number(second) > 12;
}

const inNumbers = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?: 0?0:00(?::00)?)?$/u;
const inIso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]0?0:00(?::00(?:\.0+)?)?Z?)?$/u;
const inWords = /^(\d{1,2})(?:st|nd|rd|th)?[ -]+(?:of )?(\p{L}{3,9})\.?,?[ -]+(\d{4})$/iu;
const inWordsMonthFirst = /^(\p{L}{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/iu;

/**
 * Reads a day: 2019-06-01, 1/6/2019, 01.06.2019, 1 June 2019, 1-Jun-2019. A date in numbers has the day first, as in
 * Britain, unless another row shows that the file has the month first: then what could be either is refused.
 *
 * @param monthFirst the row that shows it
 */
export function readDate(cell: string, monthFirst: MonthFirst): ReadDate {
  const iso = inIso.exec(cell);
  if (iso !== null) return dayOf(cell, iso[1], Number(iso[2]), iso[3], false);
  const words = inWords.exec(cell);
  if (words !== null) return dayOf(cell, words[3], monthOf(words[2]), words[1], false);
  const american = inWordsMonthFirst.exec(cell);
  if (american !== null) return dayOf(cell, american[3], monthOf(american[1]), american[2], false);
  const numbers = inNumbers.exec(cell);
  if (numbers !== null) return inBritishOrder(cell, numbers, monthFirst);
  return refusal(whatIsWrong(cell));
}

function inBritishOrder(cell: string, [, day = '', month = '', year = '']: string[], monthFirst: MonthFirst) {
  if (hasMonthFirst(cell)) {
    const meant = dayOf(cell, year, Number(day), month, true);
    const write = meant.ok ? meant.date : 'it like 2019-06-01';
    return refusal(`“${cell}” has the month first. Write ${write}.`);
  }
  const read = dayOf(cell, year, Number(month), day, true);
  if (monthFirst === null || !read.ok || Number(day) > 12 || Number(day) === Number(month)) return read;
  const other = dayOf(cell, year, Number(day), month, true);
  const either = other.ok ? `${read.date} or ${other.date}` : read.date;
  return refusal(
    `“${cell}” may have the day or the month first: row ${monthFirst} has the month first. Write ${either}.`,
  );
}

/** A whole number is how spreadsheets keep days; the first four digits may be a year alone. */
function whatIsWrong(cell: string): string {
  if (/^\d{5}$/u.test(cell)) {
    return `“${cell}” is a day as spreadsheets keep it. Format the column as a date, or write it like 2019-06-01.`;
  }
  if (/^\d{1,2}[/.-]\d{1,2}[/.-]\d{2}$/u.test(cell) || /^\d{1,2}[ -]\p{L}{3,9}[ -]\d{2}$/u.test(cell)) {
    return `“${cell}” has a year of two digits. Write all four, like 2019-06-01.`;
  }
  if (/^\d{4}$/u.test(cell) || /^\p{L}{3,9}[ -]\d{2,4}$/u.test(cell) || /^\d{4}-\d{2}$/u.test(cell)) {
    return `“${cell}” has no day. Write one, like 2019-06-01.`;
  }
  return `“${cell}” is no date that can be read. Write it like 2019-06-01.`;
}

const monthOf = (name: string | undefined): number => {
  const word = (name ?? '').toLowerCase();
  const index = months.findIndex(
    (month) => month === word || month.slice(0, 3) === word || (month === 'september' && word === 'sept'),
  );
  return index + 1;
};

function dayOf(
  cell: string,
  year: string | undefined,
  month: number,
  day: string | undefined,
  isReordered: boolean,
): ReadDate {
  try {
    const date = Temporal.PlainDate.from(
      { year: Number(year), month, day: Number(day) },
      { overflow: 'reject' },
    );
    return { ok: true, date: date.toString(), isReordered };
  } catch {
    return refusal(`“${cell}” is no day that exists. Write it like 2019-06-01.`);
  }
}

const refusal = (message: string): ReadDate => ({ ok: false, message });
