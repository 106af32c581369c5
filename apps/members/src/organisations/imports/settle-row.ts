import type { Written } from '#imports';
import type { ImportRowEntity } from './import-row.entity.js';
import type { Plan } from './planning/plan-row.js';
import type { DecidedRow } from './planning/plans.js';

/** A row that was kept, as it was read and decided about. */
export const decidedRow = ({ line, content, decision }: ImportRowEntity): DecidedRow => ({
  line,
  cells: content?.cells ?? {},
  problems: [],
  notes: content?.notes ?? [],
  decision,
});

/**
 * What is done about a row, its plan being made anew now: nothing is written over that nobody has seen in the preview, so
 * an organisation that somebody edited meanwhile is left as it is.
 *
 * @param seen the row as the preview showed it
 */
export function settle(
  seen: Pick<ImportRowEntity, 'organisationId' | 'organisationVersion'>,
  plan: Plan,
): Written {
  switch (plan.outcome) {
    case 'unchanged':
      return 'unchanged';
    case 'new':
      return seen.organisationVersion === null ? 'added' : 'meanwhile';
    case 'changed':
      return seen.organisationId === plan.before.id && seen.organisationVersion === plan.before.version
        ? 'changed'
        : 'meanwhile';
    default:
      return 'meanwhile';
  }
}
