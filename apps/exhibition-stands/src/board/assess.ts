import { Temporal } from 'temporal-polyfill';
import { checkRota, personReasons, readProblem, tallyOf, whyNot } from '../rota/index.js';
import type {
  PersonReason,
  RotaPlacement,
  RotaProblem,
  RotaRule,
  RotaScore,
  Timetable,
} from '../rota/index.js';
import type { Draft } from './domain/draft.js';

/** Places of a shift that nobody has. */
export interface Gap {
  readonly shift: string;
  readonly places: number;
}

/** The slots that have begun, by their ids: who is in them is what people were told. */
export function settledSlots({ settledBefore, slots }: RotaProblem): ReadonlySet<string> {
  if (settledBefore === null) return new Set();
  const now = Temporal.Instant.from(settledBefore);
  const begun = slots.filter(({ from }) => Temporal.Instant.compare(Temporal.Instant.from(from), now) < 0);
  return new Set(begun.map(({ id }) => id));
}

/** Who is where by a draft; in what has begun, by what people were told. */
export function placementsOf(
  problem: RotaProblem,
  draft: Draft,
  settled = settledSlots(problem),
): readonly RotaPlacement[] {
  return [
    ...(problem.published ?? []).filter(({ slot }) => settled.has(slot)),
    ...draft.places
      .filter(({ shift }) => !settled.has(shift))
      .map(({ shift, member }) => ({ person: member, slot: shift })),
  ];
}

/** What the checker says of a draft, and what is still to be covered. */
export interface Assessment {
  readonly placements: readonly RotaPlacement[];
  readonly score: RotaScore;
  readonly gaps: readonly Gap[];
  /** The shifts that have begun, by their ids. */
  readonly settled: ReadonlySet<string>;
}

/** Judges a draft as it is: which rules it breaks, where it has gaps, what it costs. */
export function assess(problem: RotaProblem, draft: Draft): Assessment {
  const settled = settledSlots(problem);
  const placements = placementsOf(problem, draft, settled);
  const counts = new Map<string, number>();
  for (const { slot } of placements) counts.set(slot, (counts.get(slot) ?? 0) + 1);
  const gaps = problem.slots
    .filter(({ id }) => !settled.has(id))
    .map(({ id, need }) => ({ shift: id, places: need - (counts.get(id) ?? 0) }))
    .filter(({ places }) => places > 0);
  return { placements, score: checkRota(problem, placements), gaps, settled };
}

/** Somebody who may be put into a shift. */
export interface Candidate {
  readonly member: string;
  /** The rules that it would break; none: they can. */
  readonly why: readonly RotaRule[];
  /** Minutes that they have in the draft already. */
  readonly minutes: number;
  /** More: they have less than they wish, or than their fair share. */
  readonly missing: number;
  readonly isPreferred: boolean;
}

const fairShareOf = ({ members, shifts }: Timetable): number =>
  members.length === 0
    ? 0
    : shifts.reduce((sum, { minutes, slot }) => sum + minutes * slot.need, 0) / members.length;

/**
 * Everybody who is not in a shift: those who can first, of them who has least of what they wish, then those whom fewest rules
 * keep out.
 *
 * @param without who is taken for gone from it: whom another is to replace
 */
export function candidatesFor(
  problem: RotaProblem,
  draft: Draft,
  shift: string,
  without: string | null = null,
): readonly Candidate[] {
  const timetable = readProblem(problem);
  const where = timetable.shifts.find(({ slot }) => slot.id === shift);
  if (!where) return [];
  const rest = placementsOf(problem, draft).filter(
    ({ person, slot }) => slot !== shift || person !== without,
  );
  const tally = tallyOf(timetable, rest);
  const there = new Set(tally.membersOf(where));
  const share = fairShareOf(timetable);
  return timetable.members
    .filter((member) => !there.has(member) && member.person.id !== without)
    .map((member): Candidate => {
      const minutes = tally.shiftsOf(member).reduce((sum, each) => sum + each.minutes, 0);
      return {
        member: member.person.id,
        why: whyNot(timetable, tally, member, where),
        minutes,
        missing: (member.person.wishedMinutes ?? share) - minutes,
        isPreferred: member.preferred.some(({ from, until }) => from <= where.from && where.until <= until),
      };
    })
    .toSorted(
      (a, b) =>
        a.why.length - b.why.length || Number(b.isPreferred) - Number(a.isPreferred) || b.missing - a.missing,
    );
}

/** What one of the team has in the draft, and what keeps them out of the rest. */
export function whyOneHas(problem: RotaProblem, draft: Draft, person: string): PersonReason | undefined {
  const timetable = readProblem(problem);
  const members = timetable.members.filter((member) => member.person.id === person);
  const tally = tallyOf(timetable, placementsOf(problem, draft));
  return personReasons({ ...timetable, members }, tally)[0];
}
