import { textIn, type SubmittedValues } from '#ui';
import type { ExpectedCost } from '../quoted.js';

const pence = (text: string): number | null => (/^\d{1,9}$/.test(text) ? Number(text) : null);

/** What the page before said that it costs; `null`: nothing was said yet, so it is to be said first. */
export function expectedIn(values: SubmittedValues): ExpectedCost | null {
  const invoicePence = pence(textIn(values, 'invoicePence'));
  const creditPence = pence(textIn(values, 'creditPence'));
  return invoicePence === null || creditPence === null ? null : { invoicePence, creditPence };
}
