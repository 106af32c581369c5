import { dateOf, instantOf } from '#platform';
import type { Item, ItemDetails } from './domain/item.js';
import type { ItemRow } from './item.entity.js';

/** An item as the features of this app know it. */
export interface PlannedItem extends Item {
  readonly visitId: string;
  readonly statusReason: string | null;
}

/** An item as its row says it. */
export function itemOf({ startsAt, endsAt, ...row }: ItemRow): PlannedItem {
  return { ...row, start: instantOf(startsAt), end: instantOf(endsAt) };
}

/** The columns of what staff say of an item. */
export function columnsOf({ start, end, ...details }: ItemDetails) {
  return { ...details, startsAt: dateOf(start), endsAt: dateOf(end) };
}
