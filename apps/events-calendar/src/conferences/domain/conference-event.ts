import { Temporal } from 'temporal-polyfill';
import type { ConferenceFacts } from '#contracts';
import type { When } from '../../events/domain/event.js';
import { whenInWords } from '../../events/domain/when-words.js';
import { paragraphs, plainInMarkdown } from '../../shown/domain/plain-in-markdown.js';
import type { ShownThing } from '../../shown/domain/shown-thing.js';
import { timedWhen } from '../../shown/domain/timed-when.js';

/** When it is: with times if all its days have them, else in whole days. */
export function conferenceWhen({ zone, days }: ConferenceFacts['when']): When {
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined)
    throw new Error('A conference without days is in no calendar.');
  const areTimesKnown = days.every(({ opens, closes }) => opens !== null && closes !== null);
  if (areTimesKnown && first.opens !== null && last.closes !== null) {
    return timedWhen(first.date, first.opens, last.date, last.closes, zone);
  }
  return {
    type: 'all-day',
    first: Temporal.PlainDate.from(first.date),
    last: Temporal.PlainDate.from(last.date),
    zone,
  };
}

/**
 * What the calendar says of a conference. Only one that was called off is off; one that takes no bookings takes place all the
 * same.
 *
 * @param address of the conference's page
 */
export function conferenceThing(facts: ConferenceFacts, address: string): ShownThing {
  const isOff = facts.status === 'cancelled';
  return {
    id: facts.id,
    source: 'conference',
    uidPrefix: 'conference',
    details: {
      title: facts.title,
      kind: 'conference',
      format: facts.format,
      when: conferenceWhen(facts.when),
      place: facts.place && { ...facts.place, coordinates: null },
      description: description(facts, address),
      audience: 'public',
    },
    status: isOff ? 'cancelled' : 'published',
    statusReason: isOff ? (facts.statusReason ?? 'The conference does not take place.') : null,
    changePath: `/conference/manage/${facts.id}`,
  };
}

function description({ summary, when, host }: ConferenceFacts, address: string): string {
  const days = when.days.map(({ date, opens, closes }) => {
    const timed =
      opens === null || closes === null ? null : whenInWords(timedWhen(date, opens, date, closes, when.zone));
    return timed === null ? null : `- ${timed}`;
  });
  return paragraphs([
    plainInMarkdown(summary),
    host === null ? '' : `The host is ${plainInMarkdown(host)}.`,
    // One day's times are those of the event.
    when.days.length > 1 ? days.filter((day) => day !== null).join('\n') : '',
    `[Prices and booking](${address})`,
  ]);
}
