import type { Draft, Pairing, Place } from './draft.js';

/** What decides who leads. */
export interface LeadFacts {
  /** How many leads each shift needs, by its id. */
  readonly needed: ReadonlyMap<string, number>;
  /** Who can lead, the first choice first. */
  readonly canLead: readonly string[];
}

/**
 * A draft in which each of these shifts has as many leads as it needs, as far as somebody there can. Who leads already goes on
 * leading, but for those for whom somebody was chosen instead.
 *
 * @param chosen whom staff just made a lead
 */
export function withLeads(
  draft: Draft,
  shifts: readonly string[],
  { needed, canLead }: LeadFacts,
  chosen: Pairing | null = null,
): Draft {
  const leading = new Map(
    [...new Set(shifts)].map((shift) => {
      const own = draft.places.filter((place) => place.shift === shift);
      return [
        shift,
        leadsOf(own, needed.get(shift) ?? 0, canLead, chosen?.shift === shift ? chosen.member : null),
      ];
    }),
  );
  return {
    ...draft,
    places: draft.places.map((place) => {
      const leads = leading.get(place.shift);
      return leads && leads.has(place.member) !== place.isLead
        ? { ...place, isLead: leads.has(place.member) }
        : place;
    }),
  };
}

function leadsOf(
  places: readonly Place[],
  needed: number,
  canLead: readonly string[],
  chosen: string | null,
): ReadonlySet<string> {
  const already = places.filter(({ isLead }) => isLead).map(({ member }) => member);
  const there = new Set(places.map(({ member }) => member));
  const able = canLead.filter((member) => there.has(member));
  const most = Math.max(needed, chosen === null ? already.length : 1);
  const wanted = new Set([...(chosen === null ? [] : [chosen]), ...already, ...able]);
  return new Set([...wanted].slice(0, most));
}
