import { pickFields, textIn } from './pick-fields.js';
import type { SubmittedValues } from './submitted-values.js';

/** Lines of a form that are alike: `contacts.0.name`, `contacts.0.phone`, `contacts.1.name` … */
export interface Rows {
  /** "contacts" */
  readonly name: string;
  /** What a line has: "name", "day.month". */
  readonly parts: readonly string[];
  /** Those of them that say nothing by themselves: choices that are made already. */
  readonly preset?: readonly string[];
  readonly most: number;
}

/** The name of a control of a line. */
export const rowName = ({ name }: Pick<Rows, 'name'>, index: number, part: string): string =>
  `${name}.${index}.${part}`;

/** The names of all controls that there may be. */
export const rowNames = (rows: Rows): readonly string[] =>
  Array.from({ length: rows.most }, (_, index) =>
    rows.parts.map((part) => rowName(rows, index, part)),
  ).flat();

/** How many lines are filled in, once they have been moved together. */
export const filledRows = (values: SubmittedValues, rows: Rows): number =>
  indexes(rows).filter((index) => isFilled(values, rows, index)).length;

/** The same values with blank lines after those that are filled in, so that problems are told at the lines that show them. */
export function rowsTogether(values: SubmittedValues, rows: Rows): SubmittedValues {
  const own = new Set(rowNames(rows));
  const others = pickFields(
    values,
    Object.keys(values).filter((name) => !own.has(name)),
  );
  const filled = indexes(rows).filter((index) => isFilled(values, rows, index));
  const moved = filled.flatMap((from, to) =>
    rows.parts.map((part) => [rowName(rows, to, part), textIn(values, rowName(rows, from, part))] as const),
  );
  return { ...others, ...Object.fromEntries(moved) };
}

const indexes = ({ most }: Rows): readonly number[] => Array.from({ length: most }, (_, index) => index);

const isFilled = (values: SubmittedValues, rows: Rows, index: number): boolean =>
  rows.parts.some(
    (part) =>
      rows.preset?.includes(part) !== true && textIn(values, rowName(rows, index, part)).trim() !== '',
  );
