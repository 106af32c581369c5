import { Temporal } from 'temporal-polyfill';
import { visitItemUid, type ItineraryFacts } from '#contracts';
import type { CalendarEntry } from '#icalendar';

/** An item as the visits told of it, with the visit that it belongs to. */
export type ToldItem = ItineraryFacts['items'][number] & Pick<ItineraryFacts, 'visitTitle' | 'path'>;

/** Something that is planned for somebody on a study visit, as the calendar keeps it. */
export interface OwnItem {
  readonly travellerId: string;
  readonly facts: ToldItem;
  /** When the visits told so. */
  readonly toldAt: Temporal.Instant;
}

interface Site {
  /** The site's own address, without a path. */
  readonly url: string;
  readonly uidDomain: string;
}

/**
 * An item as its traveller’s own feed shows it: the same entry as in the feed of their visit, so that programs which have both show it
 * once. One that is off stays as cancelled, so that they take it out.
 */
export function itemEntry({ facts, toldAt }: OwnItem, site: Site): CalendarEntry {
  const { id, title, start, startZone, end, endZone, place, isOff, sequence, visitTitle, path } = facts;
  const url = site.url + path;
  return {
    uid: visitItemUid(id, site.uidDomain),
    sequence,
    changedAt: toldAt,
    when: {
      type: 'timed',
      start: Temporal.Instant.from(start),
      end: Temporal.Instant.from(end),
      zone: startZone,
      endZone,
    },
    title,
    description: [
      ...(isOff ? ['This is not planned for you any more.'] : []),
      `Part of “${visitTitle}”, with which you travel. On the day itself, go by your own page and our mails.`,
    ].join('\n\n'),
    location: place === '' ? null : place,
    url,
    isCancelled: isOff,
  };
}
