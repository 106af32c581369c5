import { Temporal } from 'temporal-polyfill';
import { shiftUid, type ShiftFacts } from '#contracts';
import type { CalendarEntry } from '#icalendar';

/** A shift that somebody has, as the calendar keeps it. */
export interface OwnShift {
  readonly facts: ShiftFacts;
  /** When the stands told so. */
  readonly toldAt: Temporal.Instant;
}

interface Site {
  /** The site's own address, without a path. */
  readonly url: string;
  readonly uidDomain: string;
}

/**
 * A shift as its owner's own feed shows it: the same entry as in the mail that told of it.
 *
 * @param beside what cannot be done besides it, in sentences
 */
export function shiftEntry(
  { facts, toldAt }: OwnShift,
  site: Site,
  beside: readonly string[] = [],
): CalendarEntry {
  const { label, exhibitionTitle, stand, place, isLead } = facts;
  const url = site.url + facts.path;
  return {
    uid: shiftUid(facts.id, site.uidDomain),
    sequence: facts.version,
    changedAt: toldAt,
    when: {
      type: 'timed',
      start: Temporal.Instant.from(facts.start),
      end: Temporal.Instant.from(facts.end),
      zone: facts.zone,
    },
    title: `${label === '' ? 'On the stand' : label}: ${exhibitionTitle}`,
    description: [
      ...beside,
      ...(isLead ? ['You lead this shift.'] : []),
      ...(stand === null ? [] : [`Where to find us: ${stand}`]),
      `All your shifts: ${url}`,
    ].join('\n\n'),
    location: [stand, place?.name, place?.address].filter((part) => part).join(', ') || null,
    url,
    isCancelled: false,
  };
}
