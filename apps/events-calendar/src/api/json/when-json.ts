import type { Temporal } from 'temporal-polyfill';
import type { When } from '../../events/domain/event.js';
import { endInstant, startInstant } from '../../events/domain/when.js';
import type { WhenOutput } from '../schemas/when.schema.js';

/** When, in the texts that `whenFromIso` reads back as the same, and in exact instants beside them. */
export function whenJson(when: When): WhenOutput {
  return {
    ...textsOf(when),
    zone: when.zone,
    startInstant: startInstant(when).toString(),
    endInstant: endInstant(when).toString(),
  };
}

function textsOf(when: When): Pick<WhenOutput, 'start' | 'end'> {
  if (when.type === 'timed') {
    return { start: localText(when.start, when.zone), end: localText(when.end, when.zone) };
  }
  const [first, last] = when.type === 'all-day' ? [when.first, when.last] : [when.month, when.month];
  return { start: first.toString(), end: last.toString() };
}

/** The second of two equal times on the night that the clocks go back is told apart by its offset. */
function localText(instant: Temporal.Instant, zone: string): string {
  const zoned = instant.toZonedDateTimeISO(zone);
  const local = zoned.toPlainDateTime();
  const isFirst = local.toZonedDateTime(zone, { disambiguation: 'earlier' }).toInstant().equals(instant);
  return `${local.toString({ smallestUnit: 'minute' })}${isFirst ? '' : zoned.offset}`;
}
