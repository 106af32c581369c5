/** Fewer digits are part of too many numbers. */
const fewest = 5;

/**
 * The digits of a telephone number, or of its end, as somebody types it: without spaces and signs, and without the country
 * and the 0 before the area, which some write and others leave out. `null`: it is no such number.
 */
export function phoneDigits(text: string): string | null {
  if (!/^[\d\s()+./-]+$/.test(text)) return null;
  const digits = text
    .replaceAll(/\D/g, '')
    .replace(/^(?:00)?44(?=\d{9})/, '')
    .replace(/^0/, '');
  return digits.length < fewest ? null : digits;
}
