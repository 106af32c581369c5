import { Temporal } from 'temporal-polyfill';
import { acts, type Act } from './acts.js';

/** Which part of the audit log is wanted. All of it stands in the address. */
export interface AuditFilter {
  /** Part of the name of whoever did it or whom it was done to. */
  readonly text: string;
  readonly act: Act | null;
  /** Days where the network is, both included. */
  readonly from: string | null;
  readonly to: string | null;
  /** One person's entries, done by or to them. */
  readonly person: string | null;
  /** From 1. */
  readonly page: number;
}

export type AuditQuery = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Longest text that is looked for, in characters. */
const longestText = 100;

const uuid = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/;

const one = (query: AuditQuery, name: string): string => {
  const value = query[name];
  return (typeof value === 'string' ? value : (value?.[0] ?? '')).trim();
};

function day(text: string): string | null {
  try {
    return Temporal.PlainDate.from(text).toString();
  } catch {
    return null;
  }
}

/** The part that an address asks for. What it does not know is passed over. */
export function readAuditFilter(query: AuditQuery): AuditFilter {
  const page = Number(one(query, 'page') || '1');
  const act = one(query, 'act');
  const person = one(query, 'person');
  return {
    text: one(query, 'q')
      .replaceAll(/\p{Cc}/gu, ' ')
      .slice(0, longestText),
    act: (Object.keys(acts) as Act[]).find((each) => each === act) ?? null,
    from: day(one(query, 'from')),
    to: day(one(query, 'to')),
    person: uuid.test(person) ? person : null,
    page: Number.isSafeInteger(page) && page >= 1 && page <= 10_000 ? page : 1,
  };
}

/** The address that asks for a part; whatever is as usual is left out. */
export function auditAddress(path: string, filter: AuditFilter): string {
  const params = new URLSearchParams();
  if (filter.text !== '') params.set('q', filter.text);
  for (const name of ['act', 'from', 'to', 'person'] as const) {
    const value = filter[name];
    if (value !== null) params.set(name, value);
  }
  if (filter.page > 1) params.set('page', String(filter.page));
  return params.size === 0 ? path : `${path}?${params.toString()}`;
}

/** Whether anything is left out. */
export function isFiltered({ text, act, from, to, person }: AuditFilter): boolean {
  return text !== '' || [act, from, to, person].some((value) => value !== null);
}
