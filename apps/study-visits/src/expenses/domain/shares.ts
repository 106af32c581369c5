/**
 * Parts a sum among so many people: to the penny as evenly as it goes, nobody more than a penny above another, and never a
 * penny more or less in all. The first have the odd pennies.
 *
 * @param pence whole pence, not negative
 * @param people at least one
 */
export function sharesOf(pence: number, people: number): readonly number[] {
  if (!Number.isInteger(people) || people < 1) throw new RangeError(`nobody shares a sum: ${people}`);
  const each = Math.floor(pence / people);
  const odd = pence - each * people;
  return Array.from({ length: people }, (_, index) => each + (index < odd ? 1 : 0));
}
