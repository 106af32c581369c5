import { accepted, checkOptionalPence, checkOptionalWhole, checkWhole, refuse, type Checked } from '#checks';
import { allValues, readDay, textIn, type SubmittedValues } from '#ui';
import { categories } from '../../members/domain/organisation.js';
import { highestPrice } from '../domain/prices.js';
import { readTiers, type TierInput } from '../domain/price-table.js';
import { mostPerBooking, type TicketInput } from '../domain/ticket-details.js';
import { earlyPriceName, priceName, tierNumbers, untilName } from './ticket-names.js';

/** What the form says of a ticket type. */
export function readTicket(values: SubmittedValues): TicketInput {
  const text = (name: string) => textIn(values, name);
  return {
    kind: text('kind'),
    name: text('name'),
    description: text('description'),
    days: allValues(values, 'days'),
    format: text('format'),
    vatBasisPoints: readVat(text('vat'), text('otherVat')),
    hidden: text('hidden') === 'yes',
    least:
      text('least').trim() === ''
        ? accepted(1)
        : checkWhole(text('least'), 'least', { what: 'the least number', least: 0, most: mostPerBooking }),
    most: checkOptionalWhole(text('most'), 'most', {
      what: 'the largest number',
      least: 1,
      most: mostPerBooking,
    }),
    needsApproval: text('needsApproval') === 'yes',
    onSaleFrom: readDay(values, 'onSaleFrom', 'the first day of sale'),
    onSaleUntil: readDay(values, 'onSaleUntil', 'the last day of sale'),
    prices: readTiers(
      tierNumbers.map((tier) => readTier(values, tier)),
      {
        untilField: '',
        until: accepted(null),
        cells: categories.map((category) => cell(values, category, priceName(category), 'the price')),
      },
    ),
  };
}

function readTier(values: SubmittedValues, tier: number): TierInput {
  return {
    untilField: untilName(tier),
    until: readDay(values, untilName(tier), 'the last day of the early prices'),
    cells: categories.map((category) =>
      cell(values, category, earlyPriceName(tier, category), 'the early price'),
    ),
  };
}

function cell(
  values: SubmittedValues,
  category: (typeof categories)[number],
  field: string,
  what: string,
): TierInput['cells'][number] {
  return {
    category,
    field,
    pence: checkOptionalPence(textIn(values, field), field, { what, most: highestPrice }),
  };
}

/** VAT in basis points, of one of the usual rates or as typed: "17.5". */
function readVat(chosen: string, other: string): Checked<number> {
  if (/^\d{1,5}$/.test(chosen)) return accepted(Number(chosen));
  if (chosen !== 'other') return refuse('vat', 'missing', 'Say what VAT is added to the price.');
  const typed = other.replaceAll(/[\s%]/g, '');
  if (typed === '') return refuse('otherVat', 'missing', 'Enter the rate of VAT.');
  const found = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(typed);
  const points = found ? Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0')) : Number.NaN;
  return points >= 0 && points <= 10_000
    ? accepted(points)
    : refuse('otherVat', 'not-a-rate', 'Enter the rate of VAT in per cent, from 0 to 100, like 17.5.');
}
