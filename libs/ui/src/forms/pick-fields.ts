import { DATE_PARTS } from './field.js';
import { oneValue, type SubmittedValues } from './submitted-values.js';

/** Only what the form asks for, so that nobody can send more along. */
export function pickFields(values: SubmittedValues, names: readonly string[]): SubmittedValues {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = values[name];
      return value === undefined || !Object.hasOwn(values, name) ? [] : [[name, value]];
    }),
  );
}

/** What was typed in a control; blank where nothing was sent. */
export const textIn = (values: SubmittedValues, name: string): string => oneValue(values, name) ?? '';

/** The names of the boxes of a date. */
export const dateNames = (name: string): readonly string[] => DATE_PARTS.map((part) => `${name}.${part}`);

/** What was typed in the boxes of a date. */
export const dateIn = (values: SubmittedValues, name: string) => ({
  day: textIn(values, `${name}.day`),
  month: textIn(values, `${name}.month`),
  year: textIn(values, `${name}.year`),
});
