import type { Temporal } from 'temporal-polyfill';
import type { Commitment } from '#commitments';
import type { Exhibition } from '../../exhibitions/domain/exhibition.js';
import type { RotaPerson, RotaPlacement, RotaProblem, RotaSlot } from '../../rota/domain/problem.js';
import { dayOfShift } from '../../shifts/domain/day-of-shift.js';
import type { StandShift } from '../../shifts/domain/shift.js';
import type { Draft, Pairing } from './draft.js';

/** Somebody of the team as far as the rota asks. */
export interface RotaMember {
  readonly id: string;
  /** `null`: nobody has said who they are. */
  readonly personId: string | null;
  readonly experience: 'first-time' | 'experienced';
  readonly skills: readonly string[];
  readonly wishedMinutes: number | null;
  readonly mostMinutesADay: number | null;
  readonly available: readonly {
    readonly from: Temporal.Instant;
    readonly until: Temporal.Instant;
    readonly preferred: boolean;
  }[];
  /** Besides this stand. */
  readonly commitments: readonly Commitment[];
  readonly passDays: readonly string[] | null;
}

/** All that the rota of one stand is made from. */
export interface RotaInputs {
  readonly exhibition: Exhibition;
  readonly shifts: readonly StandShift[];
  readonly members: readonly RotaMember[];
  readonly passesPerDay: Readonly<Record<string, number>>;
  readonly draft: Draft;
  /** Who has which shift by what people were told; `null` before anything was. */
  readonly told: readonly Pairing[] | null;
  /** Who dropped out of which shift. */
  readonly dropped: readonly Pairing[];
  readonly now: Temporal.Instant;
}

/** What a rota is to stay near to: what people were told, the draft as it is, or nothing but what is pinned. */
export const bases = ['published', 'draft', 'none'] as const;
export type Basis = (typeof bases)[number];

/** Which passes count: those that are issued, or as if whoever has none yet got one for every day. */
export const passChoices = ['issued', 'expected'] as const;
export type Passes = (typeof passChoices)[number];

/** How a problem is put. */
export interface ProblemOptions {
  readonly basis: Basis;
  readonly passes: Passes;
}

export const usualOptions: ProblemOptions = { basis: 'published', passes: 'issued' };

const minute = 60_000;

/** The solver counts in whole minutes: a time is widened to those that it touches. */
const floor = (instant: Temporal.Instant): string =>
  instant.round({ smallestUnit: 'minute', roundingMode: 'floor' }).toString();
const ceil = (instant: Temporal.Instant): string =>
  instant.round({ smallestUnit: 'minute', roundingMode: 'ceil' }).toString();

/** For everybody who is in the team more than once, the id of the first of their entries, by the ids of all of them. */
function identitiesOf(members: readonly RotaMember[]): ReadonlyMap<string, string> {
  const known = members.filter(({ personId }) => personId !== null);
  return new Map(
    [...Map.groupBy(known, ({ personId }) => personId).values()]
      .map((entries) => entries.map(({ id }) => id).toSorted())
      .flatMap(([first, ...others]) =>
        first === undefined || others.length === 0
          ? []
          : [first, ...others].map((id) => [id, first] as const),
      ),
  );
}

function personOf(
  member: RotaMember,
  walkingMinutes: number,
  passes: Passes,
  identity: string | undefined,
): RotaPerson {
  return {
    id: member.id,
    ...(identity !== undefined && { identity }),
    experienced: member.experience === 'experienced',
    skills: member.skills,
    available: member.available
      .map(({ from, until, preferred }) => ({ from: ceil(from), until: floor(until), preferred }))
      .filter(({ from, until }) => from < until),
    busy: member.commitments
      .filter(({ start, end }) => end.epochMilliseconds - start.epochMilliseconds >= minute)
      .map(({ start, end, walkingMinutes: walk }) => ({
        from: floor(start),
        until: ceil(end),
        walk: Math.max(walk, walkingMinutes),
      })),
    passDays: passes === 'issued' ? member.passDays : null,
    maxMinutesPerDay: member.mostMinutesADay,
    wishedMinutes: member.wishedMinutes,
  };
}

function slotOf({ id, start, end, cover, leads, skills }: StandShift, exhibition: Exhibition): RotaSlot {
  return {
    id,
    stand: exhibition.id,
    day: dayOfShift(start, exhibition.days, exhibition.zone),
    from: start.toString(),
    until: end.toString(),
    need: cover,
    leads,
    skills,
  };
}

/**
 * The problem that a stand's rota solves: team members are its people, shifts its slots, both by their ids. What is told of
 * people or shifts that are gone is left out.
 */
export function problemOf(inputs: RotaInputs, { basis, passes }: ProblemOptions): RotaProblem {
  const { exhibition, shifts, members, draft, told, dropped, now } = inputs;
  const [isShift, isMember] = [new Set(shifts.map(({ id }) => id)), new Set(members.map(({ id }) => id))];
  const known = (pairings: readonly Pairing[]): readonly RotaPlacement[] =>
    pairings
      .filter(({ shift, member }) => isShift.has(shift) && isMember.has(member))
      .map(({ shift, member }) => ({ person: member, slot: shift }))
      .toSorted((a, b) => a.slot.localeCompare(b.slot) || a.person.localeCompare(b.person));
  const isPast = new Map(
    shifts.map(({ id, start }) => [id, start.epochMilliseconds < now.epochMilliseconds]),
  );
  const open = (pairing: Pairing) => isPast.get(pairing.shift) !== true;
  const nearTo = basis === 'draft' ? draft.places : basis === 'published' ? told : null;
  // What has begun is as people were told, whatever the rest is to be near to.
  const settled = told?.filter((pairing) => !open(pairing)) ?? [];
  const published =
    nearTo === null && settled.length === 0 ? null : [...settled, ...(nearTo?.filter(open) ?? [])];
  const identities = identitiesOf(members);
  return {
    people: members.map((member) =>
      personOf(member, exhibition.walkingMinutes, passes, identities.get(member.id)),
    ),
    slots: shifts.map((shift) => slotOf(shift, exhibition)),
    rules: { ...exhibition.rules, passesPerDay: inputs.passesPerDay },
    weights: exhibition.weights,
    pinned: known(draft.places.filter(({ isPinned }) => isPinned)),
    forbidden: known([
      ...new Map(
        [...draft.forbidden, ...dropped].map((each) => [`${each.shift} ${each.member}`, each]),
      ).values(),
    ]),
    published: published && known(published),
    settledBefore: told === null ? null : ceil(now),
  };
}
