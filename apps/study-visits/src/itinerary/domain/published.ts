import type { FieldChange } from '#checks';
import type { ItemKind, ItemStatus, Stop } from './item.js';

/** An item as travellers read it: what it says, where its host is if it says no place of its own, and for whom it is. */
export interface PublishedItem {
  readonly id: string;
  readonly kind: ItemKind;
  readonly title: string;
  /** Exact, ISO. */
  readonly startsAt: string;
  /** IANA */
  readonly zone: string;
  readonly endsAt: string;
  readonly endZone: string;
  readonly stop: Stop | null;
  readonly to: Stop | null;
  /** What the host is called. */
  readonly host: string | null;
  readonly language: string | null;
  readonly bufferMinutes: number;
  readonly description: string;
  readonly status: ItemStatus;
  readonly statusReason: string | null;
  /** Groups that it is for, as their travellers know them: "Group A: the co-op"; none: it is for everybody. */
  readonly groups: readonly string[];
  readonly groupIds: readonly string[];
}

/** What became of an item since people were last told of it. */
export interface ItemChange {
  readonly itemId: string;
  readonly title: string;
  /** ISO; the day on which it is, or was. */
  readonly day: string;
  readonly what: 'added' | 'changed' | 'removed';
  readonly changes: readonly FieldChange[];
}
