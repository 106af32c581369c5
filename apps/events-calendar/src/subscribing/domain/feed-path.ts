import { everything, filteredAddress, isEverything, type Filter } from '../../listing/domain/filter.js';

/**
 * Where the feed of a filter is. Everything, and a series alone, have addresses of their own, which stay the same
 * whatever a filter may come to be.
 */
export function feedPath(filter: Filter): string {
  if (isEverything(filter)) return '/calendar/feeds/all.ics';
  if (filter.series !== null && isEverything({ ...filter, series: everything.series })) {
    return seriesFeedPath(filter.series);
  }
  return filteredAddress('/calendar/feeds/filtered.ics', filter);
}

export const seriesFeedPath = (slug: string): string =>
  `/calendar/feeds/series/${encodeURIComponent(slug)}.ics`;

/** One event as a file, to be added to a calendar once. */
export const eventFilePath = (ref: string): string => `/calendar/feeds/events/${ref}.ics`;
