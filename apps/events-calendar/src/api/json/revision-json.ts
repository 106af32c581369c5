import { instantOf } from '#platform';
import { doneBy } from '../../events/done-by.js';
import type { RevisionRow } from '../../events/revision.entity.js';
import type { RevisionOutput } from '../schemas/lists.schema.js';

/** One line of an event's history. */
export function revisionJson(row: RevisionRow): RevisionOutput {
  const { version, at, personId, action, reason, changes } = row;
  return {
    version,
    at: instantOf(at).toString(),
    personId,
    personName: doneBy(row),
    action: action as RevisionOutput['action'],
    reason,
    changes: changes.map(({ field, before, after }) => ({ field, before, after })),
  };
}
