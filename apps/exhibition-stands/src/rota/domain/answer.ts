import type { RotaPlacement } from './problem.js';

/** Why somebody cannot be in a slot whatever else is decided. */
export const pairRules = ['past', 'forbidden', 'unavailable', 'busy', 'no-pass'] as const;
/** Why somebody cannot be in a slot because of where they and others are. */
export const setRules = [
  'overlap',
  'twice',
  'hours-a-day',
  'in-a-row',
  'rest',
  'pass-days',
  'passes-a-day',
  'cover',
  'lead',
  'skill',
  'first-timer',
] as const;
export type PairRule = (typeof pairRules)[number];
export type SetRule = (typeof setRules)[number];
/** Every hard rule by its name; `pin`: what staff pinned is not in the rota; `unknown`: no such person or slot, or twice. */
export type RotaRule = PairRule | SetRule | 'pin' | 'unknown';

/** A rule that is broken, and by whom and where as far as the rule is about that. */
export interface RotaViolation {
  readonly rule: RotaRule;
  readonly person: string | null;
  /** The slots that break it together. */
  readonly slots: readonly string[];
  /** The day that it is about, where it is about a day. */
  readonly day: string | null;
}

/** What the checker finds in a rota. */
export interface RotaScore {
  readonly violations: readonly RotaViolation[];
  /** What the rota costs by the problem's weights. */
  readonly objective: number;
  /** The objective in its parts, each already weighted. */
  readonly parts: {
    readonly short: number;
    readonly fairness: number;
    readonly preference: number;
    readonly days: number;
    readonly change: number;
  };
}

/** Places of a slot that nobody covers. */
export interface ShortSlot {
  readonly slot: string;
  readonly places: number;
}

/** Why each person is not in a slot that is short: rules by name, none where only the price speaks against it. */
export interface ShortReason {
  readonly slot: string;
  readonly people: readonly { readonly id: string; readonly why: readonly RotaRule[] }[];
}

/** What somebody got and what it comes from. */
export interface PersonReason {
  readonly id: string;
  readonly minutes: number;
  readonly wishedMinutes: number | null;
  /** Slots that they could have been given by themselves. */
  readonly possible: number;
  readonly pinned: number;
  /** Of their slots, how many lie in times that they prefer; null where they prefer none. */
  readonly preferred: number | null;
  readonly days: number;
  /** For slots that they are not in: how often each rule speaks against it. */
  readonly against: Readonly<Partial<Record<RotaRule, number>>>;
}

/**
 * `proven`: no rota is better; `within`: none is better by more than `gap`; `infeasible`: what is pinned breaks
 * hard rules, see `conflicts`.
 */
export type RotaStatus = 'proven' | 'within' | 'infeasible';

/** What the solver says. */
export interface RotaAnswer {
  readonly status: RotaStatus;
  /** Why the search ended; `memory`: it may have no more. */
  readonly ended: 'finished' | 'time' | 'memory' | 'cancelled';
  readonly assignments: readonly RotaPlacement[];
  readonly short: readonly ShortSlot[];
  readonly objective: number;
  /** No rota can cost less than this. */
  readonly bound: number;
  /** (objective − bound) / objective: 0 where it is proven. */
  readonly gap: number;
  readonly seconds: number;
  /** By the checker: always empty unless infeasible. */
  readonly violations: readonly RotaViolation[];
  /** Of an infeasible problem: the rules that cannot be kept together with the pins. */
  readonly conflicts: readonly RotaViolation[];
  readonly reasons: { readonly short: readonly ShortReason[]; readonly people: readonly PersonReason[] };
}
