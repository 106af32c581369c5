import { compareStatuses, isOpen, readinessItems, type Marks, type ReadinessItem } from './item.js';

/** Which travellers are listed, and in which order, as an address says it. */
export interface ReadinessFilter {
  /** What stands in their name or that of their organisation; blank: any. */
  readonly words: string;
  /** Those of whom this is still open; `null`: any. */
  readonly item: ReadinessItem | null;
  /** `open`: something is; `ready`: nothing is; `null`: either. */
  readonly state: 'open' | 'ready' | null;
}

/** By which columns the list may be sorted. */
export const sortKeys = ['number', 'name', 'organisation', 'open', ...readinessItems] as const;

export type SortKey = (typeof sortKeys)[number];

/** What of a traveller decides where they stand in the list. */
export interface ListedTraveller {
  readonly number: number;
  readonly name: string;
  readonly organisationName: string;
  readonly marks: Marks;
  readonly open: number;
}

export function isListed(traveller: ListedTraveller, { words, item, state }: ReadinessFilter): boolean {
  const text = `${traveller.name} ${traveller.organisationName}`.toLocaleLowerCase('en-GB');
  return (
    text.includes(words.trim().toLocaleLowerCase('en-GB')) &&
    (item === null || isOpen(traveller.marks[item].status)) &&
    (state === null || (state === 'ready') === (traveller.open === 0))
  );
}

/** Whoever stands alike stands by number. */
export function compareBy(key: SortKey, one: ListedTraveller, other: ListedTraveller): number {
  switch (key) {
    case 'number':
      return one.number - other.number;
    case 'name':
      return one.name.localeCompare(other.name, 'en-GB') || one.number - other.number;
    case 'organisation':
      return one.organisationName.localeCompare(other.organisationName, 'en-GB') || one.number - other.number;
    case 'open':
      return one.open - other.open || one.number - other.number;
    default:
      return compareStatuses(one.marks[key].status, other.marks[key].status) || one.number - other.number;
  }
}

/** Of how many each thing is still open, those that are open of somebody. */
export function openByItem(
  travellers: readonly ListedTraveller[],
): readonly { readonly item: ReadinessItem; readonly count: number }[] {
  return readinessItems
    .map((item) => ({ item, count: travellers.filter(({ marks }) => isOpen(marks[item].status)).length }))
    .filter(({ count }) => count > 0);
}
