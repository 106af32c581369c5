import { accepted, type Checked } from '#checks';
import { optionalDateAnswer } from './date-answer.js';
import { dateIn } from './pick-fields.js';
import type { SubmittedValues } from './submitted-values.js';

/**
 * What the boxes of a date say, as an ISO date; `null` when all are empty. Problems are at the box that is wrong.
 *
 * @param what the date within a sentence: "the last day"
 */
export function readDay(values: SubmittedValues, name: string, what: string): Checked<string | null> {
  const read = optionalDateAnswer(what).safeParse(dateIn(values, name));
  if (read.success) return accepted(read.data?.toString() ?? null);
  return {
    ok: false,
    problems: read.error.issues.map(({ path, message }) => ({
      field: [name, ...path.map(String)].join('.'),
      code: 'date-unreadable',
      message: `${message}.`,
    })),
  };
}

/** The boxes of a date as they are filled in. @param day ISO; `null`: left empty */
export function dayBoxes(name: string, day: string | null): SubmittedValues {
  const [year = '', month = '', date = ''] = day === null ? [] : day.split('-').map(Number).map(String);
  return { [`${name}.day`]: date, [`${name}.month`]: month, [`${name}.year`]: year };
}
