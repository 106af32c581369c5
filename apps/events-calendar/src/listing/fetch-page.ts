import { pageOf, pageSize, type Page } from './domain/paging.js';
import type { ListedOccurrence, ListPage } from './list-occurrences.js';

/** One page of a list and where it stands. */
export interface FetchedPage {
  readonly events: readonly ListedOccurrence[];
  readonly page: Page;
}

/**
 * The page asked for. An old link may ask for one that there is no more, because events are over: it then gets the first.
 *
 * @param number from 1
 */
export async function fetchPage(
  number: number,
  fetch: (offset: number, limit: number) => Promise<ListPage>,
): Promise<FetchedPage> {
  const { items, total } = await fetch((number - 1) * pageSize, pageSize);
  if (items.length === 0 && number > 1) return fetchPage(1, fetch);
  return { events: items, page: pageOf(number, total) };
}
