import { dateNames, dayBoxes, oneValue, type SubmittedValues } from '#ui';
import { categories } from '../../members/domain/organisation.js';
import { mostEarlyDays } from '../domain/prices.js';
import { tiersOf } from '../domain/price-table.js';
import type { TicketDetails } from '../domain/ticket-details.js';
import { earlyPriceName, priceName, tierNumbers, untilName } from './ticket-names.js';

/** The rates that are offered by name, in basis points. */
export const usualRates: readonly number[] = [2000, 500, 0];

/** The form of a ticket type that is not there yet. */
export const blankTicket: SubmittedValues = { kind: 'ticket', format: 'in-person', vat: '2000', least: '1' };

/** The form as it is filled in with what there is. */
export function fillTicket(ticket: TicketDetails): SubmittedValues {
  const tiers = tiersOf(ticket.prices);
  const ordinary = tiers.at(-1);
  const isUsual = usualRates.includes(ticket.vatBasisPoints);
  return {
    kind: ticket.kind,
    name: ticket.name,
    description: ticket.description,
    days: ticket.days,
    format: ticket.format,
    vat: isUsual ? String(ticket.vatBasisPoints) : 'other',
    otherVat: isUsual ? '' : String(ticket.vatBasisPoints / 100),
    least: String(ticket.least),
    most: ticket.most === null ? '' : String(ticket.most),
    needsApproval: ticket.needsApproval ? 'yes' : '',
    hidden: ticket.hidden ? 'yes' : '',
    ...dayBoxes('onSaleFrom', ticket.onSaleFrom),
    ...dayBoxes('onSaleUntil', ticket.onSaleUntil),
    ...Object.fromEntries(
      categories.map((category) => [priceName(category), pounds(ordinary?.pence[category])]),
    ),
    ...Object.assign(
      {},
      ...tiers.slice(0, -1).map(({ until, pence }, index): SubmittedValues => ({
        ...dayBoxes(untilName(index + 1), until),
        ...Object.fromEntries(
          categories.map((category) => [earlyPriceName(index + 1, category), pounds(pence[category])]),
        ),
      })),
    ),
  };
}

/** "195", "195.50": as people type it. */
function pounds(pence: number | undefined): string {
  if (pence === undefined) return '';
  return pence % 100 === 0 ? String(pence / 100) : (pence / 100).toFixed(2);
}

/** How many columns of early prices the form shows: those that have something, and a blank one more. */
export function shownTiers(values: SubmittedValues): number {
  const used = tierNumbers.filter((tier) =>
    [...dateNames(untilName(tier)), ...categories.map((category) => earlyPriceName(tier, category))].some(
      (name) => (oneValue(values, name) ?? '').trim() !== '',
    ),
  );
  return Math.min(mostEarlyDays, Math.max(1, (used.at(-1) ?? 0) + 1));
}
