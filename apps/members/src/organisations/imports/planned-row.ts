import type { ImportEntity } from './import.entity.js';
import type { ImportRowEntity, Outcome } from './import-row.entity.js';
import type { PlannedRow } from './planning/plans.js';

/** What is kept of a row's plan. */
export type KeptPlan = Pick<
  ImportRowEntity,
  'outcome' | 'problems' | 'notes' | 'changes' | 'organisationId' | 'organisationVersion'
> & { readonly alike?: ImportRowEntity['alike'] };

/** A row's plan as its preview shows it. */
export function keptPlan({ plan, notes }: PlannedRow): KeptPlan {
  const before =
    plan.outcome === 'changed' ? plan.before : plan.outcome === 'unchanged' ? plan.organisation : null;
  return {
    outcome: plan.outcome,
    problems: plan.outcome === 'problem' ? [...plan.problems] : [],
    notes: [...notes],
    changes: plan.outcome === 'changed' ? plan.changes.map((change) => ({ ...change })) : [],
    organisationId: before?.id ?? null,
    organisationVersion: before?.version ?? null,
    ...(plan.outcome === 'alike' && { alike: plan.alike }),
  };
}

/** How many rows have each outcome; those that wait for a decision count among those with problems. */
export function countsOf(
  outcomes: readonly Outcome[],
): Pick<ImportEntity, 'newCount' | 'changedCount' | 'unchangedCount' | 'alikeCount' | 'problemCount'> {
  const count = (outcome: Outcome) => outcomes.filter((each) => each === outcome).length;
  return {
    newCount: count('new'),
    changedCount: count('changed'),
    unchangedCount: count('unchanged'),
    alikeCount: count('alike'),
    problemCount: count('problem') + count('alike'),
  };
}
