/**
 * Whether two values of the vocabulary (plain objects, lists and Temporal values) say the same. Keys that are undefined
 * count as missing; the order of keys does not matter, the order of a list does.
 */
export const same = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);

function canonical(value: unknown): string | undefined {
  // Temporal values are written by their own toJSON before they come to the replacer.
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
