import type { EventFormat } from '../../events/domain/event.js';
import { recurrenceInWords } from '../../events/domain/rule-words.js';
import { timeInWords } from '../../events/domain/time-of-day.js';
import { whenInWords } from '../../events/domain/when-words.js';
import { homeZone, zoneInWords } from '../../events/domain/zones.js';
import { whenOf, type EventFacts, type PlaceFacts } from '../../events/domain/event-facts.js';

/**
 * When an event is, on one line; of a recurring one the time and how it repeats: “10am to 11am, every month on the first
 * Tuesday, until 4 May 2027, 12 times”.
 */
export function planInWords({ when, rule }: Pick<EventFacts, 'when' | 'rule'>): string {
  const at = whenOf(when);
  if (rule === null || at.type === 'month') return whenInWords(at);
  const repeats = recurrenceInWords(rule, at);
  if (at.type === 'all-day') return capitalised(repeats);
  const [start, end] = [at.start, at.end].map((instant) =>
    timeInWords(instant.toZonedDateTimeISO(at.zone).toPlainTime()),
  );
  const times = at.start.equals(at.end) ? start : `${start} to ${end}`;
  const zone = at.zone === homeZone ? '' : ` (${zoneInWords(at.zone)} time)`;
  return capitalised(`${times}${zone}, ${repeats}`);
}

/** Where it is, on one line: “Town Hall, Packers Lane, Rochdale”, “Online”, “Town Hall, or online”. */
export function placeInWords({
  format,
  place,
}: {
  readonly format: EventFormat;
  readonly place: PlaceFacts | null;
}): string {
  if (format === 'online') return 'Online';
  const name = place === null ? 'To be announced' : placeOnOneLine(place);
  return format === 'hybrid' ? `${name}, or online` : name;
}

function placeOnOneLine({ name, address }: PlaceFacts): string {
  const lines = (address ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return [name, ...lines.filter((line) => line !== name)].join(', ');
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
