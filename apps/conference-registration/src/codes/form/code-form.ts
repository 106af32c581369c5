import { accepted, checkOptionalWhole, checkPence, checkWhole, refuse, type Checked } from '#checks';
import { allValues, dateNames, dayBoxes, readDay, textIn, type SubmittedValues } from '#ui';
import { highestPrice } from '../../tickets/domain/prices.js';
import type { CodeEdit } from '../change-code.js';
import { usesRules, type CodeInput } from '../domain/code-details.js';
import type { Code } from '../domain/code.js';
import type { PriceChange } from '../domain/price-change.js';
import { numberRules, type Naming } from '../make-codes.js';

/** The controls of a code that may change afterwards. */
export const editNames: readonly string[] = [
  'priceChange',
  'percent',
  'amount',
  'price',
  'uses',
  ...dateNames('lastDay'),
  'note',
];

/** The controls of new codes, in the order of the page. */
export const codeNames: readonly string[] = [
  'naming',
  'code',
  'number',
  'prefix',
  'priceChange',
  'percent',
  'amount',
  'price',
  'reserves',
  'ticketTypeIds',
  'uses',
  ...dateNames('lastDay'),
  'organisationId',
  'note',
];

export const blankCode: SubmittedValues = { naming: 'typed', priceChange: 'none' };

export function readNaming(values: SubmittedValues): Naming {
  if (textIn(values, 'naming') !== 'made') return { kind: 'typed', code: textIn(values, 'code') };
  return {
    kind: 'made',
    number: checkWhole(textIn(values, 'number'), 'number', numberRules),
    prefix: textIn(values, 'prefix'),
  };
}

export function readCodeEdit(values: SubmittedValues): CodeEdit {
  return {
    note: textIn(values, 'note'),
    priceChange: readPriceChange(values),
    uses: checkOptionalWhole(textIn(values, 'uses'), 'uses', usesRules),
    lastDay: readDay(values, 'lastDay', 'the last day'),
  };
}

export function readCode(values: SubmittedValues): CodeInput {
  return {
    ...readCodeEdit(values),
    reserves: textIn(values, 'reserves') === 'yes',
    organisationId: textIn(values, 'organisationId'),
    ticketTypeIds: allValues(values, 'ticketTypeIds'),
  };
}

function readPriceChange(values: SubmittedValues): Checked<PriceChange | null> {
  const kind = textIn(values, 'priceChange');
  if (kind === 'none') return accepted(null);
  if (kind === 'percent') {
    const rules = { what: 'the percentage', least: 1, most: 100 };
    const percent = checkWhole(textIn(values, 'percent').replace('%', ''), 'percent', rules);
    return percent.ok ? accepted({ kind, percent: percent.value }) : percent;
  }
  if (kind === 'amount' || kind === 'price') {
    const what = kind === 'amount' ? 'the amount off' : 'the price';
    const pence = checkPence(textIn(values, kind), kind, { what, most: highestPrice });
    return pence.ok ? accepted({ kind, pence: pence.value }) : pence;
  }
  return refuse('priceChange', 'missing', 'Say what it does to the price.');
}

export function fillCode({ note, priceChange, uses, lastDay }: Code): SubmittedValues {
  const pounds = (kind: 'amount' | 'price') =>
    priceChange?.kind === kind ? (priceChange.pence / 100).toFixed(2).replace(/\.00$/, '') : '';
  return {
    priceChange: priceChange?.kind ?? 'none',
    percent: priceChange?.kind === 'percent' ? String(priceChange.percent) : '',
    amount: pounds('amount'),
    price: pounds('price'),
    uses: uses === null ? '' : String(uses),
    ...dayBoxes('lastDay', lastDay),
    note,
  };
}
