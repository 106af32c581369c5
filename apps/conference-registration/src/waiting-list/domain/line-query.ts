import { pageOf, textOf, type ListQuery } from '../../money/domain/invoice-list.js';
import type { EntryStatus } from './entry.js';

/** `now`: those who wait or are offered something; `past`: those who wait no longer. */
export type LineState = 'now' | 'past';

/** Which of those on a waiting list staff want to see. All of it stands in the address. */
export interface LineQuery {
  readonly state: LineState;
  /** From 1. */
  readonly page: number;
}

/** The statuses of those who are still on the list. */
export const statusesNow: readonly EntryStatus[] = ['waiting', 'offered'];

/** What an address asks for. What it does not know is passed over. */
export const readLineQuery = (query: ListQuery): LineQuery => ({
  state: textOf(query, 'state') === 'past' ? 'past' : 'now',
  page: pageOf(query),
});

/** The address of a list; whatever is as usual is left out. */
export function lineAddress(path: string, { state, page }: LineQuery): string {
  const params = new URLSearchParams();
  if (state !== 'now') params.set('state', state);
  if (page > 1) params.set('page', String(page));
  return params.size === 0 ? path : `${path}?${params.toString()}`;
}
