import type { ConferenceFacts, ExhibitionFacts, StandEventFacts, VisitFacts } from '#contracts';
import { conferenceThing } from '../conferences/domain/conference-event.js';
import { exhibitionThing } from '../stands/domain/exhibition-event.js';
import { standEventThing } from '../stands/domain/stand-event-event.js';
import { visitThing } from '../visits/domain/visit-event.js';
import type { ShownThing } from './domain/shown-thing.js';
import type { ShownThingRow } from './shown-thing.entity.js';

/** What another service told of something that the calendar shows. */
export type Told =
  | { readonly source: 'conference'; readonly facts: ConferenceFacts }
  | { readonly source: 'exhibition'; readonly facts: ExhibitionFacts }
  | { readonly source: 'stand event'; readonly facts: StandEventFacts }
  | { readonly source: 'visit'; readonly facts: VisitFacts };

/** What the calendar makes of it. @param siteUrl the site's own address, without a path */
export function thingOf(told: Told, siteUrl: string): ShownThing {
  if (told.source === 'conference') return conferenceThing(told.facts, siteUrl + told.facts.path);
  if (told.source === 'exhibition') return exhibitionThing(told.facts, siteUrl + told.facts.path);
  if (told.source === 'visit') return visitThing(told.facts, siteUrl + told.facts.path);
  return standEventThing(told.facts, siteUrl + told.facts.path);
}

/** What a row keeps: its source says what its facts are. */
export const toldIn = ({ source, facts }: Pick<ShownThingRow, 'source' | 'facts'>): Told =>
  ({ source, facts }) as Told;
