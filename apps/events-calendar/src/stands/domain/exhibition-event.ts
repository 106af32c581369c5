import { Temporal } from 'temporal-polyfill';
import type { ExhibitionFacts } from '#contracts';
import type { Timed } from '../../events/domain/event.js';
import { whenInWords } from '../../events/domain/when-words.js';
import { paragraphs, plainInMarkdown } from '../../shown/domain/plain-in-markdown.js';
import type { ShownThing } from '../../shown/domain/shown-thing.js';
import { timedWhen } from '../../shown/domain/timed-when.js';

type Day = ExhibitionFacts['when']['days'][number];

/** From the first opening to the last closing of the stand. */
function exhibitionWhen({ zone, days }: ExhibitionFacts['when']): Timed {
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined)
    throw new Error('An exhibition without days is in no calendar.');
  return timedWhen(first.date, first.opens, closingDay(last), last.closes, zone);
}

/** A stand that closes no later than it opens closes after midnight. */
function closingDay({ date, opens, closes }: Day): string {
  const isOvernight = Temporal.PlainTime.compare(closes, opens) <= 0;
  return Temporal.PlainDate.from(date)
    .add({ days: isOvernight ? 1 : 0 })
    .toString();
}

/**
 * What the calendar says of an exhibition at which the network has a stand.
 *
 * @param address of the exhibition's page
 */
export function exhibitionThing(facts: ExhibitionFacts, address: string): ShownThing {
  const isOff = facts.status === 'cancelled';
  return {
    id: facts.id,
    source: 'exhibition',
    uidPrefix: 'exhibition',
    details: {
      title: facts.title,
      kind: 'exhibition',
      format: 'in person',
      when: exhibitionWhen(facts.when),
      place: facts.place && { ...facts.place, coordinates: null },
      description: description(facts, address),
      audience: 'public',
    },
    status: isOff ? 'cancelled' : 'published',
    statusReason: isOff ? (facts.statusReason ?? 'The network has no stand there.') : null,
    changePath: `/stands/manage/${facts.id}`,
  };
}

function description({ summary, when, host, stand }: ExhibitionFacts, address: string): string {
  const days = when.days.map(
    (day) => `- ${whenInWords(timedWhen(day.date, day.opens, closingDay(day), day.closes, when.zone))}`,
  );
  return paragraphs([
    plainInMarkdown(summary),
    `The conference is held by ${plainInMarkdown(host)}.`,
    stand === null ? '' : `You find us here: ${plainInMarkdown(stand)}.`,
    // One day's times are those of the event.
    when.days.length > 1 ? days.join('\n') : '',
    `[The stand and what happens on it](${address})`,
  ]);
}
