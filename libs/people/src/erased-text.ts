/** Shorter than this, what is looked for is found in other words as well. */
const shortest = 3;

const literally = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/**
 * A text, or what JSON holds, in which another word stands wherever a name or an address of somebody stood: whole words,
 * whatever case they are in. Keys of objects stay.
 *
 * @param marks names and addresses
 * @param instead what stands there then
 */
export function erasedText(value: unknown, marks: readonly string[], instead: string): unknown {
  const wanted = marks.map((mark) => mark.trim()).filter(({ length }) => length >= shortest);
  if (wanted.length === 0) return value;
  // The longest first, as an address may begin with a name.
  const any = wanted.toSorted((a, b) => b.length - a.length).map(literally);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${any.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  const clear = (each: unknown): unknown => {
    if (typeof each === 'string') return each.replaceAll(pattern, () => instead);
    if (Array.isArray(each)) return each.map(clear);
    if (typeof each !== 'object' || each === null) return each;
    return Object.fromEntries(Object.entries(each).map(([key, inner]) => [key, clear(inner)]));
  };
  return clear(value);
}
