import ICAL from 'ical.js';
import nodeIcal from 'node-ical';

/** One happening as a calendar client shows it. Times are instants in UTC, days are dates, ends are exclusive. */
export interface Seen {
  readonly uid: string;
  readonly start: string;
  readonly end: string;
  readonly title: string;
  readonly isCancelled: boolean;
}

/** All happenings of a calendar as ical.js, the parser of Thunderbird and Nextcloud, has them. */
export function readWithIcalJs(text: string): Seen[] {
  const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
  const masters = events.filter((event) => !event.hasProperty('recurrence-id'));
  return sorted(
    masters.flatMap((master) => {
      const uid = master.getFirstPropertyValue('uid');
      const exceptions = events.filter(
        (event) => event.hasProperty('recurrence-id') && event.getFirstPropertyValue('uid') === uid,
      );
      const event = new ICAL.Event(master, { exceptions, strictExceptions: false });
      if (!event.isRecurring()) return [seenByIcalJs(event, event.startDate, event.endDate)];
      const seen: Seen[] = [];
      const iterator = event.iterator();
      for (let next = iterator.next(); next; next = iterator.next()) {
        const { item, startDate, endDate } = event.getOccurrenceDetails(next);
        seen.push(seenByIcalJs(item, startDate, endDate));
      }
      return seen;
    }),
  );
}

function seenByIcalJs(event: ICAL.Event, start: ICAL.Time, end: ICAL.Time): Seen {
  const written = (time: ICAL.Time) =>
    time.isDate ? time.toString() : new Date(time.toUnixTime() * 1000).toISOString();
  return {
    uid: event.uid,
    start: written(start),
    end: written(end),
    title: event.summary,
    isCancelled: event.component.getFirstPropertyValue('status') === 'CANCELLED',
  };
}

/** All happenings of a calendar as node-ical (with rrule-temporal), which shares no code with ical.js, has them. */
export function readWithNodeIcal(text: string): Seen[] {
  const components = Object.values(nodeIcal.sync.parseICS(text));
  return sorted(
    components.flatMap((component) => {
      if (component?.type !== 'VEVENT') return [];
      const range = { from: new Date('1980-01-01'), to: new Date('2110-01-01'), expandOngoing: true };
      return nodeIcal
        .expandRecurringEvent(component, range)
        .map(({ start, end, summary, isFullDay, event }) => ({
          uid: event.uid,
          start: isFullDay ? localDay(start) : start.toISOString(),
          end: isFullDay ? localDay(end) : end.toISOString(),
          title: typeof summary === 'string' ? summary : summary.val,
          isCancelled: event.status === 'CANCELLED',
        }));
    }),
  );
}

/** node-ical gives days as midnights of the machine's own zone. */
function localDay(day: Date): string {
  const [year, month, date] = [day.getFullYear(), day.getMonth() + 1, day.getDate()];
  return [String(year), String(month).padStart(2, '0'), String(date).padStart(2, '0')].join('-');
}

export function sorted(seen: readonly Seen[]): Seen[] {
  const keyOf = ({ uid, start, end, title }: Seen) => JSON.stringify([uid, start, end, title]);
  return seen.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}
