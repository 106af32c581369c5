import { accepted, type Checked } from '#checks';
import {
  dayBoxes,
  filledRows,
  readDay,
  rowName,
  rowNames,
  textIn,
  type Rows,
  type SubmittedValues,
} from '#ui';
import { mostDays, usualDays, type DayInput, type WrittenDay } from '../domain/days.js';

export const dayRows: Rows = {
  name: 'days',
  parts: ['day.day', 'day.month', 'day.year', 'kind', 'opens', 'closes'],
  preset: ['kind'],
  most: mostDays,
};

/** The controls of the days, in the order of the page. */
export const daysNames: readonly string[] = rowNames(dayRows);

/** The controls of a new exhibition's days, which are all alike. */
export const firstDaysNames: readonly string[] = [
  ...['firstDay', 'lastDay'].flatMap((name) => ['day', 'month', 'year'].map((part) => `${name}.${part}`)),
  'opens',
  'closes',
];

export const fillDays = (days: readonly WrittenDay[]): SubmittedValues =>
  Object.assign(
    {},
    ...days.map(({ day, kind, opens, closes }, index) => ({
      ...dayBoxes(rowName(dayRows, index, 'day'), day),
      [rowName(dayRows, index, 'kind')]: kind,
      [rowName(dayRows, index, 'opens')]: opens,
      [rowName(dayRows, index, 'closes')]: closes,
    })),
  ) as SubmittedValues;

/** What the form says, for the rules to check. @param values with its lines together */
export const readDays = (values: SubmittedValues): readonly DayInput[] =>
  Array.from({ length: filledRows(values, dayRows) }, (_, index) => ({
    day: readDay(values, rowName(dayRows, index, 'day'), 'the day'),
    kind: textIn(values, rowName(dayRows, index, 'kind')),
    opens: textIn(values, rowName(dayRows, index, 'opens')),
    closes: textIn(values, rowName(dayRows, index, 'closes')),
  }));

/** The days of a new exhibition, from the first to the last at the same hours. */
export function readFirstDays(values: SubmittedValues): Checked<readonly DayInput[]> {
  const firstDay = readDay(values, 'firstDay', 'the first day');
  const lastDay = readDay(values, 'lastDay', 'the last day');
  if (!firstDay.ok) return firstDay;
  if (!lastDay.ok) return lastDay;
  const problem = (field: string, message: string) => ({
    ok: false as const,
    problems: [{ field, code: 'days-unclear', message }],
  });
  if (firstDay.value === null) return problem('firstDay', 'Enter the first day.');
  const days = usualDays({
    firstDay,
    lastDay,
    opens: textIn(values, 'opens'),
    closes: textIn(values, 'closes'),
  });
  return days === null
    ? problem(
        'lastDay',
        `Check both days: the last is not before the first, and there are ${mostDays} at most.`,
      )
    : accepted(days);
}

/** Where the form of a new exhibition has what the rules say of its single days. */
export const atFirstDays = (field: string): string =>
  field.replace(/^days\.\d+\.(?:(opens|closes)|.*)$/, (_, time?: string) => time ?? 'firstDay');
