import type { RotaPlacement, RotaProblem } from '../../rota/domain/problem.js';
import { keyOf, type Draft, type Place } from './draft.js';
import { withLeads, type LeadFacts } from './leads.js';
import type { Basis } from './problem-of.js';

type Part = 'people' | 'slots' | 'rules' | 'weights' | 'pinned' | 'forbidden' | 'published';

const partWords: Readonly<Record<Part, string>> = {
  people: 'who is on the team, or when they can',
  slots: 'the shifts',
  rules: 'the rules or the passes of a day',
  weights: 'what matters more',
  pinned: 'what is pinned',
  forbidden: 'who is ruled out where',
  published: 'what people were told',
};

/**
 * What of a problem is another than it was when a fill was asked for, in words. That time has gone by is no change.
 *
 * @param isSame compares two values, whatever the order of their names
 */
export function changedInputs(
  before: RotaProblem,
  now: RotaProblem,
  basis: Basis,
  isSame: (one: unknown, other: unknown) => boolean,
): readonly string[] {
  const parts: readonly Part[] = ['people', 'slots', 'rules', 'weights', 'pinned', 'forbidden'];
  // What a fill keeps near to is the draft itself, whose own version tells of changes.
  const compared: readonly Part[] = basis === 'published' ? [...parts, 'published'] : parts;
  return compared.filter((part) => !isSame(before[part], now[part])).map((part) => partWords[part]);
}

/** A draft with what a fill found in place of all that is not pinned. */
export function filledDraft(draft: Draft, found: readonly RotaPlacement[], facts: LeadFacts): Draft {
  const pinned = draft.places.filter(({ isPinned }) => isPinned);
  const isThere = new Map(draft.places.map((place) => [keyOf(place), place]));
  const isPinned = new Set(pinned.map(keyOf));
  const others = found
    .map(({ person, slot }) => ({ shift: slot, member: person }))
    .filter((pairing) => facts.needed.has(pairing.shift) && !isPinned.has(keyOf(pairing)))
    .map((pairing): Place => {
      const before = isThere.get(keyOf(pairing));
      return before ?? { ...pairing, isLead: false, isPinned: false, source: 'fill' };
    });
  const places = [...pinned, ...others];
  return withLeads({ ...draft, places }, [...facts.needed.keys()], facts);
}
