import type { StandEventFacts } from '#contracts';
import { instantOf } from '#platform';
import type { Exhibition } from '../exhibitions/domain/exhibition.js';
import { placeOf, standInWords } from '../exhibitions/exhibition-facts.js';
import { publicEventPath } from './addresses.js';
import type { StandEventRow } from './stand-event.entity.js';

/** An event as other apps are told of it; `null` for a draft, of which nobody is told. */
export function standEventFacts(exhibition: Exhibition, row: StandEventRow): StandEventFacts | null {
  if (row.status === 'draft') return null;
  const place = placeOf(exhibition);
  const stand = standInWords(exhibition);
  return {
    id: row.id,
    exhibitionId: exhibition.id,
    title: row.title,
    status: row.status,
    statusReason: row.statusReason,
    audience: row.audience,
    summary: row.summary,
    start: instantOf(row.startsAt).toString(),
    end: instantOf(row.endsAt).toString(),
    zone: exhibition.zone,
    place: stand === null ? place : { name: `${place.name}, ${stand}`, address: place.address },
    host: row.hostName,
    path: publicEventPath(exhibition.slug, row.id),
    version: row.version,
  };
}
