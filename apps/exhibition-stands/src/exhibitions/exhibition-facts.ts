import type { ExhibitionFacts } from '#contracts';
import { exhibitionPath } from './addresses.js';
import type { Exhibition } from './domain/exhibition.js';

/**
 * An exhibition as other apps are told of it.
 *
 * @returns `null` for a draft, of which nobody is told
 */
export function exhibitionFacts(exhibition: Exhibition): ExhibitionFacts | null {
  const { status } = exhibition;
  if (status === 'draft') return null;
  return {
    id: exhibition.id,
    slug: exhibition.slug,
    title: exhibition.title,
    status,
    statusReason: exhibition.statusReason,
    summary: exhibition.summary,
    when: {
      zone: exhibition.zone,
      days: exhibition.days
        .filter(({ kind }) => kind === 'open')
        .map(({ day, opens, closes }) => ({ date: day, opens, closes })),
    },
    place: placeOf(exhibition),
    stand: standInWords(exhibition),
    host: exhibition.host,
    path: exhibitionPath(exhibition.slug),
    version: exhibition.version,
  };
}

/** The venue with its city as the address, or the city alone. */
export function placeOf({
  venue,
  city,
}: Pick<Exhibition, 'venue' | 'city'>): NonNullable<ExhibitionFacts['place']> {
  return venue === null ? { name: city, address: null } : { name: venue, address: city };
}

/** "Hall 2, stand 14"; `null` while it is not known. */
export function standInWords({ hall, standNumber }: Pick<Exhibition, 'hall' | 'standNumber'>): string | null {
  const parts = [hall, standNumber === null ? null : `stand ${standNumber}`].filter((part) => part !== null);
  if (parts.length === 0) return null;
  const words = parts.join(', ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
