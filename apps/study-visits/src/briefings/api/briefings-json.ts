import type { z } from 'zod';
import { briefingPaper } from '../briefing-paper.js';
import type { OwnBriefing } from '../read-briefing.js';
import type { DayThing, StaffDay } from '../read-day.js';
import type { briefingDayOutput, ownBriefingOutput } from './briefings.schema.js';

const factsJson = (facts: ReturnType<typeof briefingPaper>['about']) =>
  facts.filter(([, value]) => value !== '').map(([name, value]) => ({ name, value }));

/** A day with all that is on it, for staff. Whose diets they are is not told. */
export function dayJson({
  day,
  words,
  published,
  unpublished,
  mails,
  things,
}: StaffDay): z.infer<typeof briefingDayOutput> {
  return {
    day,
    words: words.words,
    bring: words.bring,
    version: words.version,
    publishedVersion: published,
    unpublished,
    sent: mails.sent,
    things: things.map(thingJson),
  };
}

const thingJson = (thing: DayThing) => ({
  id: thing.id,
  title: thing.title,
  kind: thing.kind,
  start: thing.start.toString(),
  startZone: thing.zone,
  end: thing.end.toString(),
  endZone: thing.endZone,
  isOff: thing.isOff,
  forWhom: thing.forWhom,
  travellers: thing.travellers.length,
  host: thing.host?.name ?? null,
  interpreters: thing.interpreters.map(({ name }) => name),
  needsInterpreter: thing.needsInterpreter,
  diets: thing.diets,
});

/** What a traveller is told for a day. */
export function ownBriefingJson({ day, kept }: OwnBriefing): z.infer<typeof ownBriefingOutput> {
  const sections = kept?.marked.sections ?? [];
  const rings = sections.find(({ key }) => key === 'rings')?.entries ?? [];
  return {
    day,
    version: kept?.number ?? null,
    madeAt: kept?.madeAt.toString() ?? null,
    title: kept?.paper.title ?? '',
    about: factsJson(kept?.paper.about ?? []),
    things: (sections.find(({ key }) => key === 'day')?.entries ?? []).map(
      ({ time, title, facts, text, mark }) => ({ time, title, facts: factsJson(facts), text, mark }),
    ),
    rings: rings
      .filter(({ mark }) => mark !== 'gone')
      .map(({ title, facts }) => {
        const said = new Map(facts);
        return { name: title, role: said.get('Who') ?? '', phone: said.get('Phone') ?? '' };
      }),
  };
}
