import { categories, statuses, type Category, type Status } from '../../domain/organisation.js';

/** Something to be done about organisations, by which a list can be cut. */
export const dues = ['left', 'leaving', 'discount', 'contact'] as const;
export type Due = (typeof dues)[number];

export const sortKeys = ['name', 'category', 'kind', 'status', 'joined'] as const;
export type SortKey = (typeof sortKeys)[number];

/** Which organisations staff want to see, in which order. All of it stands in the address. */
export interface OrganisationList {
  readonly text: string;
  readonly category: Category | null;
  /** `current`: whoever belongs to the network. */
  readonly status: Status | 'current' | 'any';
  readonly kind: string;
  readonly due: Due | null;
  readonly sort: { readonly key: SortKey; readonly direction: 'ascending' | 'descending' };
  /** From 1. */
  readonly page: number;
}

export type ListQuery = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Longest text that is looked for, in characters. */
const longestText = 100;

const one = (query: ListQuery, name: string): string => {
  const value = query[name];
  return (typeof value === 'string' ? value : (value?.[0] ?? ''))
    .replaceAll(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, longestText);
};

const usual: OrganisationList = {
  text: '',
  category: null,
  status: 'current',
  kind: '',
  due: null,
  sort: { key: 'name', direction: 'ascending' },
  page: 1,
};

/** The list that an address asks for. What it does not know is passed over. */
export function readOrganisationList(query: ListQuery): OrganisationList {
  const sort = one(query, 'sort');
  const key = sortKeys.find((each) => each === sort.replace(/^-/, ''));
  const page = Number(one(query, 'page') || '1');
  const allStatuses = ['current', 'any', ...statuses] as const;
  return {
    text: one(query, 'q'),
    category: categories.find((each) => each === one(query, 'category')) ?? null,
    status: allStatuses.find((each) => each === one(query, 'status')) ?? usual.status,
    kind: one(query, 'kind'),
    due: dues.find((each) => each === one(query, 'due')) ?? null,
    sort:
      key === undefined ? usual.sort : { key, direction: sort.startsWith('-') ? 'descending' : 'ascending' },
    page: Number.isSafeInteger(page) && page >= 1 && page <= 10_000 ? page : 1,
  };
}

/** The list's address; whatever is as usual is left out. */
export function organisationListAddress(path: string, list: OrganisationList): string {
  const params = new URLSearchParams();
  if (list.text !== '') params.set('q', list.text);
  if (list.category !== null) params.set('category', list.category);
  if (list.status !== usual.status) params.set('status', list.status);
  if (list.kind !== '') params.set('kind', list.kind);
  if (list.due !== null) params.set('due', list.due);
  if (list.sort.key !== usual.sort.key || list.sort.direction !== usual.sort.direction) {
    params.set('sort', `${list.sort.direction === 'descending' ? '-' : ''}${list.sort.key}`);
  }
  if (list.page > 1) params.set('page', String(list.page));
  return params.size === 0 ? path : `${path}?${params.toString()}`;
}

/** A list of everything of a sort, from its beginning. */
export const listOf = (wanted: Partial<OrganisationList>): OrganisationList => ({ ...usual, ...wanted });

/** Whether the list leaves out anybody who belongs to the network. */
export function isFiltered(list: OrganisationList): boolean {
  return (
    list.text !== '' ||
    list.category !== null ||
    list.kind !== '' ||
    list.due !== null ||
    (list.status !== 'current' && list.status !== 'any')
  );
}
