import type { Written } from '#imports';
import type { ImportRow } from './domain/import-row.js';
import type { ImportRowEntity } from './import-row.entity.js';
import type { Plan } from './planning/plan-row.js';
import { readStoredRow } from './reading/stored-details.js';

/** A row that was kept, as it was read. */
export const rowFromEntity = ({ line, title, content }: ImportRowEntity): ImportRow =>
  readStoredRow({ line, title, ...content, problems: [], notes: [] });

/**
 * What is done about a row, its plan being made anew now: nothing is written over that nobody has seen in the preview, so
 * an event that somebody edited or deleted meanwhile is left as it is.
 *
 * @param seen the row as the preview showed it
 */
export function settle(seen: Pick<ImportRowEntity, 'eventVersion'>, plan: Plan): Written {
  switch (plan.outcome) {
    case 'unchanged':
      return 'unchanged';
    case 'new':
      return seen.eventVersion === null ? 'added' : 'meanwhile';
    case 'changed':
      return seen.eventVersion === plan.before.version ? 'changed' : 'meanwhile';
    default:
      return 'meanwhile';
  }
}
