import { z } from 'zod';
import { mailStatuses, type MailStatus } from './mail-status.js';

/** Which mails staff want to see. All of it stands in the address. */
export interface MailList {
  /** A part of the reader's address; empty: any. */
  readonly address: string;
  readonly status: MailStatus | null;
  /** The id of the person they are for; `null`: anybody's. */
  readonly person: string | null;
  /** The id of the mailing they are of; `null`: any mails. */
  readonly mailing: string | null;
  /** From 1. */
  readonly page: number;
}

export type ListQuery = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Longest text that is looked for, in characters. */
const longestText = 320;

const lastPage = 10_000;

const one = (query: ListQuery, name: string): string => {
  const value = query[name];
  return (typeof value === 'string' ? value : (value?.[0] ?? '')).trim();
};

const uuidIn = (query: ListQuery, name: string): string | null => {
  const { data } = z.uuid().safeParse(one(query, name).toLowerCase());
  return data ?? null;
};

/** The list that an address asks for. What it does not know is passed over. */
export function readMailList(query: ListQuery): MailList {
  const page = Number(one(query, 'page') || '1');
  return {
    address: one(query, 'address')
      .replaceAll(/\p{Cc}/gu, ' ')
      .slice(0, longestText),
    status: mailStatuses.find((each) => each === one(query, 'status')) ?? null,
    person: uuidIn(query, 'person'),
    mailing: uuidIn(query, 'mailing'),
    page: Number.isSafeInteger(page) && page >= 1 && page <= lastPage ? page : 1,
  };
}

/** The list's address; whatever is as usual is left out. */
export function mailListAddress(path: string, list: Partial<MailList>): string {
  const { address, status, person, mailing, page } = list;
  const params = new URLSearchParams();
  if (address) params.set('address', address);
  if (status) params.set('status', status);
  if (person) params.set('person', person);
  if (mailing) params.set('mailing', mailing);
  if (page !== undefined && page > 1) params.set('page', String(page));
  return params.size === 0 ? path : `${path}?${params.toString()}`;
}

export function isFiltered({ address, status, person, mailing }: MailList): boolean {
  return address !== '' || status !== null || person !== null || mailing !== null;
}
