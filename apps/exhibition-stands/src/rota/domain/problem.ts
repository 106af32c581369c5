/** A stretch of time: instants as in RFC 3339 (`2026-09-27T09:00:00Z`, any offset), the end not included. */
export interface RotaSpan {
  readonly from: string;
  readonly until: string;
}

/** When somebody can come. */
export interface RotaAvailability extends RotaSpan {
  /** They would like to be on the stand then. */
  readonly preferred?: boolean;
}

/** Something that somebody must attend elsewhere. */
export interface RotaCommitment extends RotaSpan {
  /** Minutes from there to the stand, counted before and after; without it `rules.walkingMinutes`. */
  readonly walk?: number;
}

/** Somebody who could be on the stand. */
export interface RotaPerson {
  readonly id: string;
  /** Entries with the same one are one and the same person; without it, nobody else is who they are. */
  readonly identity?: string | null;
  /** Has been on a stand before, so that a first-timer may be beside them. */
  readonly experienced: boolean;
  /** `lead` is the one with a meaning of its own; others are asked for by slots: `bsl`, `language:cy`. */
  readonly skills: readonly string[];
  /** Nobody is given a slot that does not lie within these; spans that touch count as one. */
  readonly available: readonly RotaAvailability[];
  readonly busy: readonly RotaCommitment[];
  /** Days (`2026-09-27`) that their pass covers; null where no pass is needed. */
  readonly passDays: readonly string[] | null;
  /** As many days as they can be let in, null for any number. */
  readonly mostDays?: number | null;
  /** Minutes a day at most where less than `rules.maxMinutesPerDay`. */
  readonly maxMinutesPerDay?: number | null;
  /** Minutes in all that they would like; null for a fair share. */
  readonly wishedMinutes?: number | null;
}

/** A stretch of a stand's day that people are needed for. */
export interface RotaSlot extends RotaSpan {
  readonly id: string;
  readonly stand: string;
  /** The day of the stand that it belongs to, `2026-09-27`: also when it ends after midnight. */
  readonly day: string;
  /** Places to fill. */
  readonly need: number;
  /** How many of the places are kept for somebody with the skill `lead`. */
  readonly leads: number;
  /** For each of these one place is kept for somebody who has it. */
  readonly skills: readonly string[];
}

/** Somebody in a slot. */
export interface RotaPlacement {
  readonly person: string;
  readonly slot: string;
}

/** What no rota may break. */
export interface RotaRules {
  /** Slots in a row, over all stands. */
  readonly maxConsecutiveSlots: number;
  /** Slots with less than this between them are in a row. Minutes. */
  readonly breakMinutes: number;
  /** Between the last slot of one day and the first of another. Minutes. */
  readonly restMinutes: number;
  readonly maxMinutesPerDay: number;
  /** Between a commitment and a stand, where the commitment says nothing else. Minutes. */
  readonly walkingMinutes: number;
  /** How many first-timers may be in a slot for each experienced person in it. */
  readonly firstTimersPerExperienced: number;
  /** People who can be let in on a day, over all stands; days not named have no limit. */
  readonly passesPerDay: Readonly<Record<string, number>>;
}

/** What each thing that one would rather not have costs. Whole numbers, so that a proof is possible. */
export interface RotaWeights {
  /** A place that nobody covers. */
  readonly short: number;
  /** An hour between the one with most and the one with least, each relative to what they wish. */
  readonly fairness: number;
  /** A slot outside the times that its person prefers, where they prefer any. */
  readonly preference: number;
  /** A day that somebody has to come for. */
  readonly days: number;
  /** A published placement that goes, and one that is new. */
  readonly change: number;
}

/** All that a rota is made from: plain data, also the API's. */
export interface RotaProblem {
  readonly people: readonly RotaPerson[];
  readonly slots: readonly RotaSlot[];
  readonly rules: RotaRules;
  readonly weights: RotaWeights;
  /** What staff have decided: it stays. */
  readonly pinned: readonly RotaPlacement[];
  /** What staff do not want. */
  readonly forbidden: readonly RotaPlacement[];
  /** What people have been told; null before anything is published. */
  readonly published: readonly RotaPlacement[] | null;
  /** Slots that start before this instant are settled: who is in them is what is published, whatever the rules say. */
  readonly settledBefore: string | null;
}

export const usualRules: RotaRules = {
  maxConsecutiveSlots: 2,
  breakMinutes: 30,
  restMinutes: 660,
  maxMinutesPerDay: 480,
  walkingMinutes: 10,
  firstTimersPerExperienced: 1,
  passesPerDay: {},
};

export const usualWeights: RotaWeights = { short: 1000, fairness: 4, preference: 1, days: 2, change: 20 };
