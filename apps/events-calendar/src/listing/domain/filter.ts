import { eventFormats, eventKinds, type EventFormat, type EventKind } from '../../events/domain/event.js';

/** What of the calendar somebody wants to see. Everything in it can stand in an address, so that it can be shared. */
export interface Filter {
  readonly kinds: readonly EventKind[];
  readonly formats: readonly EventFormat[];
  /** Part of a place's name or address. */
  readonly place: string;
  /** Words to look for in title, place and description. */
  readonly text: string;
  readonly series: string | null;
  readonly tag: string | null;
}

export const everything: Filter = { kinds: [], formats: [], place: '', text: '', series: null, tag: null };

export type Query = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Longest text that is looked for, in characters. */
const longestText = 100;

const listOf = (value: Query[string]): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value;

const textOf = (value: Query[string]): string =>
  (listOf(value)[0] ?? '')
    .replaceAll(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, longestText);

const slugOf = (value: Query[string]): string | null => {
  const text = textOf(value).toLowerCase();
  return text === '' ? null : text;
};

/**
 * The filter in an address's query. What it does not know is passed over, so that an old link still opens: the page then
 * shows more than was asked for, and says what it filters by.
 */
export function readFilter(query: Query): Filter {
  const kinds = listOf(query['kind']);
  const formats = listOf(query['format']);
  return {
    kinds: eventKinds.filter((kind) => kinds.includes(kind)),
    formats: eventFormats.filter((format) => formats.includes(format)),
    place: textOf(query['place']),
    text: textOf(query['q']),
    series: slugOf(query['series']),
    tag: slugOf(query['tag']),
  };
}

/** The filter as an address's query, always in the same order; empty when nothing is filtered. */
export function filterParams(filter: Filter): URLSearchParams {
  const params = new URLSearchParams();
  for (const kind of filter.kinds) params.append('kind', kind);
  for (const format of filter.formats) params.append('format', format);
  if (filter.place !== '') params.set('place', filter.place);
  if (filter.text !== '') params.set('q', filter.text);
  if (filter.series !== null) params.set('series', filter.series);
  if (filter.tag !== null) params.set('tag', filter.tag);
  return params;
}

export function isEverything(filter: Filter): boolean {
  return filterParams(filter).size === 0;
}

/** An address with a filter, and further parameters after it. */
export function filteredAddress(
  path: string,
  filter: Filter,
  more: Readonly<Record<string, string>> = {},
): string {
  const params = filterParams(filter);
  for (const [name, value] of Object.entries(more)) params.set(name, value);
  return params.size === 0 ? path : `${path}?${params.toString()}`;
}

/** What a form sends and {@link readFilter} reads. */
const names = ['kind', 'format', 'place', 'q', 'series', 'tag'] as const;

/**
 * The address that says the same as a query with blanks in it, as a form with empty fields sends one; `null` when the
 * query has none. A reader who shares the page then shares a short address.
 */
export function tidyAddress(path: string, query: Query): string | null {
  const hasBlank = names.some((name) => listOf(query[name]).some((value) => value.trim() === ''));
  return hasBlank ? filteredAddress(path, readFilter(query)) : null;
}

/** The page number in a query: 1 unless it is a whole number above. */
export function readPage(query: Query): number {
  const number = Number(listOf(query['page'])[0] ?? '1');
  return Number.isSafeInteger(number) && number > 1 && number <= 10_000 ? number : 1;
}
