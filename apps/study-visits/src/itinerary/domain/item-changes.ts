import { changesBetween, type Words } from '#checks';
import { Temporal } from 'temporal-polyfill';
import type { ItemChange, PublishedItem } from './published.js';

/** Says what an item is, to find out what is said differently. */
export type ItemWords = (item: PublishedItem) => Words;

/**
 * What became of items since they were told, in the order of the days on which they are, or were. One that is cancelled is removed: it
 * does not take place.
 *
 * @param before as they were told; cancelled ones were told as such
 */
export function itemChanges(
  before: readonly PublishedItem[],
  after: readonly PublishedItem[],
  words: ItemWords,
): readonly ItemChange[] {
  const was = new Map(before.filter(takesPlace).map((item) => [item.id, item]));
  const is = new Map(after.filter(takesPlace).map((item) => [item.id, item]));
  const now = [...is.values()].flatMap((item): ItemChange[] => {
    const known = was.get(item.id);
    if (known === undefined) return [about(item, 'added')];
    const changes = changesBetween(words(known), words(item));
    return changes.length === 0 ? [] : [{ ...about(item, 'changed'), changes }];
  });
  const reasons = new Map(after.map(({ id, statusReason }) => [id, statusReason]));
  const gone = [...was.values()].flatMap((item): ItemChange[] => {
    if (is.has(item.id)) return [];
    const reason = reasons.get(item.id) ?? null;
    return [
      {
        ...about(item, 'removed'),
        changes: reason === null ? [] : [{ field: 'Why', before: '', after: reason }],
      },
    ];
  });
  return [...now, ...gone].toSorted((a, b) => compare(a.day, b.day) || compare(a.itemId, b.itemId));
}

const takesPlace = ({ status }: PublishedItem): boolean => status === 'planned';

const about = ({ id, title, startsAt, zone }: PublishedItem, what: ItemChange['what']): ItemChange => ({
  itemId: id,
  title,
  day: Temporal.Instant.from(startsAt).toZonedDateTimeISO(zone).toPlainDate().toString(),
  what,
  changes: [],
});

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
