import { Temporal } from 'temporal-polyfill';
import type { VisitFacts } from '#contracts';
import { whenInWords } from '../../events/domain/when-words.js';
import { homeZone } from '../../events/domain/zones.js';
import { paragraphs, plainInMarkdown } from '../../shown/domain/plain-in-markdown.js';
import type { ShownThing } from '../../shown/domain/shown-thing.js';

/**
 * What the calendar says of a study visit: whole days, from the one on which the party leaves to the one on which it is back.
 *
 * @param address of the visit's page
 */
export function visitThing(facts: VisitFacts, address: string): ShownThing {
  const { zone, firstDay, lastDay } = facts.when;
  const isOff = facts.status === 'cancelled';
  return {
    id: facts.id,
    source: 'visit',
    uidPrefix: 'visit',
    details: {
      title: facts.title,
      kind: 'study visit',
      format: 'in person',
      when: {
        type: 'all-day',
        first: Temporal.PlainDate.from(firstDay),
        last: Temporal.PlainDate.from(lastDay),
        zone,
      },
      place: { name: facts.region, address: null, coordinates: null },
      description: description(facts, address),
      audience: 'public',
    },
    status: isOff ? 'cancelled' : 'published',
    statusReason: isOff ? (facts.statusReason ?? 'The visit does not take place.') : null,
    changePath: `/visits/manage/${facts.id}`,
  };
}

function description({ summary, applications }: VisitFacts, address: string): string {
  const start = Temporal.Instant.from(applications.openAt);
  const end = Temporal.Instant.from(applications.closeAt);
  return paragraphs([
    plainInMarkdown(summary),
    `One can apply for a place from ${inWords(start)} until ${inWords(end)}.`,
    `[What it is about, what it costs, and the way to apply](${address})`,
  ]);
}

const inWords = (at: Temporal.Instant): string =>
  whenInWords({ type: 'timed', start: at, end: at, zone: homeZone });
