import { checkRange, checkWhole, type Checked } from '#checks';

const rules = { what: 'the percentage', least: 1, most: 100 };

/** So many per cent of what was invoiced, as typed or as a number: 1 to 100. */
export const checkPercent = (given: string | number): Checked<number> =>
  typeof given === 'number'
    ? checkRange(given, 'percent', rules)
    : checkWhole(given.replace('%', ''), 'percent', rules);
