import { pairRules, type RotaRule } from '../../rota/domain/answer.js';
import type { RotaPlacement } from '../../rota/domain/problem.js';
import { tallyOf, whyNot } from '../../rota/domain/reasons.js';
import type { Tally } from '../../rota/domain/tally.js';
import type { Timetable } from '../../rota/domain/timetable.js';

/** Two of a team and their shifts, all by id. `taken` is what the asker gets; `null`: nothing. */
export interface Exchange {
  readonly asker: string;
  readonly given: string;
  readonly other: string;
  readonly taken: string | null;
}

/** Somebody in a shift. */
export interface Held {
  readonly shift: string;
  readonly member: string;
  readonly isLead: boolean;
}

/** What a swap is judged by. */
export interface SwapFacts {
  readonly timetable: Timetable;
  /** Who is where by what people were told. */
  readonly places: readonly Held[];
}

/** The rules that stand against a swap, for each of the two; none: they can. */
export interface SwapRules {
  readonly asker: readonly RotaRule[];
  readonly other: readonly RotaRule[];
}

/**
 * Judges a swap by the rules of the rota: each takes the other's place, and both may. What staff have pinned stays, and
 * nobody stops leading a shift without another leading it.
 */
export const judgeSwap = (facts: SwapFacts, exchange: Exchange): SwapRules =>
  judged(facts, tallyOf(facts.timetable, facts.places.map(placementOf)), exchange);

/** The same, where many are judged by one tally: it is as before afterwards. */
function judged(facts: SwapFacts, tally: Tally, exchange: Exchange): SwapRules {
  const { asker, given, other, taken } = exchange;
  const { timetable } = facts;
  const shiftOf = (id: string | null) => timetable.shifts.find(({ slot }) => slot.id === id);
  const memberOf = (id: string) => timetable.members.find(({ person }) => person.id === id);
  const [who, partner] = [memberOf(asker), memberOf(other)];
  const [where, there] = [shiftOf(given), shiftOf(taken)];
  if (who === undefined || partner === undefined || where === undefined) return unknown;
  if (taken !== null && there === undefined) return unknown;
  // To give and take the same changes nothing.
  if (asker === other || given === taken) return { asker: ['overlap'], other: ['overlap'] };
  const gone = [[who, where] as const, ...(there === undefined ? [] : [[partner, there] as const])].filter(
    ([member, shift]) => tally.remove(member.index, shift.index),
  );
  const forOther = [...whyNot(timetable, tally, partner, where), ...leadless(facts, given, asker, other)];
  const isThere = tally.shiftsOf(partner).includes(where);
  tally.add(partner.index, where.index);
  const forAsker =
    taken === null || there === undefined
      ? []
      : [...whyNot(timetable, tally, who, there), ...leadless(facts, taken, other, asker)];
  if (!isThere) tally.remove(partner.index, where.index);
  for (const [member, shift] of gone) tally.add(member.index, shift.index);
  const isPinned = (member: string, shift: string | null) =>
    timetable.problem.pinned.some(({ person, slot }) => person === member && slot === shift);
  return {
    asker: once([...forAsker, ...(isPinned(asker, given) ? ['pin' as const] : [])]),
    other: once([...forOther, ...(isPinned(other, taken) ? ['pin' as const] : [])]),
  };
}

const unknown: SwapRules = { asker: ['unknown'], other: ['unknown'] };

const once = (rules: readonly RotaRule[]): readonly RotaRule[] => [...new Set(rules)];

export const isAllowed = ({ asker, other }: SwapRules): boolean => asker.length + other.length === 0;

/** Who is where once a swap is done; each leads what the one before led, as far as they can. */
export function swapped(facts: SwapFacts, exchange: Exchange): readonly Held[] {
  const { asker, given, other, taken } = exchange;
  return [
    ...without(facts.places, exchange),
    { shift: given, member: other, isLead: isToLead(facts, given, asker, other) },
    ...(taken === null
      ? []
      : [{ shift: taken, member: asker, isLead: isToLead(facts, taken, other, asker) }]),
  ];
}

/** Whether somebody who comes for another leads a shift: the other did, or a lead is missing, and they can. */
export function isToLead(facts: SwapFacts, shift: string, leaves: string, comes: string): boolean {
  const canLead = facts.timetable.members.find(({ person }) => person.id === comes)?.skills.has('lead');
  return canLead === true && (leads(facts, shift, leaves) || isShortOfLeads(facts, shift, leaves));
}

/** A lead may not be lost where one is needed. */
const leadless = (facts: SwapFacts, shift: string, leaves: string, comes: string): readonly RotaRule[] =>
  leads(facts, shift, leaves) &&
  isShortOfLeads(facts, shift, leaves) &&
  !isToLead(facts, shift, leaves, comes)
    ? ['lead']
    : [];

const leads = ({ places }: SwapFacts, shift: string, member: string): boolean =>
  places.some((place) => place.shift === shift && place.member === member && place.isLead);

const isShortOfLeads = ({ places, timetable }: SwapFacts, shift: string, leaves: string): boolean =>
  places.filter((place) => place.shift === shift && place.member !== leaves && place.isLead).length <
  (timetable.shifts.find(({ slot }) => slot.id === shift)?.slot.leads ?? 0);

const without = (places: readonly Held[], { asker, given, other, taken }: Exchange): readonly Held[] =>
  places.filter(
    ({ shift, member }) => !(shift === given && member === asker) && !(shift === taken && member === other),
  );

const placementOf = ({ shift, member }: Held): RotaPlacement => ({ person: member, slot: shift });

/** What somebody could swap a shift for. */
export interface SwapChoices {
  /** Shifts of others. */
  readonly exchanges: readonly Exchange[];
  /** Who could take it without giving any. */
  readonly gifts: readonly Exchange[];
}

/**
 * Everything for which somebody could swap a shift, or to whom they could give it, by the rules of the rota.
 *
 * @param offered what the others have that may be swapped
 */
export function choicesFor(
  facts: SwapFacts,
  own: Pick<Exchange, 'asker' | 'given'>,
  offered: readonly Held[],
): SwapChoices {
  const { gifted, able, wanted } = atFirstSight(facts, own);
  const tally = tallyOf(facts.timetable, facts.places.map(placementOf));
  const isPossible = (exchange: Exchange) => isAllowed(judged(facts, tally, exchange));
  return {
    exchanges: offered
      .filter(({ member, shift }) => able.has(member) && wanted.has(shift))
      .map(({ member, shift }): Exchange => ({ ...own, other: member, taken: shift }))
      .filter(isPossible),
    gifts: gifted.map((other): Exchange => ({ ...own, other, taken: null })).filter(isPossible),
  };
}

/** What holds whatever others do, given where somebody is themselves. */
const ofOneself: ReadonlySet<RotaRule> = new Set([
  ...pairRules,
  'overlap',
  'twice',
  'hours-a-day',
  'in-a-row',
  'rest',
  'pass-days',
]);

/** What holds whatever else is decided. */
const always: ReadonlySet<RotaRule> = new Set(pairRules);

/** Who and which shifts come into question at all, so that few swaps have to be judged one by one. */
function atFirstSight({ timetable, places }: SwapFacts, { asker, given }: Pick<Exchange, 'asker' | 'given'>) {
  const who = timetable.members.find(({ person }) => person.id === asker);
  const where = timetable.shifts.find(({ slot }) => slot.id === given);
  const rest = places.filter(({ shift, member }) => shift !== given || member !== asker);
  const tally = tallyOf(timetable, rest.map(placementOf));
  const others =
    where === undefined
      ? []
      : timetable.members
          .filter((member) => member !== who)
          .map((member) => ({ id: member.person.id, why: whyNot(timetable, tally, member, where) }));
  const shifts =
    who === undefined
      ? []
      : timetable.shifts.filter(
          (shift) => !whyNot(timetable, tally, who, shift).some((rule) => ofOneself.has(rule)),
        );
  return {
    /** Who could take it besides what they have. */
    gifted: others.filter(({ why }) => why.length === 0).map(({ id }) => id),
    /** Who could, if they gave something for it perhaps. */
    able: new Set(others.filter(({ why }) => !why.some((rule) => always.has(rule))).map(({ id }) => id)),
    /** Ids of the shifts that the asker could be in, if they had the place of somebody there. */
    wanted: new Set(shifts.map(({ slot }) => slot.id)),
  };
}
