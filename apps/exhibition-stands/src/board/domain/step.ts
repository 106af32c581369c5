import type { DraftChange } from './draft.js';

/** What staff do with one place of a draft. */
export const placeActs = ['put', 'take', 'move', 'swap', 'pin', 'unpin', 'lead', 'forbid', 'allow'] as const;
export type PlaceAct = (typeof placeActs)[number];

/** What a step may be: an act, what a fill found, other shifts, or taking a step back. */
export type StepAct = PlaceAct | 'fill' | 'shifts' | 'undo';

/** A numbered change of a draft. */
export interface DraftStep {
  readonly number: number;
  readonly at: Date;
  readonly personName: string;
  readonly act: StepAct;
  readonly changes: readonly DraftChange[];
  readonly undoneIn: number | null;
}

/** The steps that concern a shift or somebody whom other changes concern, too. */
export function stepsInTheWay(
  steps: readonly DraftStep[],
  changes: readonly DraftChange[],
): readonly DraftStep[] {
  const shifts = new Set(changes.map(({ shift }) => shift));
  const members = new Set(changes.map(({ member }) => member));
  members.delete('');
  return steps.filter((step) =>
    step.changes.some(({ shift, member }) => shifts.has(shift) || members.has(member)),
  );
}
