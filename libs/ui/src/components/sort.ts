/** By which column a list is sorted, and which way. */
export interface Sort<Key extends string = string> {
  readonly key: Key;
  readonly direction: 'ascending' | 'descending';
}

/** The sort as it stands in an address: `title`, or `-title` for descending. */
export function sortParameter({ key, direction }: Sort): string {
  return direction === 'descending' ? `-${key}` : key;
}

/** The sort that an address asks for, or the usual one if it asks for none of the columns there are. */
export function sortFrom<Key extends string>(
  parameter: unknown,
  keys: readonly Key[],
  usual: Sort<Key>,
): Sort<Key> {
  const asked = typeof parameter === 'string' ? parameter : '';
  const key = keys.find((each) => each === asked.replace(/^-/, ''));
  return key === undefined ? usual : { key, direction: asked.startsWith('-') ? 'descending' : 'ascending' };
}

/** What a press on a column's heading asks for: that column, or the other way if the list is sorted by it already. */
export function nextSort<Key extends string>(key: Key, current: Sort | undefined): Sort<Key> {
  const turns = current?.key === key && current.direction === 'ascending';
  return { key, direction: turns ? 'descending' : 'ascending' };
}
