import { suppressedPath } from './addresses.js';

/** Which of the addresses staff want to see. All of it stands in the page's own address. */
export interface SuppressedList {
  /** A part of the address; empty: any. */
  readonly address: string;
  /** From 1. */
  readonly page: number;
}

/** The list's address; whatever is as usual is left out. */
export function suppressedListAddress({ address, page }: SuppressedList): string {
  const params = new URLSearchParams();
  if (address !== '') params.set('address', address);
  if (page > 1) params.set('page', String(page));
  return params.size === 0 ? suppressedPath : `${suppressedPath}?${params.toString()}`;
}
