/** What every feed is sent as. */
export const contentType = 'text/calendar; charset=utf-8';

/** Large feeds are packed on every edit: the fastest level already makes them a tenth of their size. */
export const gzipLevel = 1;
