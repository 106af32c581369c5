import { eventStatuses, type EventStatus } from '../../events/domain/event.js';

/** When the events of a list are. */
export const periods = ['coming', 'past', 'all'] as const;
export type Period = (typeof periods)[number];

/** Something that events lack, by which a list can be cut. */
export const lacks = ['place', 'link', 'date'] as const;
export type Lack = (typeof lacks)[number];

export const sortKeys = ['when', 'title', 'status', 'audience', 'kind'] as const;
export type SortKey = (typeof sortKeys)[number];

export interface ListSort {
  readonly key: SortKey;
  readonly direction: 'ascending' | 'descending';
}

/** Which events staff want to see, in which order. All of it stands in the address. */
export interface StaffList {
  readonly text: string;
  readonly status: EventStatus | null;
  readonly period: Period;
  readonly lack: Lack | null;
  readonly sort: ListSort;
  /** From 1. */
  readonly page: number;
}

export type ListQuery = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Longest text that is looked for, in characters. */
const longestText = 100;

const one = (query: ListQuery, name: string): string => {
  const value = query[name];
  return (typeof value === 'string' ? value : (value?.[0] ?? '')).trim();
};

/** What comes next first; of the past, what was last. */
export const usualSort = (period: Period): ListSort => ({
  key: 'when',
  direction: period === 'past' ? 'descending' : 'ascending',
});

/** The list that an address asks for. What it does not know is passed over. */
export function readStaffList(query: ListQuery): StaffList {
  const period = periods.find((each) => each === one(query, 'period')) ?? 'coming';
  const sort = one(query, 'sort');
  const key = sortKeys.find((each) => each === sort.replace(/^-/, ''));
  const page = Number(one(query, 'page') || '1');
  return {
    text: one(query, 'q')
      .replaceAll(/\p{Cc}/gu, ' ')
      .slice(0, longestText),
    status: eventStatuses.find((each) => each === one(query, 'status')) ?? null,
    period,
    lack: lacks.find((each) => each === one(query, 'lacks')) ?? null,
    sort:
      key === undefined
        ? usualSort(period)
        : { key, direction: sort.startsWith('-') ? 'descending' : 'ascending' },
    page: Number.isSafeInteger(page) && page >= 1 && page <= 10_000 ? page : 1,
  };
}

/** The list's address; whatever is as usual is left out. */
export function staffListAddress(path: string, list: StaffList): string {
  const params = new URLSearchParams();
  if (list.text !== '') params.set('q', list.text);
  if (list.status !== null) params.set('status', list.status);
  if (list.period !== 'coming') params.set('period', list.period);
  if (list.lack !== null) params.set('lacks', list.lack);
  const usual = usualSort(list.period);
  if (list.sort.key !== usual.key || list.sort.direction !== usual.direction) {
    params.set('sort', `${list.sort.direction === 'descending' ? '-' : ''}${list.sort.key}`);
  }
  if (list.page > 1) params.set('page', String(list.page));
  return params.size === 0 ? path : `${path}?${params.toString()}`;
}

/** A list of everything of a kind, from its beginning. */
export function listOf(wanted: Partial<StaffList>): StaffList {
  const period = wanted.period ?? 'coming';
  return { text: '', status: null, lack: null, page: 1, sort: usualSort(period), ...wanted, period };
}

/** Whether the list leaves anything out besides what is over. */
export function isFiltered(list: StaffList): boolean {
  return list.text !== '' || list.status !== null || list.lack !== null;
}
