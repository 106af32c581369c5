import { isEverything, type Filter } from '../../listing/domain/filter.js';

/**
 * What a subscribed calendar is called in people's lists: the network first, then what is in it.
 *
 * @param seriesName the name of the series that is filtered by, if it has one
 */
export function feedName(filter: Filter, seriesName: string | null = null): string {
  if (isEverything(filter)) return 'Network events';
  const parts = [
    ...filter.kinds,
    ...filter.formats,
    ...(filter.series === null ? [] : [seriesName ?? filter.series]),
    ...(filter.tag === null ? [] : [filter.tag]),
    ...(filter.place === '' ? [] : [filter.place]),
    ...(filter.text === '' ? [] : [`“${filter.text}”`]),
  ];
  return `Network events: ${parts.join(', ')}`;
}
