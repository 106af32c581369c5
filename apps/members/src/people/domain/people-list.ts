import { affiliationRoles, grantedRoles } from './person.js';

/** What the people of a list are: in an organisation, or by a role that was given to them. */
export const listedRoles = [...affiliationRoles, 'booking-contact', ...grantedRoles] as const;
export type ListedRole = (typeof listedRoles)[number];

/** Which people staff want to see. All of it stands in the address. */
export interface PeopleList {
  /** Parts of a name, an address or an organisation's name. */
  readonly text: string;
  /** An organisation's id. */
  readonly organisation: string | null;
  readonly role: ListedRole | null;
  /** A board's slug; its members today. */
  readonly board: string | null;
  /** From 1. */
  readonly page: number;
}

export type PeopleQuery = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Longest text that is looked for, in characters. */
const longestText = 100;

const one = (query: PeopleQuery, name: string): string => {
  const value = query[name];
  return (typeof value === 'string' ? value : (value?.[0] ?? '')).trim();
};

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
const slug = /^[\w-]{1,100}$/;

/** The list that an address asks for. What it does not know is passed over. */
export function readPeopleList(query: PeopleQuery): PeopleList {
  const page = Number(one(query, 'page') || '1');
  const organisation = one(query, 'organisation');
  const board = one(query, 'board');
  return {
    text: one(query, 'q')
      .replaceAll(/\p{Cc}/gu, ' ')
      .slice(0, longestText),
    organisation: uuid.test(organisation) ? organisation.toLowerCase() : null,
    role: listedRoles.find((role) => role === one(query, 'role')) ?? null,
    board: slug.test(board) ? board : null,
    page: Number.isSafeInteger(page) && page >= 1 && page <= 10_000 ? page : 1,
  };
}

/** The list's address; whatever is as usual is left out. */
export function peopleListAddress(path: string, list: PeopleList): string {
  const params = new URLSearchParams();
  if (list.text !== '') params.set('q', list.text);
  if (list.organisation !== null) params.set('organisation', list.organisation);
  if (list.role !== null) params.set('role', list.role);
  if (list.board !== null) params.set('board', list.board);
  if (list.page > 1) params.set('page', String(list.page));
  return params.size === 0 ? path : `${path}?${params.toString()}`;
}

/** Whether the list leaves anybody out. */
export function isFiltered({ text, organisation, role, board }: PeopleList): boolean {
  return text !== '' || organisation !== null || role !== null || board !== null;
}
