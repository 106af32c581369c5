/** How far a pass for one person and one day has come. */
export const passStatuses = ['applied', 'photo-accepted', 'issued', 'collected', 'refused'] as const;

export type PassStatus = (typeof passStatuses)[number];

/** What staff do about passes. `none`: none was applied for. */
export type PassState = PassStatus | 'none';

export const passActs = [
  'apply',
  'accept-photo',
  'issue',
  'collect',
  'refuse',
  'step-back',
  'withdraw',
] as const;

export type PassAct = (typeof passActs)[number];

/** What each leads to from where; where nothing is said, it cannot be done. */
const steps: Readonly<Record<PassAct, Partial<Record<PassState, PassState>>>> = {
  apply: { none: 'applied', refused: 'applied' },
  'accept-photo': { applied: 'photo-accepted' },
  issue: { 'photo-accepted': 'issued' },
  collect: { issued: 'collected' },
  refuse: { applied: 'refused', 'photo-accepted': 'refused', issued: 'refused' },
  // What was pressed by mistake.
  'step-back': { 'photo-accepted': 'applied', issued: 'photo-accepted', collected: 'issued' },
  withdraw: { applied: 'none', 'photo-accepted': 'none', issued: 'none', refused: 'none' },
};

/** @returns `null`: it cannot be done from there */
export const passAfter = (state: PassState, act: PassAct): PassState | null => steps[act][state] ?? null;

export const passActOf = (text: string): PassAct | null => passActs.find((each) => each === text) ?? null;

export const passStatusOf = (text: string): PassStatus =>
  passStatuses.find((each) => each === text) ?? 'refused';

/** Whether it is one of those that the host counts. */
export const isCounted = (state: PassState): boolean => state !== 'none' && state !== 'refused';

/** Whether its person gets in on that day. */
export const isGood = (state: PassState): boolean => state === 'issued' || state === 'collected';

/** A day on which more passes would be needed than there are. */
export interface Overrun {
  readonly day: string;
  readonly places: number;
  /** That would be counted. */
  readonly wanted: number;
}

/** @param limits places by day; a day without has no limit */
export function overruns(
  wanted: ReadonlyMap<string, number>,
  limits: ReadonlyMap<string, number>,
): readonly Overrun[] {
  return [...wanted]
    .flatMap(([day, amount]) => {
      const places = limits.get(day);
      return places !== undefined && amount > places ? [{ day, places, wanted: amount }] : [];
    })
    .toSorted((one, other) => one.day.localeCompare(other.day));
}
