import { isId } from '../../domain/ids.js';

/** By what stands still to be paid. */
export const invoiceStates = ['open', 'overdue', 'settled', 'any'] as const;
export type InvoiceState = (typeof invoiceStates)[number];

export const invoiceSorts = ['due', 'number', 'customer', 'amount', 'outstanding'] as const;
export type InvoiceSort = (typeof invoiceSorts)[number];

/** Which invoices staff want to see, in which order. All of it stands in the address. */
export interface InvoiceList {
  /** Part of a number, a customer's, a booker's or a traveller's name, a booking's reference or a purchase order. */
  readonly text: string;
  readonly state: InvoiceState;
  /** Only those that lack the purchase order which their customer needs. */
  readonly isOrderMissing: boolean;
  /** The id of a conference or of a study visit; `null`: all. */
  readonly occasionId: string | null;
  readonly sort: { readonly key: InvoiceSort; readonly direction: 'ascending' | 'descending' };
  /** From 1. */
  readonly page: number;
}

export type ListQuery = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Longest text that is looked for, in characters. */
const longestText = 100;

/** What an address says under a name: the first, without control characters. */
export function textOf(query: ListQuery, name: string): string {
  const [value = ''] = [query[name] ?? []].flat();
  return value
    .replaceAll(/[\p{Cc}\p{Cs}]/gu, ' ')
    .trim()
    .slice(0, longestText);
}

/** An id that an address says; `null`: none, or nothing that is one. */
export function idOf(query: ListQuery, name: string): string | null {
  const text = textOf(query, name).toLowerCase();
  return isId(text) ? text : null;
}

/** The conference or study visit that an address asks for; addresses from before there were visits say `conference`. */
export const occasionOf = (query: ListQuery): string | null =>
  idOf(query, 'occasion') ?? idOf(query, 'conference');

/** The page of a list that an address asks for, from 1. */
export function pageOf(query: ListQuery): number {
  const page = Number(textOf(query, 'page') || '1');
  return Number.isSafeInteger(page) && page >= 1 && page <= 10_000 ? page : 1;
}

/** What is open, the longest overdue first. */
export const usualInvoices: InvoiceList = {
  text: '',
  state: 'open',
  isOrderMissing: false,
  occasionId: null,
  sort: { key: 'due', direction: 'ascending' },
  page: 1,
};

/** The list that an address asks for. What it does not know is passed over. */
export function readInvoiceList(query: ListQuery): InvoiceList {
  const sort = textOf(query, 'sort');
  const key = invoiceSorts.find((each) => each === sort.replace(/^-/, ''));
  return {
    text: textOf(query, 'q'),
    state: invoiceStates.find((each) => each === textOf(query, 'state')) ?? usualInvoices.state,
    isOrderMissing: textOf(query, 'order') === 'missing',
    occasionId: occasionOf(query),
    sort:
      key === undefined
        ? usualInvoices.sort
        : { key, direction: sort.startsWith('-') ? 'descending' : 'ascending' },
    page: pageOf(query),
  };
}

/** The list's address; whatever is as usual is left out. */
export function invoiceListAddress(path: string, list: InvoiceList): string {
  const params = new URLSearchParams();
  if (list.text !== '') params.set('q', list.text);
  if (list.state !== usualInvoices.state) params.set('state', list.state);
  if (list.isOrderMissing) params.set('order', 'missing');
  if (list.occasionId !== null) params.set('occasion', list.occasionId);
  if (list.sort.key !== 'due' || list.sort.direction !== 'ascending') {
    params.set('sort', `${list.sort.direction === 'descending' ? '-' : ''}${list.sort.key}`);
  }
  if (list.page > 1) params.set('page', String(list.page));
  return params.size === 0 ? path : `${path}?${params.toString()}`;
}

/** Whether the list leaves out anything that is open. */
export const isFiltered = (list: InvoiceList): boolean =>
  list.text !== '' || list.state !== 'open' || list.isOrderMissing || list.occasionId !== null;
