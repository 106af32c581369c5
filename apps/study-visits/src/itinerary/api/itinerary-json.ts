import { Temporal } from 'temporal-polyfill';
import { accepted, checkRange, dayFromIso } from '#checks';
import { instantOf } from '#platform';
import { numberRules, type StopInput } from '../domain/check-item.js';
import { findProblems } from '../domain/find-problems.js';
import type { Stop } from '../domain/item.js';
import type { Split } from '../domain/plan.js';
import type { PlannedItem } from '../item-of.js';
import type { WantedItem } from '../keep-items.js';
import { namesIn } from '../pages/itinerary.view.js';
import { problemInWords } from '../problem-words.js';
import type { NewsRow, PublicationRow } from '../publication.entities.js';
import type { Publishing } from '../publishing.js';
import { planOf, type Itinerary } from '../read-itinerary.js';
import type { SeenBy } from '../read-news.js';
import type { OwnDays } from '../own/read-own-days.js';
import type { ItemJsonInput } from './itinerary.schema.js';

const stopInput = (stop: Stop | null): StopInput => ({
  name: stop?.name ?? '',
  address: stop?.address ?? '',
  lat: String(stop?.point?.lat ?? ''),
  lon: String(stop?.point?.lon ?? ''),
});

/** An item as a program sent it, for the rules to check. */
export const wantedOf = ({ interpreterIds, ...sent }: ItemJsonInput): WantedItem => ({
  item: {
    ...sent,
    starts: {
      day: dayFromIso(sent.day, 'starts'),
      time: accepted(Temporal.PlainTime.from(sent.from)),
      zone: sent.zone,
      which: sent.fromWhich,
    },
    ends: { time: accepted(Temporal.PlainTime.from(sent.until)), zone: sent.endZone, which: sent.untilWhich },
    stop: stopInput(sent.stop),
    to: stopInput(sent.to),
    capacity:
      sent.capacity === null ? accepted(null) : checkRange(sent.capacity, 'capacity', numberRules.capacity),
    bufferMinutes: checkRange(sent.bufferMinutes, 'bufferMinutes', numberRules.bufferMinutes),
    travelMinutes:
      sent.travelMinutes === null
        ? accepted(null)
        : checkRange(sent.travelMinutes, 'travelMinutes', numberRules.travelMinutes),
  },
  interpreterIds,
});

export function itemJson(item: PlannedItem, { interpreters }: Pick<Itinerary, 'interpreters'>) {
  const { start, end, visitId: _, ...said } = item;
  return {
    ...said,
    startsAt: start.toString(),
    endsAt: end.toString(),
    interpreterIds: interpreters.filter(({ itemIds }) => itemIds.includes(item.id)).map(({ id }) => id),
  };
}

export const splitJson = (
  split: Split,
  { travellers, membership }: Pick<Itinerary, 'travellers' | 'membership'>,
) => ({
  ...split,
  members: travellers.flatMap(({ id: travellerId }) => {
    const group = split.groups.find(({ id }) => membership.get(travellerId)?.has(id));
    return group === undefined ? [] : [{ travellerId, groupId: group.id }];
  }),
});

export const itineraryJson = (itinerary: Itinerary, last: PublicationRow | null, pending: Publishing) => ({
  items: itinerary.items.map((item) => itemJson(item, itinerary)),
  splits: itinerary.splits.map((split) => splitJson(split, itinerary)),
  problems: findProblems(planOf(itinerary)).map((problem) => ({
    code: problem.code,
    itemIds: problem.itemIds,
    message: problemInWords(problem, namesIn(itinerary)),
  })),
  publishedVersion: last?.number ?? null,
  changesSince: pending.changes.length,
  travellersConcerned: pending.told.length,
});

export const publicationJson = ({ visitId, number, publishedAt, changes, told }: PublicationRow) => ({
  id: `${visitId}/${number}`,
  version: number,
  publishedAt: instantOf(publishedAt).toString(),
  changes,
  told,
});

export const seenJson = ({ travellerId, name, number, toldAt, seenAt }: SeenBy) => ({
  travellerId,
  name,
  version: number,
  toldAt: instantOf(toldAt).toString(),
  seenAt: seenAt === null ? null : instantOf(seenAt).toString(),
});

export const ownDaysJson = ({ visit, parts }: OwnDays, unseen: readonly NewsRow[]) => ({
  visit: { title: visit.title, zone: visit.zone, firstDay: visit.firstDay, lastDay: visit.lastDay },
  parts: parts.map(
    ({ key, title, kind, start, zone, end, endZone, stop, to, isOff, reason, about, sequence }) => ({
      key,
      title,
      kind,
      startsAt: start.toString(),
      zone,
      endsAt: end.toString(),
      endZone,
      stop,
      to,
      isOff,
      reason,
      about,
      sequence,
    }),
  ),
  unseen: unseen.map(({ number, changes }) => ({ version: number, changes })),
});
