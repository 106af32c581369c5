/** Those who may be named to somebody, and how many others there are of whom nothing is said but that. */
export interface Named<One> {
  readonly named: readonly One[];
  readonly others: number;
}

/**
 * Parts those who agreed to be named from all others. Whoever has not answered has not agreed.
 *
 * @param agreed ids of those who said yes
 */
export function nameThose<One extends { readonly id: string }>(
  all: readonly One[],
  agreed: ReadonlySet<string>,
): Named<One> {
  const named = all.filter(({ id }) => agreed.has(id));
  return { named, others: all.length - named.length };
}
