import { accepted, checkRange, problemsOf, refused, type Checked } from '#checks';
import type { RotaRules, RotaWeights } from '../../rota/domain/problem.js';

/** The rules that staff set; walking minutes are the exhibition's own, passes have limits of their own. */
export type SetRules = Pick<
  RotaRules,
  'maxConsecutiveSlots' | 'breakMinutes' | 'restMinutes' | 'maxMinutesPerDay' | 'firstTimersPerExperienced'
>;

export interface RotaSettings {
  readonly rules: SetRules;
  readonly weights: RotaWeights;
}

/** The same as it is given: whole numbers, or what is wrong with them. */
export type RotaSettingsInput = {
  readonly [Group in keyof RotaSettings]: {
    readonly [Name in keyof RotaSettings[Group]]: Checked<number>;
  };
};

interface Bounds {
  /** Within a sentence: "the slots in a row". */
  readonly what: string;
  readonly least: number;
  readonly most: number;
}

const rules: Readonly<Record<keyof SetRules, Bounds>> = {
  maxConsecutiveSlots: { what: 'the number of slots in a row', least: 1, most: 12 },
  breakMinutes: { what: 'the minutes of a break', least: 0, most: 240 },
  restMinutes: { what: 'the minutes of rest', least: 0, most: 1200 },
  maxMinutesPerDay: { what: 'the minutes a day', least: 30, most: 1440 },
  firstTimersPerExperienced: { what: 'the number of first-timers', least: 0, most: 10 },
};

const weights: Readonly<Record<keyof RotaWeights, Bounds>> = {
  short: { what: 'the weight of a place that nobody covers', least: 100, most: 10_000 },
  fairness: { what: 'the weight of fair hours', least: 0, most: 100 },
  preference: { what: 'the weight of preferences', least: 0, most: 100 },
  days: { what: 'the weight of days that people travel for', least: 0, most: 100 },
  change: { what: 'the weight of changes', least: 0, most: 200 },
};

/** @returns the settings, or all that is wrong with them: at `rules.breakMinutes`, `weights.fairness` */
export function checkRotaSettings(input: RotaSettingsInput): Checked<RotaSettings> {
  const checkedRules = checkGroup(input.rules, rules, 'rules');
  const checkedWeights = checkGroup(input.weights, weights, 'weights');
  return checkedRules.ok && checkedWeights.ok
    ? accepted({ rules: checkedRules.value, weights: checkedWeights.value })
    : refused(...problemsOf(checkedRules, checkedWeights));
}

function checkGroup<Name extends string>(
  given: Readonly<Record<Name, Checked<number>>>,
  bounds: Readonly<Record<Name, Bounds>>,
  group: string,
): Checked<Record<Name, number>> {
  const names = Object.keys(bounds) as Name[];
  const checks = names.map((name) => {
    const number = given[name];
    return number.ok ? checkRange(number.value, `${group}.${name}`, bounds[name]) : number;
  });
  const values = checks.flatMap((check) => (check.ok ? [check.value] : []));
  if (values.length < names.length) return refused(...problemsOf(...checks));
  return accepted(Object.fromEntries(names.map((name, at) => [name, values[at]])) as Record<Name, number>);
}

/** What can be weighed against each other by staff; a place that nobody covers always weighs most. */
export const weighed = ['fairness', 'preference', 'days', 'change'] as const;

export type Weighed = (typeof weighed)[number];

/** How much something counts, in words. */
export type Level = 'not at all' | 'a little' | 'usual' | 'more' | 'most';

/** The weight of each level; whole numbers, so that the best rota can be proven. What counts little already has no less. */
export const levels: Readonly<Record<Weighed, Readonly<Partial<Record<Level, number>>>>> = {
  fairness: { 'not at all': 0, 'a little': 2, usual: 4, more: 8, most: 16 },
  preference: { 'not at all': 0, usual: 1, more: 4, most: 12 },
  days: { 'not at all': 0, 'a little': 1, usual: 2, more: 6, most: 14 },
  change: { 'a little': 5, usual: 20, more: 50, most: 150 },
};

/** The level of a weight; `null` for one that a program set. */
export const levelOf = (name: Weighed, weight: number): Level | null => {
  const found = Object.entries(levels[name]).find(([, value]) => value === weight);
  return (found?.[0] as Level | undefined) ?? null;
};
