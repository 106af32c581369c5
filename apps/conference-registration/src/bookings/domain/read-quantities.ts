import { quantityField } from './wish.js';

/** A whole number, as people type it. */
const whole = /^\d{1,9}$/;

/**
 * How many of each were typed into a form.
 *
 * @param typed what stands in a control, by its name
 * @returns by ticket type; what is no whole number is `NaN`, which `checkWish` refuses; blank is none
 */
export function readQuantities(
  ticketTypeIds: readonly string[],
  typed: (name: string) => string,
): ReadonlyMap<string, number> {
  return new Map(
    ticketTypeIds.flatMap((id): [string, number][] => {
      const text = typed(quantityField(id)).trim();
      if (text === '') return [];
      return [[id, whole.test(text) ? Number(text) : Number.NaN]];
    }),
  );
}
