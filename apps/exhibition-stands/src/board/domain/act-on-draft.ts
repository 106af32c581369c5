import { accepted, refuse, type Checked } from '#checks';
import { keyOf, type Draft, type Pairing, type Place } from './draft.js';
import { withLeads, type LeadFacts } from './leads.js';

/** What staff do with somebody in a shift. */
export type DraftAct =
  | (Pairing & { readonly act: 'put' | 'take' | 'pin' | 'unpin' | 'lead' | 'forbid' | 'allow' })
  /** Into another shift. */
  | (Pairing & { readonly act: 'move'; readonly to: string })
  /** With somebody else, who is in a shift, or in none where `with.shift` is the same: then they come instead. */
  | (Pairing & { readonly act: 'swap'; readonly with: Pairing });

/** Why an act cannot be. */
export type ActCode = 'not-there' | 'already-there' | 'nothing-to-swap';

const has = (draft: Draft, pairing: Pairing): boolean =>
  draft.places.some((place) => keyOf(place) === keyOf(pairing));

const placeOf = (draft: Draft, pairing: Pairing): Place | undefined =>
  draft.places.find((place) => keyOf(place) === keyOf(pairing));

const byHand = ({ shift, member }: Pairing): Place => ({
  shift,
  member,
  isLead: false,
  isPinned: false,
  source: 'hand',
});

const without = (draft: Draft, ...pairings: readonly Pairing[]): Draft => {
  const keys = new Set(pairings.map(keyOf));
  return { ...draft, places: draft.places.filter((place) => !keys.has(keyOf(place))) };
};

const withPlaces = (draft: Draft, ...places: readonly Place[]): Draft => ({
  ...draft,
  places: [...draft.places, ...places],
});

const changed = (draft: Draft, pairing: Pairing, change: Partial<Place>): Draft => ({
  ...draft,
  places: draft.places.map((place) => (keyOf(place) === keyOf(pairing) ? { ...place, ...change } : place)),
});

const notThere = () =>
  refuse('member', 'not-there', 'They are not on that shift any more. Look at the rota as it is now.');
const alreadyThere = () =>
  refuse('member', 'already-there', 'They are on that shift already. Nobody is on a shift twice.');

/**
 * What a draft is after an act, with the leads that each shift needs. What is so already stays as it is, so that an act
 * sent twice is done once. No rule of the rota stops staff: what it breaks is marked.
 */
export function actOn(draft: Draft, act: DraftAct, leads: LeadFacts): Checked<Draft> {
  const done = bareAct(draft, act);
  if (!done.ok) return done;
  const shifts =
    act.act === 'move' ? [act.shift, act.to] : act.act === 'swap' ? [act.shift, act.with.shift] : [act.shift];
  return accepted(withLeads(done.value, shifts, leads, act.act === 'lead' ? act : null));
}

function bareAct(draft: Draft, act: DraftAct): Checked<Draft> {
  switch (act.act) {
    case 'put':
      return accepted(has(draft, act) ? draft : withPlaces(draft, byHand(act)));
    case 'take':
      return accepted(without(draft, act));
    case 'pin':
    case 'unpin':
      return has(draft, act) ? accepted(changed(draft, act, { isPinned: act.act === 'pin' })) : notThere();
    case 'lead':
      return has(draft, act) ? accepted(changed(draft, act, { isLead: true })) : notThere();
    case 'forbid':
      return accepted(forbidding(draft, act));
    case 'allow':
      return accepted({ ...draft, forbidden: draft.forbidden.filter((each) => keyOf(each) !== keyOf(act)) });
    case 'move':
      return moved(draft, act, act.to);
    case 'swap':
      return swapped(draft, act, act.with);
  }
}

function forbidding(draft: Draft, { shift, member }: Pairing): Draft {
  const ruled = draft.forbidden.some((each) => keyOf(each) === keyOf({ shift, member }));
  const rest = without(draft, { shift, member });
  return ruled ? rest : { ...rest, forbidden: [...draft.forbidden, { shift, member }] };
}

function moved(draft: Draft, from: Pairing, to: string): Checked<Draft> {
  const target = { shift: to, member: from.member };
  if (to === from.shift) return accepted(draft);
  if (!has(draft, from)) return has(draft, target) ? accepted(draft) : notThere();
  if (has(draft, target)) return alreadyThere();
  const wasPinned = placeOf(draft, from)?.isPinned ?? false;
  return accepted(withPlaces(without(draft, from), { ...byHand(target), isPinned: wasPinned }));
}

function swapped(draft: Draft, one: Pairing, other: Pairing): Checked<Draft> {
  const [there, here] = [
    { shift: other.shift, member: one.member },
    { shift: one.shift, member: other.member },
  ];
  if (one.member === other.member)
    return refuse('with', 'nothing-to-swap', 'Choose somebody else to swap with.');
  if (one.shift === other.shift) {
    if (!has(draft, one)) return has(draft, here) ? accepted(draft) : notThere();
    if (has(draft, here)) return alreadyThere();
    return accepted(withPlaces(without(draft, one), byHand(here)));
  }
  if (!has(draft, one) || !has(draft, other))
    return has(draft, here) && has(draft, there) ? accepted(draft) : notThere();
  if (has(draft, here) || has(draft, there)) return alreadyThere();
  return accepted(withPlaces(without(draft, one, other), byHand(here), byHand(there)));
}
