import { plural } from '#ui';

/** From how few places on it is said how many there are. */
const fewPlaces = 20;

/** "3 places left." @returns `null` where there are many, any number or none */
export const leftInWords = (left: number | null): string | null =>
  left === null || left > fewPlaces || left <= 0 ? null : `${plural(left, 'place')} left.`;

/** What goes with a price: "plus 20% VAT", "no VAT" */
export const vatAfterPrice = (basisPoints: number): string =>
  basisPoints === 0 ? 'no VAT' : `plus ${basisPoints / 100}% VAT`;

/** What is said of a ticket that is applied for. */
export const approvalInWords = 'Staff read each application and let you know.';
