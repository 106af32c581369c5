import { categories, type Category } from '../../members/domain/organisation.js';
import { dateNames } from '#ui';
import { mostEarlyDays } from '../domain/prices.js';

/** The columns of early prices that the form may have, from 1. */
export const tierNumbers: readonly number[] = Array.from({ length: mostEarlyDays }, (_, index) => index + 1);

/** The control of an ordinary price. */
export const priceName = (category: Category): string => `price.${category}`;

/** The last day of a column of early prices. @param tier from 1 */
export const untilName = (tier: number): string => `early.${tier}.until`;

/** The control of an early price. */
export const earlyPriceName = (tier: number, category: Category): string => `early.${tier}.price.${category}`;

/** The controls of a ticket type, in the order of the page. Nothing else that is sent is looked at. */
export const ticketNames: readonly string[] = [
  'kind',
  'name',
  'description',
  'days',
  'format',
  ...categories.map(priceName),
  ...tierNumbers.flatMap((tier) => [
    ...dateNames(untilName(tier)),
    ...categories.map((category) => earlyPriceName(tier, category)),
  ]),
  'vat',
  'otherVat',
  'least',
  'most',
  ...dateNames('onSaleFrom'),
  ...dateNames('onSaleUntil'),
  'hidden',
  'needsApproval',
];
