import { Temporal } from 'temporal-polyfill';
import type { StandEventFacts } from '#contracts';
import { paragraphs, plainInMarkdown } from '../../shown/domain/plain-in-markdown.js';
import type { ShownThing } from '../../shown/domain/shown-thing.js';

/**
 * What the calendar says of something that takes place on a stand. One for invited people is seen by staff alone: the
 * calendar keeps no lists of guests.
 *
 * @param address of its page
 */
export function standEventThing(facts: StandEventFacts, address: string): ShownThing {
  const isOff = facts.status === 'cancelled';
  return {
    id: facts.id,
    source: 'stand event',
    uidPrefix: 'stand-event',
    details: {
      title: facts.title,
      kind: 'stand event',
      format: 'in person',
      when: {
        type: 'timed',
        start: Temporal.Instant.from(facts.start),
        end: Temporal.Instant.from(facts.end),
        zone: facts.zone,
      },
      place: facts.place && { ...facts.place, coordinates: null },
      description: paragraphs([
        plainInMarkdown(facts.summary),
        facts.host === null ? '' : `The host is ${plainInMarkdown(facts.host)}.`,
        `[More about it](${address})`,
      ]),
      audience: facts.audience,
    },
    status: isOff ? 'cancelled' : 'published',
    statusReason: isOff ? (facts.statusReason ?? 'It does not take place.') : null,
    changePath: `/stands/manage/${facts.exhibitionId}/events/${facts.id}`,
  };
}
