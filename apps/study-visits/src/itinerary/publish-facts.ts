import type { PublishedItem } from './domain/published.js';
import { groupInWords } from './in-words.js';
import type { PlannedItem } from './item-of.js';
import { stopOf, type Itinerary } from './read-itinerary.js';

/** An item as travellers read it, once it is published. */
export function factsOf(
  item: PlannedItem,
  { hosts, splits }: Pick<Itinerary, 'hosts' | 'splits'>,
): PublishedItem {
  const groups = splits.flatMap((split) => split.groups.filter(({ id }) => item.groupIds.includes(id)));
  return {
    id: item.id,
    kind: item.kind,
    title: item.title,
    startsAt: item.start.toString(),
    zone: item.zone,
    endsAt: item.end.toString(),
    endZone: item.endZone,
    stop: stopOf(item, hosts),
    to: item.to,
    host: (item.hostId === null ? undefined : hosts.get(item.hostId)?.name) ?? null,
    language: item.language,
    bufferMinutes: item.bufferMinutes,
    description: item.description,
    status: item.status,
    statusReason: item.statusReason,
    groups: groups.map(groupInWords),
    groupIds: item.groupIds,
  };
}
