import {
  applicationKinds,
  applicationStatuses,
  type ApplicationKind,
  type ApplicationStatus,
} from './application.js';

/** By what the list of applications can be sorted. */
export const sortKeys = ['name', 'organisation', 'submitted', 'state'] as const;

export type SortKey = (typeof sortKeys)[number];

/** Which applications are shown, and in which order. */
export interface ListFilter {
  /** In a name, an address, an organisation or a code; empty: any. */
  readonly words: string;
  /** `null`: all that are not withdrawn. */
  readonly status: ApplicationStatus | null;
  readonly kind: ApplicationKind | null;
  /** Of an organisation of exactly this name; empty: of any. */
  readonly organisation: string;
  readonly sort: SortKey;
  readonly isDescending: boolean;
}

/** A parameter of a query that comes twice is a list. */
type Sent = Readonly<Record<string, string | readonly string[] | undefined>>;

const textOf = (sent: Sent, name: string): string => {
  const value = [sent[name] ?? ''].flat()[0] ?? '';
  // A database's text cannot hold NUL; nobody has a name as long as that.
  return value.replaceAll('\0', '').trim().slice(0, 200);
};

const oneOf = <Choice extends string>(text: string, choices: readonly Choice[]): Choice | null =>
  choices.find((choice) => choice === text) ?? null;

/** The filter that an address names; what it does not know counts as not said. */
export function readListFilter(sent: Sent): ListFilter {
  return {
    words: textOf(sent, 'q'),
    status: oneOf(textOf(sent, 'status'), applicationStatuses),
    kind: oneOf(textOf(sent, 'kind'), applicationKinds),
    organisation: textOf(sent, 'organisation'),
    sort: oneOf(textOf(sent, 'sort'), sortKeys) ?? 'name',
    isDescending: textOf(sent, 'direction') === 'descending',
  };
}

/** The filter as a query, `?` included; `''` for the whole list in its usual order. */
export function listQuery({ words, status, kind, organisation, sort, isDescending }: ListFilter): string {
  const query = new URLSearchParams({
    ...(words !== '' && { q: words }),
    ...(status !== null && { status }),
    ...(kind !== null && { kind }),
    ...(organisation !== '' && { organisation }),
    ...(sort !== 'name' && { sort }),
    ...(isDescending && { direction: 'descending' }),
  }).toString();
  return query === '' ? '' : `?${query}`;
}

/** Whether the list is the whole one, in whatever order. */
export const isWhole = ({ words, status, kind, organisation }: ListFilter): boolean =>
  words === '' && status === null && kind === null && organisation === '';
